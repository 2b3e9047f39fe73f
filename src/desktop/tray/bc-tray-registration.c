/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tray/bc-tray-registration.h"

#include <glib/gi18n-lib.h>

#include "bc-dbus-status-notifier-watcher.h"
#include "bc-desktop.h"

#define WATCHER_NAME "org.kde.StatusNotifierWatcher"
#define WATCHER_PATH "/StatusNotifierWatcher"

/* At login a panel may need this long. */
#define PATIENCE_S 10
#define REPLY_TIMEOUT_MS 10000

struct _BcTrayRegistration {
  GObject parent_instance;

  GDBusConnection *bus;
  BcServiceStatus *status;
  guint watch_id;
  guint timer_id;

  /* Of the watcher that is there now. */
  GCancellable *cancellable;
  BcDBusStatusNotifierWatcher *watcher;
  guint n_tries;
  gboolean registered;
  gboolean has_host;
};

static const guint retry_after_s[] = { 1, 2, 5, 15 };

G_DEFINE_FINAL_TYPE (BcTrayRegistration, bc_tray_registration, G_TYPE_OBJECT)

static void try_to_register (BcTrayRegistration *self);

static void
set_waiting (BcTrayRegistration *self,
             const char         *reason)
{
  bc_service_status_set (self->status, BC_SERVICE_STATE_WAITING, BC_TRAY_BACKEND, reason);
}

static void
update_status (BcTrayRegistration *self)
{
  if (!self->registered)
    return;

  if (self->has_host)
    bc_service_status_set (self->status, BC_SERVICE_STATE_ACTIVE, BC_TRAY_BACKEND, NULL);
  else
    set_waiting (self, _("No panel shows tray icons at the moment."));
}

static gboolean
patience_cb (gpointer data)
{
  static const char * const gnome[] = { "GNOME", NULL };
  BcTrayRegistration *self = data;

  self->timer_id = 0;
  bc_service_status_set (self->status, BC_SERVICE_STATE_UNAVAILABLE, NULL,
                         bc_desktop_is_one_of (gnome)
                         ? _("GNOME shows tray icons only with the extension “AppIndicator and KStatusNotifierItem Support”.")
                         : _("This desktop has no tray. The icon will appear when one is started."));

  return G_SOURCE_REMOVE;
}

static gboolean
retry_cb (gpointer data)
{
  BcTrayRegistration *self = data;

  self->timer_id = 0;
  try_to_register (self);

  return G_SOURCE_REMOVE;
}

static void
retry_later (BcTrayRegistration *self)
{
  set_waiting (self, _("The tray did not take the icon."));
  if (self->n_tries >= G_N_ELEMENTS (retry_after_s))
    return;

  g_clear_handle_id (&self->timer_id, g_source_remove);
  self->timer_id = g_timeout_add_seconds (retry_after_s[self->n_tries++], retry_cb, self);
}

static void
register_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  BcTrayRegistration *self;
  g_autoptr (GError) error = NULL;

  bc_dbus_status_notifier_watcher_call_register_status_notifier_item_finish (
    BC_DBUS_STATUS_NOTIFIER_WATCHER (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = data;
  if (error != NULL)
    {
      retry_later (self);
      return;
    }

  self->registered = TRUE;
  update_status (self);
}

static void
try_to_register (BcTrayRegistration *self)
{
  bc_dbus_status_notifier_watcher_call_register_status_notifier_item (
    self->watcher, g_dbus_connection_get_unique_name (self->bus),
    self->cancellable, register_cb, self);
}

static void
has_host_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  BcTrayRegistration *self;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GVariant) value = NULL;

  reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = data;
  if (reply != NULL)
    g_variant_get (reply, "(v)", &value);

  /* A watcher that cannot tell is taken for one that draws. */
  self->has_host = value == NULL ||
                   !g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN) ||
                   g_variant_get_boolean (value);
  update_status (self);
}

static void
ask_for_host (BcTrayRegistration *self)
{
  g_dbus_connection_call (self->bus, WATCHER_NAME, WATCHER_PATH,
                          "org.freedesktop.DBus.Properties", "Get",
                          g_variant_new ("(ss)", WATCHER_NAME, "IsStatusNotifierHostRegistered"),
                          G_VARIANT_TYPE ("(v)"), G_DBUS_CALL_FLAGS_NO_AUTO_START,
                          REPLY_TIMEOUT_MS, self->cancellable, has_host_cb, self);
}

static void
watcher_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  BcTrayRegistration *self;
  g_autoptr (GError) error = NULL;
  BcDBusStatusNotifierWatcher *watcher = NULL;

  watcher = bc_dbus_status_notifier_watcher_proxy_new_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = data;
  if (watcher == NULL)
    {
      set_waiting (self, _("The tray did not take the icon."));
      return;
    }

  self->watcher = watcher;
  g_dbus_proxy_set_default_timeout (G_DBUS_PROXY (watcher), REPLY_TIMEOUT_MS);
  g_signal_connect_object (watcher, "status-notifier-host-registered",
                           G_CALLBACK (ask_for_host), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (watcher, "status-notifier-host-unregistered",
                           G_CALLBACK (ask_for_host), self, G_CONNECT_SWAPPED);
  try_to_register (self);
  ask_for_host (self);
}

static void
forget_watcher (BcTrayRegistration *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->watcher);
  g_clear_handle_id (&self->timer_id, g_source_remove);
  self->n_tries = 0;
  self->registered = FALSE;
  self->has_host = TRUE;
}

static void
appeared_cb (GDBusConnection *bus,
             const char      *name,
             const char      *owner,
             gpointer         data)
{
  BcTrayRegistration *self = data;

  forget_watcher (self);
  self->cancellable = g_cancellable_new ();
  bc_dbus_status_notifier_watcher_proxy_new (
    bus, G_DBUS_PROXY_FLAGS_DO_NOT_AUTO_START | G_DBUS_PROXY_FLAGS_DO_NOT_LOAD_PROPERTIES,
    WATCHER_NAME, WATCHER_PATH, self->cancellable, watcher_cb, self);
}

static void
vanished_cb (GDBusConnection *bus,
             const char      *name,
             gpointer         data)
{
  BcTrayRegistration *self = data;

  forget_watcher (self);
  set_waiting (self, _("Waiting for a tray to appear."));
  self->timer_id = g_timeout_add_seconds (PATIENCE_S, patience_cb, self);
}

static void
bc_tray_registration_dispose (GObject *object)
{
  BcTrayRegistration *self = BC_TRAY_REGISTRATION (object);

  g_clear_handle_id (&self->watch_id, g_bus_unwatch_name);
  forget_watcher (self);
  g_clear_object (&self->bus);
  g_clear_object (&self->status);

  G_OBJECT_CLASS (bc_tray_registration_parent_class)->dispose (object);
}

static void
bc_tray_registration_class_init (BcTrayRegistrationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bc_tray_registration_dispose;
}

static void
bc_tray_registration_init (BcTrayRegistration *self)
{
}

BcTrayRegistration *
bc_tray_registration_new (GDBusConnection *bus,
                          BcServiceStatus *status)
{
  BcTrayRegistration *self = g_object_new (BC_TYPE_TRAY_REGISTRATION, NULL);

  self->bus = g_object_ref (bus);
  self->status = g_object_ref (status);
  set_waiting (self, _("Waiting for a tray to appear."));
  self->watch_id = g_bus_watch_name_on_connection (bus, WATCHER_NAME, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                   appeared_cb, vanished_cb, self, NULL);

  return self;
}
