/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "backend/bc-backend.h"

enum {
  LOST,
  AVAILABLE,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (BcBackend, bc_backend, G_TYPE_OBJECT)

static void
bc_backend_default_init (BcBackendInterface *iface)
{
  signals[LOST] = g_signal_new ("lost", BC_TYPE_BACKEND, G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[AVAILABLE] = g_signal_new ("available", BC_TYPE_BACKEND, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", BC_TYPE_BACKEND, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

const char *
bc_backend_get_name (BcBackend *self)
{
  return BC_BACKEND_GET_IFACE (self)->get_name (self);
}

const char *
bc_backend_get_detail (BcBackend *self)
{
  BcBackendInterface *iface = BC_BACKEND_GET_IFACE (self);

  return iface->get_detail != NULL ? iface->get_detail (self) : NULL;
}

void
bc_backend_start_async (BcBackend           *self,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  BC_BACKEND_GET_IFACE (self)->start_async (self, cancellable, callback, user_data);
}

gboolean
bc_backend_start_finish (BcBackend     *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return BC_BACKEND_GET_IFACE (self)->start_finish (self, result, error);
}

void
bc_backend_stop (BcBackend *self)
{
  BC_BACKEND_GET_IFACE (self)->stop (self);
}

void
bc_backend_start_now (BcBackend            *self,
                      gboolean            (*start) (BcBackend *self, GError **error),
                      GCancellable         *cancellable,
                      GAsyncReadyCallback   callback,
                      gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;

  /* Whoever cancels a start stops the backend as well, so the outcome tells. */
  g_task_set_check_cancellable (task, FALSE);
  if (start (self, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

gboolean
bc_backend_start_now_finish (BcBackend     *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
bc_backend_emit_lost (BcBackend *self,
                      GError    *error)
{
  g_signal_emit (self, signals[LOST], 0, error);
  g_error_free (error);
}

void
bc_backend_emit_available (BcBackend *self)
{
  g_signal_emit (self, signals[AVAILABLE], 0);
}

void
bc_backend_emit_changed (BcBackend *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}
