/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "notifier/bc-notifier-backend.h"

enum {
  SHOWN,
  ACTION,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (BcNotifierBackend, bc_notifier_backend, G_TYPE_OBJECT)

static void
bc_notifier_backend_default_init (BcNotifierBackendInterface *iface)
{
  signals[SHOWN] = g_signal_new ("shown", BC_TYPE_NOTIFIER_BACKEND, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ACTION] = g_signal_new ("action", BC_TYPE_NOTIFIER_BACKEND, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 3,
                                  G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
  signals[CLOSED] = g_signal_new ("closed", BC_TYPE_NOTIFIER_BACKEND, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_STRING, G_TYPE_BOOLEAN);
}

void
bc_notifier_backend_show (BcNotifierBackend    *self,
                          const char           *id,
                          const BcNotification *notification)
{
  BC_NOTIFIER_BACKEND_GET_IFACE (self)->show (self, id, notification);
}

void
bc_notifier_backend_withdraw (BcNotifierBackend *self,
                              const char        *id)
{
  BC_NOTIFIER_BACKEND_GET_IFACE (self)->withdraw (self, id);
}

guint
bc_notifier_backend_get_server_id (BcNotifierBackend *self,
                                   const char        *id)
{
  return BC_NOTIFIER_BACKEND_GET_IFACE (self)->get_server_id (self, id);
}

void
bc_notifier_backend_emit_shown (BcNotifierBackend *self,
                                const char        *id)
{
  g_signal_emit (self, signals[SHOWN], 0, id);
}

void
bc_notifier_backend_emit_action (BcNotifierBackend *self,
                                 const char        *id,
                                 const char        *action,
                                 const char        *token)
{
  g_signal_emit (self, signals[ACTION], 0, id, action, token);
}

void
bc_notifier_backend_emit_closed (BcNotifierBackend *self,
                                 const char        *id,
                                 gboolean           dismissed)
{
  g_signal_emit (self, signals[CLOSED], 0, id, dismissed);
}
