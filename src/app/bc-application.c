/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-application-private.h"

#include <glib/gi18n-lib.h>

#include "bc-activation-token.h"
#include "bc-activation.h"
#include "bc-frame-clock.h"
#include "bc-paths.h"
#include "bc-program-facts.h"

G_DEFINE_FINAL_TYPE (BcApplication, bc_application, ADW_TYPE_APPLICATION)

static void
forget_token (BcApplication *self)
{
  g_clear_pointer (&self->token, g_free);
  bc_activation_forget ();
}

void
bc_application_activate_action (BcApplication *self,
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
bc_application_startup (GApplication *application)
{
  BcApplication *self = BC_APPLICATION (application);

  G_APPLICATION_CLASS (bc_application_parent_class)->startup (application);

  /* What starts a service has a token of its own, and gives the one that counts with its call. */
  if (g_application_get_flags (application) & G_APPLICATION_IS_SERVICE)
    forget_token (self);
  gtk_window_set_default_icon_name (BC_APP_ID);
  bc_frame_clock_end_event_frames ();
  bc_application_add_actions (self);
  start_store (self);
  bc_services_start (self->services, g_application_get_dbus_connection (application));
  bc_application_start_flows (self);
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
  bc_application_destroy_windows (self);
  bc_application_stop_flows (self);
  bc_services_stop (self->services);
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

  self->status_export = bc_status_export_new (bc_services_get_statuses (self->services),
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
  self->services = bc_services_new (self->clock);
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
