/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bc-desktop.h"
#include "bc-service-status.h"
#include "hotkey/bc-portal-session-private.h"
#include "portal/bc-portal-bus.h"
#include "portal/bc-portal-request.h"

/* KDE keeps the user's key under this name. */
#define SESSION_TOKEN "breadcrumbs"

#define ANSWER_MS 30000

/* Nobody reads a question and answers it in less. */
#define READING_US (G_USEC_PER_SEC / 2)

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
  /* The process can't be looked into: systemd since 254 lets a login's own children set alarms, and
   * those of systemd --user, as the portal is one, not. */
  else if (g_error_matches (cause, G_DBUS_ERROR, G_DBUS_ERROR_ACCESS_DENIED))
    g_task_return_new_error (task, BC_SERVICE_ERROR, BC_SERVICE_ERROR_UNAVAILABLE, "%s",
                             _("The desktop's portal turns away programs that were started as this one was."));
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
  g_variant_builder_add (&builder, "(s@a{sv})", BC_PORTAL_SHORTCUT_ID, g_variant_dict_end (&properties));

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

  bc_portal_request_async (self->connection, self->owner, BC_PORTAL_SHORTCUTS, method, arguments, options, timeout_ms,
                           g_task_get_cancellable (task), callback, task);
}

/* Before its second version, each binding opened the system settings. */
static gboolean
is_old_kde (BcPortalSession *self)
{
  return self->version < 2 && bc_desktop_includes (g_getenv ("XDG_CURRENT_DESKTOP"), "KDE");
}

static void
deny (GTask *task)
{
  g_task_return_new_error (task, BC_SERVICE_ERROR, BC_SERVICE_ERROR_DENIED, "%s",
                           _("The desktop did not allow the key. Allow it in the desktop's settings, or choose another key."));
}

static void
bound_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  BcPortalSession *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (GVariant) results = bc_portal_request_finish (result, &error);

  if (results == NULL)
    {
      fail (task, error);
    }
  else if (bc_portal_session_take_results (self, results) || self->listed)
    {
      g_task_return_boolean (task, TRUE);
    }
  else
    {
      self->declined = is_old_kde (self) || bc_clock_awake_us (self->clock) - self->asked_us > READING_US;
      deny (task);
    }
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
  self->asked_us = bc_clock_awake_us (self->clock);
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
  g_autoptr (GVariant) results = bc_portal_request_finish (result, &error);
  gboolean known = results != NULL && bc_portal_session_take_results (self, results);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (known && is_old_kde (self))
    g_task_return_boolean (task, TRUE);
  else if (known || self->may_ask)
    bind (g_steal_pointer (&task));
  else
    deny (task);
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

/* Specified as a path, sent as a string. */
static const char *
get_path (GVariant *handle)
{
  if (handle != NULL && (g_variant_is_of_type (handle, G_VARIANT_TYPE_STRING) ||
                         g_variant_is_of_type (handle, G_VARIANT_TYPE_OBJECT_PATH)))
    return g_variant_get_string (handle, NULL);

  return "";
}

/* That of another program's session would let its key open our window. */
static gboolean
open_session (BcPortalSession *self,
              GVariant        *results)
{
  g_autoptr (GVariant) handle = g_variant_lookup_value (results, "session_handle", NULL);
  g_autofree char *own = bc_portal_bus_create_path (self->connection, "session", "");
  const char *path = get_path (handle);

  if (!g_variant_is_object_path (path) || !g_str_has_prefix (path, own))
    return FALSE;

  bc_portal_session_open (self, path);

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
  g_autoptr (GVariant) results = bc_portal_request_finish (result, &error);

  if (results == NULL || !open_session (self, results))
    {
      fail (task, error);
      return;
    }

  if (is_old_kde (self) || !self->may_ask)
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
                          g_variant_new ("(ss)", BC_PORTAL_SHORTCUTS, "version"), G_VARIANT_TYPE ("(v)"),
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
