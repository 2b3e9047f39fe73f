/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "background/bc-background.h"

#include <glib/gi18n-lib.h>

#include "bc-backends.h"
#include "portal/bc-portal-bus.h"
#include "text/bc-plain-text.h"

#define BACKEND "portal"
#define INTERFACE "org.freedesktop.portal.Background"
#define REPLY_TIMEOUT_MS 10000

struct _BcBackground {
  GObject parent_instance;

  char *app_id;
  BcServiceStatus *status;
  gboolean is_switched_off;
  char *message;
  GCancellable *cancellable;
  GDBusConnection *connection;
  guint watch_id;

  /* Of the portal that is there now. */
  char *owner;
  GCancellable *talk;
  gboolean is_registered;
  gboolean is_refused;
  gboolean is_taken;
  const char *reason;
  char *asked;
  char *told;
};

G_DEFINE_FINAL_TYPE (BcBackground, bc_background, G_TYPE_OBJECT)

static void tell (BcBackground *self);

static void
update_status (BcBackground *self)
{
  if (self->message == NULL)
    bc_service_status_set (self->status, BC_SERVICE_STATE_OFF, NULL, NULL);
  else if (self->is_refused)
    bc_service_status_set (self->status, BC_SERVICE_STATE_UNAVAILABLE, NULL, self->reason);
  else if (self->is_taken)
    bc_service_status_set (self->status, BC_SERVICE_STATE_ACTIVE, BACKEND, NULL);
  else
    bc_service_status_set (self->status, BC_SERVICE_STATE_WAITING, BACKEND, self->reason);
}

static void
fail (BcBackground *self,
      gboolean      for_good,
      const char   *reason)
{
  self->is_refused = for_good;
  self->is_taken = FALSE;
  self->reason = reason;
}

static gboolean
is_unknown (const GError *error)
{
  static const int codes[] = {
    G_DBUS_ERROR_UNKNOWN_METHOD, G_DBUS_ERROR_UNKNOWN_INTERFACE, G_DBUS_ERROR_UNKNOWN_OBJECT,
    G_DBUS_ERROR_INVALID_ARGS, G_DBUS_ERROR_NOT_SUPPORTED,
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      if (g_error_matches (error, G_DBUS_ERROR, codes[i]))
        return TRUE;
    }

  return FALSE;
}

static void
take_error (BcBackground *self,
            const GError *error)
{
  g_autofree char *name = g_dbus_error_get_remote_error (error);

  if (g_strcmp0 (name, "org.freedesktop.portal.Error.NotAllowed") == 0)
    fail (self, TRUE, _("The desktop lists only programs that run in a sandbox."));
  else if (is_unknown (error))
    fail (self, TRUE, _("This desktop does not list programs that run in the background."));
  else
    fail (self, FALSE, _("The desktop's portal does not answer."));
}

static void
told_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (BcBackground) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  g_autofree char *asked = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  asked = g_steal_pointer (&self->asked);
  self->is_taken = reply != NULL;
  if (reply == NULL)
    take_error (self, error);
  g_free (self->told);
  self->told = g_steal_pointer (&asked);
  update_status (self);
  tell (self);
}

/* One call at a time, always of the newest words; the same ones are not said twice to a portal, be it
 * that it took them or not. Empty ones take the former back. */
static void
tell (BcBackground *self)
{
  const char *wanted = self->message != NULL ? self->message : "";
  GVariantDict options;

  if (!self->is_registered || self->is_refused || self->asked != NULL || g_strcmp0 (wanted, self->told) == 0)
    return;

  self->asked = g_strdup (wanted);
  g_variant_dict_init (&options, NULL);
  g_variant_dict_insert (&options, "message", "s", wanted);
  g_dbus_connection_call (self->connection, self->owner, BC_PORTAL_PATH, INTERFACE, "SetStatus",
                          g_variant_new ("(@a{sv})", g_variant_dict_end (&options)), NULL,
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, REPLY_TIMEOUT_MS, self->talk,
                          told_cb, g_object_ref (self));
}

static void
registered_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (BcBackground) self = data;

  if (!bc_portal_bus_register_finish (result, NULL))
    return;

  self->is_registered = TRUE;
  tell (self);
}

static void
forget_portal (BcBackground *self)
{
  g_cancellable_cancel (self->talk);
  g_clear_object (&self->talk);
  g_clear_pointer (&self->owner, g_free);
  g_clear_pointer (&self->asked, g_free);
  g_clear_pointer (&self->told, g_free);
  self->is_registered = FALSE;
  fail (self, FALSE, NULL);
}

static void
appeared_cb (GDBusConnection *connection,
             const char      *name,
             const char      *owner,
             gpointer         data)
{
  BcBackground *self = data;

  forget_portal (self);
  update_status (self);
  self->owner = g_strdup (owner);
  self->talk = g_cancellable_new ();
  bc_portal_bus_register_async (connection, owner, self->app_id, self->talk, registered_cb, g_object_ref (self));
}

static void
vanished_cb (GDBusConnection *connection,
             const char      *name,
             gpointer         data)
{
  BcBackground *self = data;

  forget_portal (self);
  fail (self, FALSE, _("This desktop has no portal."));
  update_status (self);
}

static void
connected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (BcBackground) self = data;
  g_autoptr (GError) error = NULL;
  GDBusConnection *connection = bc_portal_bus_connect_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (connection == NULL)
    {
      fail (self, TRUE, _("There is no session bus."));
      update_status (self);
      return;
    }

  self->connection = connection;
  self->watch_id = g_bus_watch_name_on_connection (connection, BC_PORTAL_NAME, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                   appeared_cb, vanished_cb, self, NULL);
}

static void
bc_background_dispose (GObject *object)
{
  BcBackground *self = BC_BACKGROUND (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->watch_id, g_bus_unwatch_name);
  forget_portal (self);
  if (self->connection != NULL)
    g_dbus_connection_close (self->connection, NULL, NULL, NULL);
  g_clear_object (&self->connection);

  G_OBJECT_CLASS (bc_background_parent_class)->dispose (object);
}

static void
bc_background_finalize (GObject *object)
{
  BcBackground *self = BC_BACKGROUND (object);

  g_free (self->app_id);
  g_free (self->message);
  g_clear_object (&self->cancellable);
  g_object_unref (self->status);

  G_OBJECT_CLASS (bc_background_parent_class)->finalize (object);
}

static void
bc_background_class_init (BcBackgroundClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bc_background_dispose;
  G_OBJECT_CLASS (klass)->finalize = bc_background_finalize;
}

static void
bc_background_init (BcBackground *self)
{
  self->status = bc_service_status_new ("background");
}

BcBackground *
bc_background_new (const char *app_id)
{
  BcBackground *self = g_object_new (BC_TYPE_BACKGROUND, NULL);

  self->app_id = g_strdup (app_id);
  self->is_switched_off = !bc_backends_allows ("background", BACKEND);
  if (self->is_switched_off)
    bc_service_status_set (self->status, BC_SERVICE_STATE_OFF, NULL, _("Switched off by the environment."));

  return self;
}

static char *
shorten (const char *message)
{
  g_autofree char *line = bc_plain_text_line (message, BC_BACKGROUND_MAX_CHARS);

  return g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1), BC_BACKGROUND_MAX_CHARS));
}

void
bc_background_set_message (BcBackground *self,
                           const char   *message)
{
  g_autofree char *shortened = message != NULL ? shorten (message) : NULL;

  g_return_if_fail (BC_IS_BACKGROUND (self));

  if (self->is_switched_off || g_strcmp0 (shortened, self->message) == 0)
    return;

  g_free (self->message);
  self->message = g_steal_pointer (&shortened);
  if (self->cancellable == NULL)
    {
      self->cancellable = g_cancellable_new ();
      bc_portal_bus_connect_async (self->cancellable, connected_cb, g_object_ref (self));
    }
  update_status (self);
  tell (self);
}

BcServiceStatus *
bc_background_get_status (BcBackground *self)
{
  return self->status;
}
