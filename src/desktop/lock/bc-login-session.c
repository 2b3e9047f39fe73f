/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lock/bc-login-session.h"

#define LOGIN1 "org.freedesktop.login1"
#define LOGIN1_PATH "/org/freedesktop/login1"
#define PROPERTIES "org.freedesktop.DBus.Properties"
#define TIMEOUT_MS 5000

struct _BcLoginSession {
  GObject parent_instance;

  GDBusConnection *bus;
  guint watch_id;
  guint signal_id;
  char *owner;
  GCancellable *cancellable;
  gboolean present;
  gboolean locked;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (BcLoginSession, bc_login_session, G_TYPE_OBJECT)

static void
set_state (BcLoginSession *self,
           gboolean        present,
           gboolean        locked)
{
  if (self->present == present && self->locked == locked)
    return;

  self->present = present;
  self->locked = locked;
  g_signal_emit (self, changed_signal, 0);
}

static void
call (BcLoginSession      *self,
      const char          *path,
      const char          *interface,
      const char          *method,
      GVariant            *parameters,
      const char          *reply_type,
      GAsyncReadyCallback  callback)
{
  g_dbus_connection_call (self->bus, self->owner, path, interface, method, parameters, G_VARIANT_TYPE (reply_type),
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, TIMEOUT_MS, self->cancellable,
                          callback, g_object_ref (self));
}

static void
get_property (BcLoginSession      *self,
              const char          *path,
              const char          *interface,
              const char          *property,
              GAsyncReadyCallback  callback)
{
  call (self, path, PROPERTIES, "Get", g_variant_new ("(ss)", interface, property), "(v)", callback);
}

/* Whether the watch is still for the owner that was asked. */
static gboolean
finish (BcLoginSession  *self,
        GObject         *source,
        GAsyncResult    *result,
        GVariant       **reply)
{
  g_autoptr (GError) error = NULL;

  *reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  return self->owner != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static GVariant *
unwrap (GVariant   *reply,
        const char *type)
{
  g_autoptr (GVariant) value = NULL;

  if (reply == NULL)
    return NULL;

  g_variant_get (reply, "(v)", &value);

  return g_variant_is_of_type (value, G_VARIANT_TYPE (type)) ? g_steal_pointer (&value) : NULL;
}

static void
got_locked_hint_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (BcLoginSession) self = user_data;
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GVariant) value = NULL;

  if (!finish (self, source, result, &reply))
    return;

  value = unwrap (reply, "b");
  if (value != NULL)
    set_state (self, TRUE, g_variant_get_boolean (value));
}

static void
properties_changed_cb (GDBusConnection *connection,
                       const char      *sender,
                       const char      *path,
                       const char      *interface,
                       const char      *signal,
                       GVariant        *parameters,
                       gpointer         user_data)
{
  BcLoginSession *self = user_data;
  g_autoptr (GVariant) changed = NULL;
  gboolean locked;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(sa{sv}as)")))
    return;

  changed = g_variant_get_child_value (parameters, 1);
  if (g_variant_lookup (changed, "LockedHint", "b", &locked))
    set_state (self, TRUE, locked);
}

static void
follow (BcLoginSession *self,
        const char     *path)
{
  if (self->signal_id != 0)
    return;

  self->signal_id = g_dbus_connection_signal_subscribe (self->bus, self->owner, PROPERTIES, "PropertiesChanged",
                                                        path, LOGIN1 ".Session", G_DBUS_SIGNAL_FLAGS_NONE,
                                                        properties_changed_cb, self, NULL);
  get_property (self, path, LOGIN1 ".Session", "LockedHint", got_locked_hint_cb);
}

static void
got_display_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (BcLoginSession) self = user_data;
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GVariant) value = NULL;
  const char *path;

  if (!finish (self, source, result, &reply))
    return;

  value = unwrap (reply, "(so)");
  if (value == NULL)
    return;

  g_variant_get (value, "(s&o)", NULL, &path);
  follow (self, path);
}

static void
ask_for_display (BcLoginSession *self)
{
  get_property (self, LOGIN1_PATH "/user/self", LOGIN1 ".User", "Display", got_display_cb);
}

static void
got_path_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (BcLoginSession) self = user_data;
  g_autoptr (GVariant) reply = NULL;
  const char *path;

  if (!finish (self, source, result, &reply))
    return;

  if (reply == NULL)
    {
      ask_for_display (self);
      return;
    }

  g_variant_get (reply, "(&o)", &path);
  follow (self, path);
}

static void
got_id_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (BcLoginSession) self = user_data;
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GVariant) id = NULL;

  if (!finish (self, source, result, &reply))
    return;

  /* Changes are told from the session's own path, not from ".../auto". */
  id = unwrap (reply, "s");
  if (id != NULL)
    call (self, LOGIN1_PATH, LOGIN1 ".Manager", "GetSession",
          g_variant_new ("(s)", g_variant_get_string (id, NULL)), "(o)", got_path_cb);
  else
    ask_for_display (self);
}

static void
forget_owner (BcLoginSession *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->signal_id != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->signal_id);
  self->signal_id = 0;
  g_clear_pointer (&self->owner, g_free);
}

static void
appeared_cb (GDBusConnection *connection,
             const char      *name,
             const char      *owner,
             gpointer         user_data)
{
  BcLoginSession *self = user_data;

  forget_owner (self);
  self->owner = g_strdup (owner);
  self->cancellable = g_cancellable_new ();
  get_property (self, LOGIN1_PATH "/session/auto", LOGIN1 ".Session", "Id", got_id_cb);
}

static void
vanished_cb (GDBusConnection *connection,
             const char      *name,
             gpointer         user_data)
{
  BcLoginSession *self = user_data;

  forget_owner (self);
  set_state (self, FALSE, FALSE);
}

static void
bc_login_session_dispose (GObject *object)
{
  BcLoginSession *self = BC_LOGIN_SESSION (object);

  forget_owner (self);
  g_clear_handle_id (&self->watch_id, g_bus_unwatch_name);
  g_clear_object (&self->bus);

  G_OBJECT_CLASS (bc_login_session_parent_class)->dispose (object);
}

static void
bc_login_session_class_init (BcLoginSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bc_login_session_dispose;

  changed_signal = g_signal_new ("changed", BC_TYPE_LOGIN_SESSION, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bc_login_session_init (BcLoginSession *self)
{
}

BcLoginSession *
bc_login_session_new (GDBusConnection *bus)
{
  BcLoginSession *self = g_object_new (BC_TYPE_LOGIN_SESSION, NULL);

  self->bus = g_object_ref (bus);
  self->watch_id = g_bus_watch_name_on_connection (bus, LOGIN1, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                   appeared_cb, vanished_cb, self, NULL);

  return self;
}

gboolean
bc_login_session_is_present (BcLoginSession *self)
{
  return self->present;
}

gboolean
bc_login_session_is_locked (BcLoginSession *self)
{
  return self->locked;
}
