/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hotkey/bc-hotkey-backend.h"

#include <glib/gi18n-lib.h>

#define BC_TYPE_HOTKEY_COMMAND (bc_hotkey_command_get_type ())
G_DECLARE_FINAL_TYPE (BcHotkeyCommand, bc_hotkey_command, BC, HOTKEY_COMMAND, GObject)

struct _BcHotkeyCommand {
  GObject parent_instance;

  gboolean wanted;
  gboolean proven;
};

static void backend_iface_init (BcBackendInterface *iface);
static void hotkey_iface_init (BcHotkeyBackendInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BcHotkeyCommand, bc_hotkey_command, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BC_TYPE_BACKEND, backend_iface_init)
                               G_IMPLEMENT_INTERFACE (BC_TYPE_HOTKEY_BACKEND, hotkey_iface_init))

static const char *
bc_hotkey_command_get_name (BcBackend *backend)
{
  return "command";
}

static const char *
bc_hotkey_command_get_detail (BcBackend *backend)
{
  return _("A key of the desktop runs the command.");
}

static gboolean
start (BcBackend  *backend,
       GError    **error)
{
  BcHotkeyCommand *self = BC_HOTKEY_COMMAND (backend);

  self->wanted = TRUE;
  if (!self->proven)
    g_set_error_literal (error, BC_SERVICE_ERROR, BC_SERVICE_ERROR_UNAVAILABLE,
                         _("No key has run the command since Breadcrumbs started."));

  return self->proven;
}

static void
bc_hotkey_command_start_async (BcBackend           *backend,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  bc_backend_start_now (backend, start, cancellable, callback, user_data);
}

static void
bc_hotkey_command_stop (BcBackend *backend)
{
  BC_HOTKEY_COMMAND (backend)->wanted = FALSE;
}

static void
bc_hotkey_command_set_accelerator (BcHotkeyBackend *backend,
                                   const char      *accelerator)
{
}

static void
bc_hotkey_command_class_init (BcHotkeyCommandClass *klass)
{
}

static void
bc_hotkey_command_init (BcHotkeyCommand *self)
{
}

static void
backend_iface_init (BcBackendInterface *iface)
{
  iface->get_name = bc_hotkey_command_get_name;
  iface->get_detail = bc_hotkey_command_get_detail;
  iface->start_async = bc_hotkey_command_start_async;
  iface->start_finish = bc_backend_start_now_finish;
  iface->stop = bc_hotkey_command_stop;
}

static void
hotkey_iface_init (BcHotkeyBackendInterface *iface)
{
  iface->set_accelerator = bc_hotkey_command_set_accelerator;
}

BcBackend *
bc_hotkey_command_new (void)
{
  return BC_BACKEND (g_object_new (BC_TYPE_HOTKEY_COMMAND, NULL));
}

void
bc_hotkey_command_prove (BcBackend *backend)
{
  BcHotkeyCommand *self = BC_HOTKEY_COMMAND (backend);

  if (self->proven)
    return;

  self->proven = TRUE;
  if (self->wanted)
    bc_backend_emit_available (BC_BACKEND (self));
}
