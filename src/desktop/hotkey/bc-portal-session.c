/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hotkey/bc-portal-session.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bc-service-status.h"
#include "portal/bc-portal-bus.h"
#include "portal/bc-portal-request.h"
#include "text/bc-plain-text.h"

#define SHORTCUTS "org.freedesktop.portal.GlobalShortcuts"
#define SESSION "org.freedesktop.portal.Session"
#define SESSIONS_PATH BC_PORTAL_PATH "/session/"
#define ID "capture"

/* KDE keeps the user's key under this name. */
#define SESSION_TOKEN "breadcrumbs"

#define ANSWER_MS 30000
#define TRIGGER_MAX 80
#define TOKEN_MAX 1024

struct _BcPortalSession {
  GObject parent_instance;

  GDBusConnection *connection;
  char *owner;
  char *preferred;
  char *trigger;
  char *path;
  guint32 version;
  gboolean listed;
  guint shortcuts_id;
  guint closed_id;
};

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

      if (!g_str_equal (id, ID))
        continue;

      g_variant_lookup (owned, "trigger_description", "&s", &trigger);
      g_free (self->trigger);
      self->trigger = bc_plain_text_line (trigger, TRIGGER_MAX);
      self->listed = TRUE;
      return TRUE;
    }

  return FALSE;
}

static gboolean
take_results (BcPortalSession *self,
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

  if (!g_variant_lookup (options, "activation_token", "&s", &token) || *token == '\0' || strlen (token) > TOKEN_MAX)
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
      if (g_strcmp0 (path, self->path) != 0 || !g_str_equal (id, ID))
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

static void
listen (BcPortalSession *self)
{
  self->shortcuts_id = g_dbus_connection_signal_subscribe (self->connection, self->owner, SHORTCUTS, NULL,
                                                           BC_PORTAL_PATH, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                                           shortcuts_cb, self, NULL);
  self->closed_id = g_dbus_connection_signal_subscribe (self->connection, self->owner, SESSION, "Closed",
                                                        self->path, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                                        closed_cb, self, NULL);
}

static void
fail (GTask  *task,
      GError *cause)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, cause);
      return;
    }

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_TIMED_OUT) ||
      g_error_matches (cause, G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY))
    g_task_return_new_error (task, BC_SERVICE_ERROR, BC_SERVICE_ERROR_FAILED, "%s",
                             _("The desktop's portal does not answer."));
  else if (cause != NULL && strstr (cause->message, "org.freedesktop.portal.Error.NotAllowed") != NULL)
    g_task_return_new_error (task, BC_SERVICE_ERROR, BC_SERVICE_ERROR_UNAVAILABLE, "%s",
                             _("The desktop's portal does not know Breadcrumbs as an installed program."));
  else
    g_task_return_new_error (task, BC_SERVICE_ERROR, BC_SERVICE_ERROR_FAILED, "%s",
                             _("The desktop's portal gave an answer that makes no sense."));
  g_clear_error (&cause);
}

static GVariant *
create_shortcuts (BcPortalSession *self)
{
  GVariantBuilder builder;
  GVariantDict properties;

  g_variant_dict_init (&properties, NULL);
  g_variant_dict_insert (&properties, "description", "s", _("Leave a breadcrumb"));
  if (*self->preferred != '\0')
    g_variant_dict_insert (&properties, "preferred_trigger", "s", self->preferred);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sa{sv})"));
  g_variant_builder_add (&builder, "(s@a{sv})", ID, g_variant_dict_end (&properties));

  return g_variant_builder_end (&builder);
}

static void
request (GTask               *task,
         const char          *method,
         GVariant * const    *arguments,
         GVariantDict        *options,
         int                  timeout_ms,
         GAsyncReadyCallback  callback)
{
  BcPortalSession *self = g_task_get_source_object (task);

  bc_portal_request_async (self->connection, self->owner, SHORTCUTS, method, arguments, options, timeout_ms,
                           g_task_get_cancellable (task), callback, task);
}

static void
bound_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  BcPortalSession *self = g_task_get_source_object (task);
  GError *error = NULL;
  BcPortalAnswer answer;
  g_autoptr (GVariant) results = bc_portal_request_finish (result, &answer, &error);

  if (results == NULL)
    fail (task, error);
  else if (take_results (self, results) || self->listed)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, BC_SERVICE_ERROR, BC_SERVICE_ERROR_DENIED, "%s",
                             _("The desktop did not allow the key. Allow it in the desktop's settings, or choose another key."));
}

static void
bind (GTask *task)
{
  BcPortalSession *self = g_task_get_source_object (task);
  GVariant *arguments[] = {
    g_variant_new_object_path (self->path), create_shortcuts (self), g_variant_new_string (""), NULL
  };
  GVariantDict options;

  /* What was said of it before does not tell that this binding succeeds. */
  self->listed = FALSE;
  g_variant_dict_init (&options, NULL);
  request (task, "BindShortcuts", arguments, &options, -1, bound_cb);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  BcPortalSession *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  BcPortalAnswer answer;
  g_autoptr (GVariant) results = bc_portal_request_finish (result, &answer, &error);

  if (results != NULL && take_results (self, results))
    g_task_return_boolean (task, TRUE);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    bind (g_steal_pointer (&task));
}

static gboolean
is_old_kde (BcPortalSession *self)
{
  const char *desktop = g_getenv ("XDG_CURRENT_DESKTOP");
  g_auto (GStrv) names = g_strsplit (desktop != NULL ? desktop : "", ":", -1);

  return self->version < 2 && g_strv_contains ((const char * const *) names, "KDE");
}

static void
list (GTask *task)
{
  BcPortalSession *self = g_task_get_source_object (task);
  GVariant *arguments[] = { g_variant_new_object_path (self->path), NULL };
  GVariantDict options;

  g_variant_dict_init (&options, NULL);
  request (task, "ListShortcuts", arguments, &options, ANSWER_MS, listed_cb);
}

static gboolean
take_path (BcPortalSession *self,
           GVariant        *results)
{
  g_autoptr (GVariant) handle = g_variant_lookup_value (results, "session_handle", NULL);
  const char *path;

  /* Specified as a path, sent as a string. */
  if (handle == NULL || !(g_variant_is_of_type (handle, G_VARIANT_TYPE_STRING) ||
                          g_variant_is_of_type (handle, G_VARIANT_TYPE_OBJECT_PATH)))
    return FALSE;

  path = g_variant_get_string (handle, NULL);
  if (!g_variant_is_object_path (path) || !g_str_has_prefix (path, SESSIONS_PATH))
    return FALSE;

  self->path = g_strdup (path);

  return TRUE;
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  BcPortalSession *self = g_task_get_source_object (task);
  GError *error = NULL;
  BcPortalAnswer answer;
  g_autoptr (GVariant) results = bc_portal_request_finish (result, &answer, &error);

  if (results == NULL || !take_path (self, results))
    {
      fail (task, error);
      return;
    }

  listen (self);
  if (is_old_kde (self))
    list (g_steal_pointer (&task));
  else
    bind (g_steal_pointer (&task));
}

static void
create (GTask *task)
{
  BcPortalSession *self = g_task_get_source_object (task);
  GVariant *none[] = { NULL };
  GVariantDict options;

  g_variant_dict_init (&options, NULL);
  g_variant_dict_insert (&options, "session_handle_token", "s", SESSION_TOKEN);
  /* Plasma 5.27 binds from this alone; others pass over it. */
  g_variant_dict_insert_value (&options, "shortcuts", create_shortcuts (self));
  request (task, "CreateSession", none, &options, ANSWER_MS, created_cb);
}

static void
version_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  BcPortalSession *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  g_autoptr (GVariant) version = NULL;

  if (reply == NULL && error->domain == G_DBUS_ERROR && error->code != G_DBUS_ERROR_NO_REPLY)
    {
      g_clear_error (&error);
      g_task_return_new_error (task, BC_SERVICE_ERROR, BC_SERVICE_ERROR_UNAVAILABLE, "%s",
                               _("This desktop's portal does not offer global hotkeys."));
      return;
    }

  if (reply == NULL)
    {
      fail (task, error);
      return;
    }

  g_variant_get (reply, "(v)", &version);
  self->version = g_variant_is_of_type (version, G_VARIANT_TYPE_UINT32) ? g_variant_get_uint32 (version) : 1;
  create (g_steal_pointer (&task));
}

static void
registered_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  BcPortalSession *self = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;

  if (!bc_portal_bus_register_finish (result, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  g_dbus_connection_call (self->connection, self->owner, BC_PORTAL_PATH, "org.freedesktop.DBus.Properties", "Get",
                          g_variant_new ("(ss)", SHORTCUTS, "version"), G_VARIANT_TYPE ("(v)"),
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, ANSWER_MS, cancellable,
                          version_cb, g_steal_pointer (&task));
}

void
bc_portal_session_bind_async (BcPortalSession     *self,
                              const char          *app_id,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  bc_portal_bus_register_async (self->connection, self->owner, app_id, cancellable, registered_cb,
                                g_task_new (self, cancellable, callback, user_data));
}

gboolean
bc_portal_session_bind_finish (BcPortalSession  *self,
                               GAsyncResult     *result,
                               GError          **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

const char *
bc_portal_session_get_trigger (BcPortalSession *self)
{
  return self->trigger != NULL ? self->trigger : "";
}

void
bc_portal_session_close (BcPortalSession *self)
{
  if (self->path == NULL)
    return;

  g_dbus_connection_signal_unsubscribe (self->connection, self->shortcuts_id);
  g_dbus_connection_signal_unsubscribe (self->connection, self->closed_id);
  g_dbus_connection_call (self->connection, self->owner, self->path, SESSION, "Close", NULL, NULL,
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL, NULL);
  g_clear_pointer (&self->path, g_free);
}

static void
bc_portal_session_dispose (GObject *object)
{
  bc_portal_session_close (BC_PORTAL_SESSION (object));

  G_OBJECT_CLASS (bc_portal_session_parent_class)->dispose (object);
}

static void
bc_portal_session_finalize (GObject *object)
{
  BcPortalSession *self = BC_PORTAL_SESSION (object);

  g_object_unref (self->connection);
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
                       const char      *trigger)
{
  BcPortalSession *self = g_object_new (BC_TYPE_PORTAL_SESSION, NULL);

  self->connection = g_object_ref (connection);
  self->owner = g_strdup (owner);
  self->preferred = g_strdup (trigger);

  return self;
}
