/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hotkey/bc-hotkey-backend.h"

static guint activated_signal;

G_DEFINE_INTERFACE (BcHotkeyBackend, bc_hotkey_backend, BC_TYPE_BACKEND)

static void
bc_hotkey_backend_default_init (BcHotkeyBackendInterface *iface)
{
  activated_signal = g_signal_new ("activated", BC_TYPE_HOTKEY_BACKEND, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
}

void
bc_hotkey_backend_set_accelerator (BcHotkeyBackend *self,
                                   const char      *accelerator)
{
  BC_HOTKEY_BACKEND_GET_IFACE (self)->set_accelerator (self, accelerator);
}

void
bc_hotkey_backend_emit_activated (BcHotkeyBackend *self,
                                  guint32          time,
                                  const char      *token)
{
  g_signal_emit (self, activated_signal, 0, time, token);
}
