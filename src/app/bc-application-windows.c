/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-application-private.h"

#include "bc-activation.h"

BcWindow *
bc_application_open_window (BcApplication *self)
{
  if (self->window == NULL)
    {
      g_set_weak_pointer (&self->window, bc_window_new (GTK_APPLICATION (self), self->store));
      bc_application_show_hotkey (self);
    }

  return self->window;
}

void
bc_application_show_hotkey (BcApplication *self)
{
  if (self->window != NULL)
    bc_window_set_hotkey (self->window, bc_settings_get_hotkey (self->settings));
}

static void
show_lock_uncertain (BcApplication *self)
{
  BcLock *lock = bc_services_get_lock (self->services);

  if (self->preferences != NULL)
    bc_preferences_window_set_lock_uncertain (self->preferences, bc_lock_is_uncertain (lock));
}

static void
show_away_in_preferences (BcApplication *self)
{
  if (self->preferences == NULL || self->return_test == NULL)
    return;

  bc_return_test_set_row (self->return_test, bc_preferences_window_get_return_test_row (self->preferences));
  show_lock_uncertain (self);
}

void
bc_application_show_away (BcApplication *self)
{
  g_signal_connect_object (bc_services_get_lock (self->services), "notify::uncertain",
                           G_CALLBACK (show_lock_uncertain), self, G_CONNECT_SWAPPED);
  show_away_in_preferences (self);
}

static void
open_preferences (BcApplication *self)
{
  g_set_weak_pointer (&self->preferences,
                      bc_preferences_window_new (self->settings, bc_services_get_statuses (self->services)));
  gtk_window_set_application (GTK_WINDOW (self->preferences), GTK_APPLICATION (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self->preferences), "hotkey",
                                  bc_hotkey_actions_get_group (self->hotkey_actions));
  if (self->window != NULL)
    gtk_window_set_transient_for (GTK_WINDOW (self->preferences), GTK_WINDOW (self->window));
  bc_preferences_window_set_store (self->preferences, self->store);
  show_away_in_preferences (self);
}

void
bc_application_show_preferences (BcApplication *self,
                                 const char    *token)
{
  if (self->preferences == NULL)
    open_preferences (self);

  bc_activation_present (GTK_WINDOW (self->preferences), token, 0);
}

void
bc_application_close_preferences (BcApplication *self)
{
  if (self->preferences != NULL)
    gtk_window_close (GTK_WINDOW (self->preferences));
}

void
bc_application_destroy_windows (BcApplication *self)
{
  if (self->preferences != NULL)
    gtk_window_destroy (GTK_WINDOW (self->preferences));
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
}
