/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-preferences-window.h"

#include <glib/gi18n-lib.h>

#include "bc-age.h"
#include "bc-hotkey-group.h"
#include "bc-last-away-row.h"
#include "bc-service-row.h"
#include "bc-ui-resources.h"

struct _BcPreferencesWindow {
  AdwPreferencesWindow parent_instance;

  BcHotkeyGroup *hotkey_group;
  AdwActionRow *idle_row;
  GtkSpinButton *idle_minutes;
  BcLastAwayRow *last_away_row;
  BcReturnTestRow *return_test_row;
  AdwActionRow *pause_row;
  GtkWidget *pause_button;
  GtkWidget *unpause_button;
  GtkSwitch *hide_text;
  GtkWidget *trust_idle_row;
  GtkSwitch *trust_idle;
  GtkSwitch *capture_context;
  AdwPreferencesGroup *services_group;

  BcSettings *settings;
};

G_DEFINE_FINAL_TYPE (BcPreferencesWindow, bc_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

static void
idle_minutes_changed_cb (BcPreferencesWindow *self)
{
  bc_settings_set_idle_threshold_s (self->settings,
                                    gtk_spin_button_get_value_as_int (self->idle_minutes) * 60);
}

/* A threshold that is no whole number of minutes is shown as it is, and stays as
 * it is until the user chooses another. */
static void
update_idle (BcPreferencesWindow *self)
{
  guint seconds = bc_settings_get_idle_threshold_s (self->settings);
  g_autofree char *duration = bc_duration_text (seconds * (gint64) G_USEC_PER_SEC);
  g_autofree char *odd = g_strdup_printf (_("Now %s"), duration);

  g_signal_handlers_block_by_func (self->idle_minutes, idle_minutes_changed_cb, self);
  gtk_spin_button_set_value (self->idle_minutes, (seconds + 59) / 60);
  g_signal_handlers_unblock_by_func (self->idle_minutes, idle_minutes_changed_cb, self);

  adw_action_row_set_subtitle (self->idle_row, seconds % 60 == 0 ? _("Minutes without input") : odd);
}

static char *
get_pause_text (BcPreferencesWindow *self,
                gboolean             paused)
{
  gint64 until_us = bc_settings_get_reminders_paused_until_us (self->settings);
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  if (!paused)
    return g_strdup (_("Shown when you come back"));

  if (until_us == BC_SETTINGS_PAUSED_FOR_GOOD)
    return g_strdup (_("Paused until turned on"));

  time = bc_time_text (until_us);
  if (bc_same_day (until_us, g_get_real_time ()))
    return g_strdup_printf (_("Paused until %s"), time);

  return g_strdup (_("Paused until tomorrow"));
}

static void
update_pause (BcPreferencesWindow *self)
{
  gboolean paused = bc_settings_are_reminders_paused (self->settings, g_get_real_time ());
  g_autofree char *text = get_pause_text (self, paused);

  adw_action_row_set_subtitle (self->pause_row, text);
  gtk_widget_set_visible (self->pause_button, !paused);
  gtk_widget_set_visible (self->unpause_button, paused);
}

static gint64
get_next_midnight_us (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);
  g_autoptr (GDateTime) midnight = g_date_time_new_local (g_date_time_get_year (tomorrow),
                                                          g_date_time_get_month (tomorrow),
                                                          g_date_time_get_day_of_month (tomorrow),
                                                          0, 0, 0);

  return g_date_time_to_unix (midnight) * G_USEC_PER_SEC;
}

static void
pause_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  BcPreferencesWindow *self = BC_PREFERENCES_WINDOW (widget);
  const char *span = g_variant_get_string (parameter, NULL);
  gint64 until_us = BC_SETTINGS_PAUSED_FOR_GOOD;

  if (g_str_equal (span, "hour"))
    until_us = g_get_real_time () + 60 * 60 * (gint64) G_USEC_PER_SEC;
  else if (g_str_equal (span, "tomorrow"))
    until_us = get_next_midnight_us ();
  else if (g_str_equal (span, "none"))
    until_us = 0;

  bc_settings_set_reminders_paused_until_us (self->settings, until_us);
}

static void
bc_preferences_window_map (GtkWidget *widget)
{
  update_pause (BC_PREFERENCES_WINDOW (widget));

  GTK_WIDGET_CLASS (bc_preferences_window_parent_class)->map (widget);
}

/* libadwaita 1.2 keeps the rows of a window that is gone, which would go on listening. */
static void
bc_preferences_window_dispose (GObject *object)
{
  BcPreferencesWindow *self = BC_PREFERENCES_WINDOW (object);

  if (self->hotkey_group != NULL)
    bc_hotkey_group_release (self->hotkey_group);

  G_OBJECT_CLASS (bc_preferences_window_parent_class)->dispose (object);
}

static void
bc_preferences_window_finalize (GObject *object)
{
  BcPreferencesWindow *self = BC_PREFERENCES_WINDOW (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (bc_preferences_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, BC_APP_PATH "/ui/bc-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BcPreferencesWindow, hotkey_group);
  gtk_widget_class_bind_template_child (widget_class, BcPreferencesWindow, idle_row);
  gtk_widget_class_bind_template_child (widget_class, BcPreferencesWindow, idle_minutes);
  gtk_widget_class_bind_template_child (widget_class, BcPreferencesWindow, last_away_row);
  gtk_widget_class_bind_template_child (widget_class, BcPreferencesWindow, return_test_row);
  gtk_widget_class_bind_template_child (widget_class, BcPreferencesWindow, pause_row);
  gtk_widget_class_bind_template_child (widget_class, BcPreferencesWindow, pause_button);
  gtk_widget_class_bind_template_child (widget_class, BcPreferencesWindow, unpause_button);
  gtk_widget_class_bind_template_child (widget_class, BcPreferencesWindow, hide_text);
  gtk_widget_class_bind_template_child (widget_class, BcPreferencesWindow, trust_idle_row);
  gtk_widget_class_bind_template_child (widget_class, BcPreferencesWindow, trust_idle);
  gtk_widget_class_bind_template_child (widget_class, BcPreferencesWindow, capture_context);
  gtk_widget_class_bind_template_child (widget_class, BcPreferencesWindow, services_group);
  gtk_widget_class_bind_template_callback (widget_class, idle_minutes_changed_cb);
}

static void
bc_preferences_window_class_init (BcPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_preferences_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = bc_preferences_window_finalize;
  widget_class->map = bc_preferences_window_map;

  bc_ui_get_resource ();
  g_type_ensure (BC_TYPE_HOTKEY_GROUP);
  g_type_ensure (BC_TYPE_LAST_AWAY_ROW);
  g_type_ensure (BC_TYPE_RETURN_TEST_ROW);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "preferences.pause", "s", pause_action);
}

static void
bc_preferences_window_init (BcPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_settings (BcPreferencesWindow *self,
              BcSettings          *settings)
{
  GBindingFlags flags = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;

  self->settings = g_object_ref (settings);
  g_object_bind_property (settings, "capture-context", self->capture_context, "active", flags);
  g_object_bind_property (settings, "hide-notification-text", self->hide_text, "active", flags);
  g_object_bind_property (settings, "trust-idle", self->trust_idle, "active", flags);
  g_signal_connect_object (settings, "notify::idle-threshold-s", G_CALLBACK (update_idle), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::reminders-paused-until-us",
                           G_CALLBACK (update_pause), self, G_CONNECT_SWAPPED);
  bc_hotkey_group_set_settings (self->hotkey_group, settings);
  update_idle (self);
  update_pause (self);
}

static void
add_services (BcPreferencesWindow *self,
              GListModel          *services)
{
  guint n_services = g_list_model_get_n_items (services);

  for (guint i = 0; i < n_services; i++)
    {
      g_autoptr (BcServiceStatus) status = g_list_model_get_item (services, i);

      adw_preferences_group_add (self->services_group, bc_service_row_new (status));
      if (g_str_equal (bc_service_status_get_id (status), "hotkey"))
        bc_hotkey_group_set_status (self->hotkey_group, status);
    }
}

BcPreferencesWindow *
bc_preferences_window_new (BcSettings *settings,
                           GListModel *services)
{
  BcPreferencesWindow *self = g_object_new (BC_TYPE_PREFERENCES_WINDOW, NULL);

  set_settings (self, settings);
  add_services (self, services);

  return self;
}

void
bc_preferences_window_set_store (BcPreferencesWindow *self,
                                 BcStore             *store)
{
  bc_last_away_row_set_store (self->last_away_row, store);
}

void
bc_preferences_window_set_lock_uncertain (BcPreferencesWindow *self,
                                          gboolean             uncertain)
{
  gtk_widget_set_visible (self->trust_idle_row, uncertain);
}

BcReturnTestRow *
bc_preferences_window_get_return_test_row (BcPreferencesWindow *self)
{
  return self->return_test_row;
}
