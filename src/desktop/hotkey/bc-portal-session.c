/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hotkey/bc-portal-session-private.h"

#include "bc-activation-token.h"
#include "portal/bc-portal-bus.h"
#include "text/bc-plain-text.h"

#define TRIGGER_MAX 80
#define CLOSE_MS 2000

enum {
  PRESSED,
  RELEASED,
  CHANGED,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcPortalSession, bc_portal_session, G_TYPE_OBJECT)

static gboolean
take_trigger (BcPortalSession *self,
              GVariant        *shortcuts)
{
  GVariantIter iter;
  GVariant *properties;
  const char *id;

  g_variant_iter_init (&iter, shortcuts);
  while (g_variant_iter_next (&iter, "(&s@a{sv})", &id, &properties))
    {
      g_autoptr (GVariant) owned = properties;
      const char *trigger = "";

      if (!g_str_equal (id, BC_PORTAL_SHORTCUT_ID))
        continue;

      g_variant_lookup (owned, "trigger_description", "&s", &trigger);
      g_free (self->trigger);
      self->trigger = bc_plain_text_line (trigger, TRIGGER_MAX);
      self->listed = TRUE;
      return TRUE;
    }

  return FALSE;
}

gboolean
bc_portal_session_take_results (BcPortalSession *self,
                                GVariant        *results)
{
  g_autoptr (GVariant) shortcuts = g_variant_lookup_value (results, "shortcuts", G_VARIANT_TYPE ("a(sa{sv})"));

  return shortcuts != NULL && take_trigger (self, shortcuts);
}

static void
take_press (BcPortalSession *self,
            GVariant        *options)
{
  const char *token = NULL;

  if (!g_variant_lookup (options, "activation_token", "&s", &token) || !bc_activation_token_is_valid (token))
    token = NULL;
  g_signal_emit (self, signals[PRESSED], 0, token);
}

static void
take_signal (BcPortalSession *self,
             const char      *signal,
             GVariant        *parameters)
{
  g_autoptr (GVariant) content = NULL;
  const char *path;
  const char *id;

  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(oa(sa{sv}))")))
    {
      g_variant_get (parameters, "(&o@a(sa{sv}))", &path, &content);
      if (g_strcmp0 (path, self->path) == 0 && g_str_equal (signal, "ShortcutsChanged") && take_trigger (self, content))
        g_signal_emit (self, signals[CHANGED], 0);
    }
  else if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(osta{sv})")))
    {
      g_variant_get (parameters, "(&o&st@a{sv})", &path, &id, NULL, &content);
      if (g_strcmp0 (path, self->path) != 0 || !g_str_equal (id, BC_PORTAL_SHORTCUT_ID))
        return;
      if (g_str_equal (signal, "Activated"))
        take_press (self, content);
      else if (g_str_equal (signal, "Deactivated"))
        g_signal_emit (self, signals[RELEASED], 0);
    }
}

static void
shortcuts_cb (GDBusConnection *connection,
              const char      *sender,
              const char      *path,
              const char      *interface,
              const char      *signal,
              GVariant        *parameters,
              gpointer         user_data)
{
  g_autoptr (BcPortalSession) self = g_object_ref (user_data);

  if (self->path != NULL)
    take_signal (self, signal, parameters);
}

static void
closed_cb (GDBusConnection *connection,
           const char      *sender,
           const char      *path,
           const char      *interface,
           const char      *signal,
           GVariant        *parameters,
           gpointer         user_data)
{
  g_signal_emit (user_data, signals[CLOSED], 0);
}

void
bc_portal_session_open (BcPortalSession *self,
                        const char      *path)
{
  self->path = g_strdup (path);
  self->shortcuts_id = g_dbus_connection_signal_subscribe (self->connection, self->owner, BC_PORTAL_SHORTCUTS, NULL,
                                                           BC_PORTAL_PATH, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                                           shortcuts_cb, self, NULL);
  self->closed_id = g_dbus_connection_signal_subscribe (self->connection, self->owner, BC_PORTAL_SESSION_INTERFACE, "Closed",
                                                        self->path, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                                        closed_cb, self, NULL);
}

const char *
bc_portal_session_get_trigger (BcPortalSession *self)
{
  return self->trigger != NULL ? self->trigger : "";
}

/* Whether it was there to be closed or not, it is gone. */
static void
left_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  g_task_return_boolean (task, TRUE);
}

gboolean
bc_portal_session_can_configure (BcPortalSession *self)
{
  return self->path != NULL && self->version >= 2;
}

void
bc_portal_session_configure (BcPortalSession *self,
                             const char      *token)
{
  GVariantDict options;

  if (!bc_portal_session_can_configure (self))
    return;

  g_variant_dict_init (&options, NULL);
  if (token != NULL)
    g_variant_dict_insert (&options, "activation_token", "s", token);
  g_dbus_connection_call (self->connection, self->owner, BC_PORTAL_PATH, BC_PORTAL_SHORTCUTS, "ConfigureShortcuts",
                          g_variant_new ("(os@a{sv})", self->path, "", g_variant_dict_end (&options)), NULL,
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL, NULL);
}

gboolean
bc_portal_session_was_declined (BcPortalSession *self)
{
  return self->declined;
}

static void
stop_listening (BcPortalSession *self)
{
  g_dbus_connection_signal_unsubscribe (self->connection, self->shortcuts_id);
  g_dbus_connection_signal_unsubscribe (self->connection, self->closed_id);
  g_clear_pointer (&self->path, g_free);
}

void
bc_portal_session_close_async (BcPortalSession     *self,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  /* It may be closing because it is being disposed of. */
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  g_autofree char *path = g_strdup (self->path);

  if (path == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  stop_listening (self);
  g_dbus_connection_call (self->connection, self->owner, path, BC_PORTAL_SESSION_INTERFACE, "Close", NULL, NULL,
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, CLOSE_MS, NULL, left_cb, g_steal_pointer (&task));
}

static void
bc_portal_session_dispose (GObject *object)
{
  bc_portal_session_close_async (BC_PORTAL_SESSION (object), NULL, NULL);

  G_OBJECT_CLASS (bc_portal_session_parent_class)->dispose (object);
}

static void
bc_portal_session_finalize (GObject *object)
{
  BcPortalSession *self = BC_PORTAL_SESSION (object);

  g_object_unref (self->connection);
  g_object_unref (self->clock);
  g_free (self->owner);
  g_free (self->preferred);
  g_free (self->trigger);

  G_OBJECT_CLASS (bc_portal_session_parent_class)->finalize (object);
}

static void
bc_portal_session_class_init (BcPortalSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = bc_portal_session_dispose;
  object_class->finalize = bc_portal_session_finalize;

  signals[PRESSED] = g_signal_new ("pressed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[RELEASED] = g_signal_new ("released", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLOSED] = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bc_portal_session_init (BcPortalSession *self)
{
}

BcPortalSession *
bc_portal_session_new (GDBusConnection *connection,
                       const char      *owner,
                       const char      *trigger,
                       gboolean         may_ask,
                       BcClock         *clock)
{
  BcPortalSession *self = g_object_new (BC_TYPE_PORTAL_SESSION, NULL);

  self->connection = g_object_ref (connection);
  self->owner = g_strdup (owner);
  self->preferred = g_strdup (trigger);
  self->may_ask = may_ask;
  self->clock = g_object_ref (clock);

  return self;
}
