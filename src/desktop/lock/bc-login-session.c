/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lock/bc-login-session.h"

#include "bus/bc-bus-peer.h"

#define LOGIN1 "org.freedesktop.login1"
#define LOGIN1_PATH "/org/freedesktop/login1"
#define MANAGER LOGIN1 ".Manager"
#define SESSION LOGIN1 ".Session"

/* logind may be restarted, which unlocks nothing. */
#define RESTART_MS 3000

struct _BcLoginSession {
  GObject parent_instance;

  BcBusPeer *peer;
  char *path;
  guint changes_id;
  guint restart_id;
  gboolean present;
  gboolean locked;
  gboolean proven;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (BcLoginSession, bc_login_session, G_TYPE_OBJECT)

static void
set_state (BcLoginSession *self,
           gboolean        present,
           gboolean        locked)
{
  g_clear_handle_id (&self->restart_id, g_source_remove);
  if (self->present == present && self->locked == locked)
    return;

  self->present = present;
  self->locked = locked;
  self->proven |= locked;
  g_signal_emit (self, changed_signal, 0);
}

/* Returns: (transfer full) (nullable): what a Get brought, if it is of that type */
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
got_locked_hint (gpointer  object,
                 GVariant *reply)
{
  g_autoptr (GVariant) value = unwrap (reply, "b");

  if (value != NULL)
    set_state (object, TRUE, g_variant_get_boolean (value));
}

static void
properties_changed (gpointer  object,
                    GVariant *parameters)
{
  g_autoptr (GVariant) changed = g_variant_get_child_value (parameters, 1);
  gboolean locked;

  if (g_variant_lookup (changed, "LockedHint", "b", &locked))
    set_state (object, TRUE, locked);
}

void
bc_login_session_check (BcLoginSession *self)
{
  if (self->path != NULL)
    bc_bus_peer_get_property (self->peer, self->path, SESSION, "LockedHint", got_locked_hint);
}

static void
follow (BcLoginSession *self,
        const char     *path)
{
  /* "/" stands for no session. */
  if (self->path != NULL || g_str_equal (path, "/"))
    return;

  self->path = g_strdup (path);
  self->changes_id = bc_bus_peer_subscribe (self->peer, path, "org.freedesktop.DBus.Properties", "PropertiesChanged",
                                            SESSION, "(sa{sv}as)", properties_changed);
  bc_login_session_check (self);
}

static void
got_display (gpointer  object,
             GVariant *reply)
{
  g_autoptr (GVariant) value = unwrap (reply, "(so)");
  const char *path;

  if (value == NULL)
    return;

  g_variant_get (value, "(s&o)", NULL, &path);
  follow (object, path);
}

static void
ask_for_display (BcLoginSession *self)
{
  bc_bus_peer_get_property (self->peer, LOGIN1_PATH "/user/self", LOGIN1 ".User", "Display", got_display);
}

static void
got_path (gpointer  object,
          GVariant *reply)
{
  const char *path;

  if (reply == NULL)
    {
      ask_for_display (object);
      return;
    }

  g_variant_get (reply, "(&o)", &path);
  follow (object, path);
}

static void
got_id (gpointer  object,
        GVariant *reply)
{
  BcLoginSession *self = object;
  g_autoptr (GVariant) id = unwrap (reply, "s");

  /* Changes are told from the session's own path, not from ".../auto". */
  if (id != NULL)
    bc_bus_peer_call (self->peer, LOGIN1_PATH, MANAGER, "GetSession",
                      g_variant_new ("(s)", g_variant_get_string (id, NULL)), "(o)", got_path);
  else
    ask_for_display (self);
}

static void
look_up (BcLoginSession *self)
{
  if (self->path == NULL)
    bc_bus_peer_get_property (self->peer, LOGIN1_PATH "/session/auto", SESSION, "Id", got_id);
}

static void
forget_session (BcLoginSession *self)
{
  g_clear_pointer (&self->path, g_free);
  if (self->changes_id != 0)
    bc_bus_peer_unsubscribe (self->peer, self->changes_id);
  self->changes_id = 0;
}

static void
session_new (gpointer  object,
             GVariant *parameters)
{
  look_up (object);
}

static void
session_removed (gpointer  object,
                 GVariant *parameters)
{
  BcLoginSession *self = object;
  const char *path;

  g_variant_get (parameters, "(s&o)", NULL, &path);
  if (g_strcmp0 (path, self->path) != 0)
    return;

  /* A user service outlives its sessions; the next one is as good. */
  forget_session (self);
  set_state (self, FALSE, FALSE);
  look_up (self);
}

static void
appeared (gpointer object)
{
  BcLoginSession *self = object;

  forget_session (self);
  bc_bus_peer_subscribe (self->peer, LOGIN1_PATH, MANAGER, "SessionNew", NULL, "(so)", session_new);
  bc_bus_peer_subscribe (self->peer, LOGIN1_PATH, MANAGER, "SessionRemoved", NULL, "(so)", session_removed);
  look_up (self);
}

static gboolean
restart_cb (gpointer user_data)
{
  BcLoginSession *self = user_data;

  self->restart_id = 0;
  set_state (self, FALSE, FALSE);

  return G_SOURCE_REMOVE;
}

static void
vanished (gpointer object)
{
  BcLoginSession *self = object;

  forget_session (self);
  if (!self->locked)
    set_state (self, FALSE, FALSE);
  else if (self->restart_id == 0)
    self->restart_id = g_timeout_add (RESTART_MS, restart_cb, self);
}

static void
bc_login_session_dispose (GObject *object)
{
  BcLoginSession *self = BC_LOGIN_SESSION (object);

  g_clear_handle_id (&self->restart_id, g_source_remove);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->peer, bc_bus_peer_free);

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

  self->peer = bc_bus_peer_new (bus, LOGIN1, appeared, vanished, self);

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

gboolean
bc_login_session_is_proven (BcLoginSession *self)
{
  return self->proven;
}
