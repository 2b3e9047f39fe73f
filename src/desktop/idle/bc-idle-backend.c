/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "idle/bc-idle-backend.h"

enum {
  IDLE,
  ACTIVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (BcIdleBackend, bc_idle_backend, BC_TYPE_BACKEND)

static void
bc_idle_backend_default_init (BcIdleBackendInterface *iface)
{
  signals[IDLE] = g_signal_new ("idle", BC_TYPE_IDLE_BACKEND, G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[ACTIVE] = g_signal_new ("active", BC_TYPE_IDLE_BACKEND, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

void
bc_idle_backend_set_threshold_s (BcIdleBackend *self,
                                 guint          seconds)
{
  BC_IDLE_BACKEND_GET_IFACE (self)->set_threshold_s (self, seconds);
}

void
bc_idle_backend_emit_idle (BcIdleBackend *self,
                           gint64         silent_us)
{
  g_signal_emit (self, signals[IDLE], 0, silent_us);
}

void
bc_idle_backend_emit_active (BcIdleBackend *self)
{
  g_signal_emit (self, signals[ACTIVE], 0);
}
