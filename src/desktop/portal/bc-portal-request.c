/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "portal/bc-portal-request.h"

#include "portal/bc-portal-bus.h"

#define REQUEST "org.freedesktop.portal.Request"

typedef struct {
  GDBusConnection *connection;
  char *owner;
  char *path;
  guint signal_id;
  guint timeout_id;
  GSource *cancelled;
  gboolean done;
} Request;

static void
release (Request *request)
{
  if (request->signal_id != 0)
    g_dbus_connection_signal_unsubscribe (request->connection, request->signal_id);
  request->signal_id = 0;
  g_clear_handle_id (&request->timeout_id, g_source_remove);
  if (request->cancelled != NULL)
    g_source_destroy (request->cancelled);
  g_clear_pointer (&request->cancelled, g_source_unref);
}

static void
request_free (gpointer data)
{
  Request *request = data;

  release (request);
  g_object_unref (request->connection);
  g_free (request->owner);
  g_free (request->path);
  g_free (request);
}

static void
conclude (GTask    *task,
          GVariant *results,
          GError   *error)
{
  Request *request = g_task_get_task_data (task);

  request->done = TRUE;
  release (request);
  if (results != NULL)
    g_task_return_pointer (task, results, (GDestroyNotify) g_variant_unref);
  else
    g_task_return_error (task, error);
}

static void
give_up (GTask  *task,
         GError *error)
{
  Request *request = g_task_get_task_data (task);

  g_dbus_connection_call (request->connection, request->owner, request->path, REQUEST, "Close", NULL, NULL,
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL, NULL);
  conclude (task, NULL, error);
}

static gboolean
timeout_cb (gpointer user_data)
{
  GTask *task = user_data;
  Request *request = g_task_get_task_data (task);

  request->timeout_id = 0;
  give_up (task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "No answer"));

  return G_SOURCE_REMOVE;
}

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  give_up (user_data, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled"));

  return G_SOURCE_REMOVE;
}

static void
response_cb (GDBusConnection *connection,
             const char      *sender,
             const char      *path,
             const char      *interface,
             const char      *signal,
             GVariant        *parameters,
             gpointer         user_data)
{
  g_autoptr (GTask) task = g_object_ref (user_data);
  Request *request = g_task_get_task_data (task);
  g_autoptr (GVariant) results = NULL;

  if (request->done)
    return;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    {
      conclude (task, NULL, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "Response of a wrong type"));
      return;
    }

  g_variant_get (parameters, "(u@a{sv})", NULL, &results);
  conclude (task, g_steal_pointer (&results), NULL);
}

static void
listen (GTask      *task,
        const char *path)
{
  Request *request = g_task_get_task_data (task);

  if (g_strcmp0 (path, request->path) == 0)
    return;

  if (request->signal_id != 0)
    g_dbus_connection_signal_unsubscribe (request->connection, request->signal_id);
  g_free (request->path);
  request->path = g_strdup (path);
  request->signal_id = g_dbus_connection_signal_subscribe (request->connection, request->owner, REQUEST, "Response",
                                                           path, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                                           response_cb, g_object_ref (task), g_object_unref);
}

static void
called_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Request *request = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  const char *path;

  if (request->done)
    {
      g_clear_error (&error);
    }
  else if (reply == NULL)
    {
      conclude (task, NULL, error);
    }
  else
    {
      g_variant_get (reply, "(&o)", &path);
      listen (task, path);
    }
}

static GVariant *
create_parameters (GVariant * const *arguments,
                   GVariantDict     *options,
                   const char       *token)
{
  GVariantBuilder builder;

  g_variant_dict_insert (options, "handle_token", "s", token);
  g_variant_builder_init (&builder, G_VARIANT_TYPE_TUPLE);
  for (; *arguments != NULL; arguments++)
    g_variant_builder_add_value (&builder, *arguments);
  g_variant_builder_add_value (&builder, g_variant_dict_end (options));

  return g_variant_builder_end (&builder);
}

static void
limit (GTask *task,
       int    timeout_ms)
{
  Request *request = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (timeout_ms >= 0)
    request->timeout_id = g_timeout_add_full (G_PRIORITY_DEFAULT, (guint) timeout_ms, timeout_cb,
                                              g_object_ref (task), g_object_unref);
  if (cancellable == NULL)
    return;

  request->cancelled = g_cancellable_source_new (cancellable);
  g_source_set_callback (request->cancelled, G_SOURCE_FUNC (cancelled_cb), g_object_ref (task), g_object_unref);
  g_source_attach (request->cancelled, NULL);
}

void
bc_portal_request_async (GDBusConnection     *connection,
                         const char          *owner,
                         const char          *interface,
                         const char          *method,
                         GVariant * const    *arguments,
                         GVariantDict        *options,
                         int                  timeout_ms,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (connection, cancellable, callback, user_data);
  g_autofree char *token = g_strdup_printf ("breadcrumbs%08x", g_random_int ());
  g_autofree char *path = bc_portal_bus_create_path (connection, "request", token);
  Request *request = g_new0 (Request, 1);

  request->connection = g_object_ref (connection);
  request->owner = g_strdup (owner);
  g_task_set_task_data (task, request, request_free);
  /* The answer's own: it is given after a cancellation has closed the dialog. */
  g_task_set_check_cancellable (task, FALSE);

  listen (task, path);
  limit (task, timeout_ms);
  g_dbus_connection_call (connection, owner, BC_PORTAL_PATH, interface, method,
                          create_parameters (arguments, options, token), G_VARIANT_TYPE ("(o)"),
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, timeout_ms < 0 ? -1 : timeout_ms, NULL,
                          called_cb, g_object_ref (task));
}

GVariant *
bc_portal_request_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
