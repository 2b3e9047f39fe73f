/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-application-private.h"

#include <glib/gi18n-lib.h>

#include "bc-activation-token.h"
#include "bc-activation.h"
#include "bc-away-flow.h"
#include "bc-background-flow.h"
#include "bc-capture-command.h"
#include "bc-capture-flow.h"
#include "bc-hotkey-actions.h"
#include "bc-paths.h"
#include "bc-preferences-window.h"
#include "bc-program-facts.h"
#include "bc-reminder-flow.h"
#include "bc-return-test.h"
#include "bc-settings.h"
#include "bc-status-export.h"
#include "bc-tray-flow.h"
#include "hotkey/bc-hotkey.h"

struct _BcApplication {
  AdwApplication parent_instance;

  BcClock *clock;
  BcSettings *settings;
  BcStore *store;
  BcOpenCrumbs *open;
  BcWords *words;

  BcWaylandSource *wayland;
  BcX11Connection *x11;
  BcFocus *focus;
  BcHotkey *hotkey;
  BcHotkeyActions *hotkey_actions;
  BcTray *tray;
  BcBackground *background;
  BcNotifier *notifier;
  BcIdle *idle;
  BcLock *lock;
  BcSleep *sleep;
  GListStore *services;
  BcStatusExport *status_export;

  BcCaptureFlow *capture_flow;
  BcPauseWatch *pause;
  BcTrayFlow *tray_flow;
  BcBackgroundFlow *background_flow;
  BcReminderFlow *reminder_flow;
  BcAwayFlow *away_flow;
  BcReturnTest *return_test;

  GCancellable *cancellable;
  BcWindow *window;
  BcPreferencesWindow *preferences;
  char *token;
};

G_DEFINE_FINAL_TYPE (BcApplication, bc_application, ADW_TYPE_APPLICATION)

BcStore *
bc_application_get_store (BcApplication *self)
{
  return self->store;
}

BcClock *
bc_application_get_clock (BcApplication *self)
{
  return self->clock;
}

char *
bc_application_take_token (BcApplication *self)
{
  return g_steal_pointer (&self->token);
}

BcOpenCrumbs *
bc_application_get_open (BcApplication *self)
{
  return self->open;
}

BcWindow *
bc_application_peek_window (BcApplication *self)
{
  return self->window;
}

BcWindow *
bc_application_open_window (BcApplication *self)
{
  if (self->window == NULL)
    {
      g_set_weak_pointer (&self->window, bc_window_new (GTK_APPLICATION (self), self->store));
      bc_window_set_hotkey (self->window, bc_settings_get_hotkey (self->settings));
    }

  return self->window;
}

static void
show_lock_uncertain (BcApplication *self)
{
  if (self->preferences != NULL)
    bc_preferences_window_set_lock_uncertain (self->preferences, bc_lock_is_uncertain (self->lock));
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
bc_application_show_preferences (BcApplication *self,
                                 const char    *token)
{
  if (self->preferences == NULL)
    {
      g_set_weak_pointer (&self->preferences,
                          bc_preferences_window_new (self->settings, G_LIST_MODEL (self->services)));
      gtk_window_set_application (GTK_WINDOW (self->preferences), GTK_APPLICATION (self));
      gtk_widget_insert_action_group (GTK_WIDGET (self->preferences), "hotkey",
                                      bc_hotkey_actions_get_group (self->hotkey_actions));
      if (self->window != NULL)
        gtk_window_set_transient_for (GTK_WINDOW (self->preferences), GTK_WINDOW (self->window));
      bc_preferences_window_set_store (self->preferences, self->store);
      show_away_in_preferences (self);
    }

  bc_activation_present (GTK_WINDOW (self->preferences), token, 0);
}

void
bc_application_close_preferences (BcApplication *self)
{
  if (self->preferences != NULL)
    gtk_window_close (GTK_WINDOW (self->preferences));
}

void
bc_application_capture (BcApplication *self,
                        const char    *token,
                        guint32        time)
{
  bc_capture_flow_toggle (self->capture_flow, token, time);
}

void
bc_application_press_hotkey (BcApplication *self,
                             const char    *token)
{
  bc_hotkey_take_command (self->hotkey, token);
}

void
bc_application_pause (BcApplication *self,
                      gint64         until_us)
{
  bc_settings_set_reminders_paused_until_us (self->settings, until_us);
}

gboolean
bc_application_raise_place (BcApplication *self,
                            BcCrumb       *crumb)
{
  BcContext *context = bc_crumb_get_context (crumb);

  return context != NULL && bc_focus_restore (self->focus, context, 0);
}

static void
hotkey_activated_cb (BcHotkey      *hotkey,
                     guint32        time,
                     const char    *token,
                     BcApplication *self)
{
  bc_application_capture (self, token, time);
}

static void
resume_cb (BcCaptureFlow *flow,
           const char    *id,
           BcApplication *self)
{
  bc_application_do_answer (self, "resume", id, NULL, 0);
}

static void
answered_cb (BcReminderFlow *flow,
             const char     *action,
             const char     *id,
             const char     *token,
             BcApplication  *self)
{
  bc_application_do_answer (self, action, id, token, 0);
}

static void
forget_token (BcApplication *self)
{
  g_clear_pointer (&self->token, g_free);
  bc_activation_forget ();
}

/* The token travels beside the action, as it does for one that comes over the bus. */
static void
activate_with_token (BcApplication *self,
                     const char    *action,
                     GVariant      *target,
                     const char    *token)
{
  g_free (self->token);
  self->token = g_strdup (token);
  g_action_group_activate_action (G_ACTION_GROUP (self), action, target);
  forget_token (self);
}

static void
tray_activate_cb (BcTray        *tray,
                  const char    *token,
                  BcApplication *self)
{
  activate_with_token (self, "open", NULL, token);
}

static void
tray_secondary_cb (BcTray        *tray,
                   const char    *token,
                   BcApplication *self)
{
  activate_with_token (self, "capture", NULL, token);
}

static void
tray_item_cb (BcTray        *tray,
              const char    *action,
              GVariant      *target,
              const char    *token,
              BcApplication *self)
{
  activate_with_token (self, action, target, token);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (BcApplication) self = BC_APPLICATION (user_data);
  g_autoptr (GError) error = NULL;

  /* Without its file the program is of no use, and silence would lose what is typed. */
  if (!bc_store_open_finish (BC_STORE (source), result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      BcWindow *window = bc_application_open_window (self);

      bc_window_tell_error (window, error);
      gtk_window_present (GTK_WINDOW (window));
    }
}

static void
start_store (BcApplication *self)
{
  g_autofree char *path = bc_paths_get_database ();

  self->store = bc_store_new (path, self->clock);
  bc_store_open_async (self->store, self->cancellable, opened_cb, g_object_ref (self));
  self->open = bc_open_crumbs_new (self->store);
  self->words = bc_words_new (self->store);
}

static void
add_service (BcApplication   *self,
             BcServiceStatus *status)
{
  g_list_store_append (self->services, status);
}

static void
start_hotkey (BcApplication *self)
{
  g_autofree char *command = bc_paths_is_flatpak () ? NULL : bc_capture_command ();

  self->hotkey = bc_hotkey_new (BC_APP_ID, command, self->x11, self->clock);
  self->hotkey_actions = bc_hotkey_actions_new (self->hotkey, self->settings);
  g_object_bind_property (self->settings, "hotkey-may-ask", self->hotkey, "may-ask",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  add_service (self, bc_hotkey_get_status (self->hotkey));
  g_signal_connect_object (self->hotkey, "activated", G_CALLBACK (hotkey_activated_cb), self, 0);
}

static void
follow_hotkey_setting (BcApplication *self)
{
  const char *hotkey = bc_settings_get_hotkey (self->settings);

  bc_hotkey_set_accelerator (self->hotkey, hotkey);
  if (self->window != NULL)
    bc_window_set_hotkey (self->window, hotkey);
}

/* Who chooses a key wants it, whatever she answered before. */
static void
hotkey_changed_cb (BcApplication *self)
{
  g_object_set (self->hotkey, "may-ask", TRUE, NULL);
  follow_hotkey_setting (self);
}

static void
start_capture (BcApplication *self)
{
  self->focus = bc_focus_new (self->x11);
  self->capture_flow = bc_capture_flow_new (GTK_APPLICATION (self), self->store, self->settings,
                                            self->focus, self->open, self->words);
  g_signal_connect_object (self->capture_flow, "resume", G_CALLBACK (resume_cb), self, 0);
  g_signal_connect_object (self->capture_flow, "key-pressed", G_CALLBACK (bc_hotkey_forget_hold),
                           self->hotkey, G_CONNECT_SWAPPED);
}

static void
start_tray (BcApplication   *self,
            GDBusConnection *bus)
{
  self->tray = bc_tray_new (bus, BC_APP_ID, _("Breadcrumbs"));
  add_service (self, bc_tray_get_status (self->tray));
  g_signal_connect_object (self->tray, "activate", G_CALLBACK (tray_activate_cb), self, 0);
  g_signal_connect_object (self->tray, "secondary-activate", G_CALLBACK (tray_secondary_cb), self, 0);
  g_signal_connect_object (self->tray, "item-activated", G_CALLBACK (tray_item_cb), self, 0);
  self->tray_flow = bc_tray_flow_new (self->tray, self->settings, self->clock, self->pause, self->open);
}

static void
start_background (BcApplication *self)
{
  self->background = bc_background_new (BC_APP_ID);
  add_service (self, bc_background_get_status (self->background));
  self->background_flow = bc_background_flow_new (self->background, bc_tray_get_status (self->tray),
                                                  self->pause, self->open);
}

static void
start_reminders (BcApplication   *self,
                 GDBusConnection *bus)
{
  self->notifier = bc_notifier_new (bus, BC_APP_ID, self->clock);
  add_service (self, bc_notifier_get_status (self->notifier));
  self->reminder_flow = bc_reminder_flow_new (self->store, self->settings, self->clock, self->open, self->notifier);
  g_signal_connect_object (self->reminder_flow, "answered", G_CALLBACK (answered_cb), self, 0);
}

static void
follow_idle_setting (BcApplication *self)
{
  bc_idle_set_threshold_s (self->idle, bc_settings_get_idle_threshold_s (self->settings));
}

static void
test_clicked_cb (BcReturnTest  *test,
                 const char    *token,
                 BcApplication *self)
{
  bc_application_show_preferences (self, token);
}

static void
start_return_test (BcApplication   *self,
                   GDBusConnection *session,
                   GDBusConnection *system)
{
  g_autoptr (BcIdle) idle = bc_idle_new (session, system, self->wayland, self->x11, self->clock);

  self->return_test = bc_return_test_new (idle, bc_idle_get_status (self->idle), self->lock, self->sleep,
                                          self->notifier, self->clock, BC_RETURN_TEST_PATIENCE_MS);
  g_signal_connect_object (self->return_test, "clicked", G_CALLBACK (test_clicked_cb), self, 0);
  g_signal_connect_object (self->lock, "notify::uncertain",
                           G_CALLBACK (show_lock_uncertain), self, G_CONNECT_SWAPPED);
  show_away_in_preferences (self);
}

static void
start_away (BcApplication   *self,
            GDBusConnection *session,
            GDBusConnection *system)
{
  self->idle = bc_idle_new (session, system, self->wayland, self->x11, self->clock);
  self->lock = bc_lock_new (session, system, self->wayland, self->clock);
  self->sleep = bc_sleep_new (system, self->clock);
  add_service (self, bc_idle_get_status (self->idle));
  add_service (self, bc_lock_get_status (self->lock));
  add_service (self, bc_sleep_get_status (self->sleep));

  self->away_flow = bc_away_flow_new (self->store, self->clock, self->idle, self->lock, self->sleep);
  bc_reminder_flow_follow (self->reminder_flow, self->away_flow, self->lock);
  g_signal_connect_object (self->settings, "notify::idle-threshold-s",
                           G_CALLBACK (follow_idle_setting), self, G_CONNECT_SWAPPED);
  follow_idle_setting (self);
  start_return_test (self, session, system);
}

static void
system_bus_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (BcApplication) self = BC_APPLICATION (user_data);
  g_autoptr (GDBusConnection) system = g_bus_get_finish (result, NULL);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  start_away (self, g_application_get_dbus_connection (G_APPLICATION (self)), system);
  add_service (self, bc_focus_get_status (self->focus));
}

static void
start_services (BcApplication *self)
{
  GDBusConnection *bus = g_application_get_dbus_connection (G_APPLICATION (self));

  self->wayland = bc_wayland_source_new_for_session ();
  self->x11 = bc_x11_connection_new_for_session ();
  start_hotkey (self);
  start_capture (self);
  self->pause = bc_pause_watch_new (self->settings, self->clock);
  start_tray (self, bus);
  start_background (self);
  start_reminders (self, bus);
  g_bus_get (G_BUS_TYPE_SYSTEM, self->cancellable, system_bus_cb, g_object_ref (self));

  g_signal_connect_object (self->settings, "notify::hotkey",
                           G_CALLBACK (hotkey_changed_cb), self, G_CONNECT_SWAPPED);
  follow_hotkey_setting (self);
}

static void
bc_application_startup (GApplication *application)
{
  BcApplication *self = BC_APPLICATION (application);

  G_APPLICATION_CLASS (bc_application_parent_class)->startup (application);

  /* What starts a service has a token of its own, and gives the one that counts with its call. */
  if (g_application_get_flags (application) & G_APPLICATION_IS_SERVICE)
    forget_token (self);
  gtk_window_set_default_icon_name (BC_APP_ID);
  bc_application_add_actions (self);
  start_store (self);
  start_services (self);
  g_application_hold (application);
}

static void
bc_application_activate (GApplication *application)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), "open", NULL);
}

/* Stops everything that could still call back before the toolkit goes. */
static void
bc_application_shutdown (GApplication *application)
{
  BcApplication *self = BC_APPLICATION (application);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->status_export);
  if (self->reminder_flow != NULL)
    bc_reminder_flow_leave (self->reminder_flow);
  if (self->preferences != NULL)
    gtk_window_destroy (GTK_WINDOW (self->preferences));
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  if (self->capture_flow != NULL)
    g_object_run_dispose (G_OBJECT (self->capture_flow));

  g_clear_object (&self->return_test);
  g_clear_object (&self->away_flow);
  g_clear_object (&self->reminder_flow);
  g_clear_object (&self->background_flow);
  g_clear_object (&self->tray_flow);
  g_clear_object (&self->pause);
  g_clear_object (&self->capture_flow);
  g_clear_object (&self->idle);
  g_clear_object (&self->lock);
  g_clear_object (&self->sleep);
  g_clear_object (&self->notifier);
  g_clear_object (&self->background);
  g_clear_object (&self->tray);
  g_clear_object (&self->hotkey_actions);
  g_clear_object (&self->hotkey);
  g_clear_object (&self->focus);
  g_clear_object (&self->wayland);
  g_clear_object (&self->x11);
  g_clear_object (&self->words);
  g_clear_object (&self->open);
  if (self->store != NULL)
    bc_store_close (self->store);
  g_clear_object (&self->store);

  G_APPLICATION_CLASS (bc_application_parent_class)->shutdown (application);
}

static const char *
get_display_problem (void)
{
  if (g_getenv ("WAYLAND_DISPLAY") == NULL && g_getenv ("DISPLAY") == NULL)
    return _("There is no display: neither WAYLAND_DISPLAY nor DISPLAY is set.");

  return _("The display cannot be opened.");
}

static int
bc_application_handle_local_options (GApplication *application,
                                     GVariantDict *options)
{
  BcApplication *self = BC_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Breadcrumbs %s\n", BC_VERSION);
      return 0;
    }

  self->settings = bc_settings_new (&error);
  if (self->settings == NULL)
    {
      g_printerr ("breadcrumbs: %s\n", error->message);
      return 1;
    }
  if (!gtk_init_check ())
    {
      g_printerr ("breadcrumbs: %s\n", get_display_problem ());
      return 1;
    }
  if (g_variant_dict_contains (options, "background"))
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_IS_SERVICE);

  return -1;
}

static void
bc_application_add_platform_data (GApplication    *application,
                                  GVariantBuilder *builder)
{
  G_APPLICATION_CLASS (bc_application_parent_class)->add_platform_data (application, builder);

  bc_activation_token_add (builder, BC_APPLICATION (application)->token);
}

static void
bc_application_before_emit (GApplication *application,
                            GVariant     *platform_data)
{
  BcApplication *self = BC_APPLICATION (application);
  g_autoptr (GVariant) clean = bc_activation_token_clean (platform_data);

  G_APPLICATION_CLASS (bc_application_parent_class)->before_emit (application, clean);

  g_free (self->token);
  self->token = bc_activation_token_get (clean);
}

/* What no window was presented by must not be used for the next. */
static void
bc_application_after_emit (GApplication *application,
                           GVariant     *platform_data)
{
  G_APPLICATION_CLASS (bc_application_parent_class)->after_emit (application, platform_data);

  forget_token (BC_APPLICATION (application));
}

static gboolean
bc_application_dbus_register (GApplication     *application,
                              GDBusConnection  *connection,
                              const char       *object_path,
                              GError          **error)
{
  BcApplication *self = BC_APPLICATION (application);

  if (!G_APPLICATION_CLASS (bc_application_parent_class)->dbus_register (application, connection, object_path, error))
    return FALSE;

  self->status_export = bc_status_export_new (G_LIST_MODEL (self->services),
                                               bc_program_facts (bc_clock_now_us (self->clock)),
                                               connection, object_path, error);

  return self->status_export != NULL;
}

static void
bc_application_dbus_unregister (GApplication    *application,
                                GDBusConnection *connection,
                                const char      *object_path)
{
  g_clear_object (&BC_APPLICATION (application)->status_export);

  G_APPLICATION_CLASS (bc_application_parent_class)->dbus_unregister (application, connection, object_path);
}

static void
bc_application_finalize (GObject *object)
{
  BcApplication *self = BC_APPLICATION (object);

  g_clear_weak_pointer (&self->window);
  g_clear_weak_pointer (&self->preferences);
  g_clear_object (&self->services);
  g_clear_object (&self->settings);
  g_clear_object (&self->clock);
  g_clear_object (&self->cancellable);
  g_free (self->token);

  G_OBJECT_CLASS (bc_application_parent_class)->finalize (object);
}

static void
bc_application_class_init (BcApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bc_application_finalize;

  application_class->startup = bc_application_startup;
  application_class->activate = bc_application_activate;
  application_class->shutdown = bc_application_shutdown;
  application_class->handle_local_options = bc_application_handle_local_options;
  application_class->add_platform_data = bc_application_add_platform_data;
  application_class->before_emit = bc_application_before_emit;
  application_class->after_emit = bc_application_after_emit;
  application_class->dbus_register = bc_application_dbus_register;
  application_class->dbus_unregister = bc_application_dbus_unregister;
}

static void
bc_application_init (BcApplication *self)
{
  static const GOptionEntry options[] = {
    { "background", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Be resident, open no window"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version"), NULL },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  self->clock = bc_clock_new ();
  self->cancellable = g_cancellable_new ();
  self->services = g_list_store_new (BC_TYPE_SERVICE_STATUS);
}

BcApplication *
bc_application_new (const char *token)
{
  BcApplication *self = g_object_new (BC_TYPE_APPLICATION,
                                      "application-id", BC_APP_ID,
                                      NULL);

  self->token = g_strdup (token);

  return self;
}
