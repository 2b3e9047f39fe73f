/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hotkey/bc-hotkey-backend.h"

#include <glib/gi18n-lib.h>

#include "hotkey/bc-accelerator.h"

#define BC_TYPE_HOTKEY_GNOME (bc_hotkey_gnome_get_type ())
G_DECLARE_FINAL_TYPE (BcHotkeyGnome, bc_hotkey_gnome, BC, HOTKEY_GNOME, GObject)

struct _BcHotkeyGnome {
  GObject parent_instance;

  BcGnomeShortcut *shortcut;
  gboolean wanted;
  gboolean serving;
  char *detail;
};

static void backend_iface_init (BcBackendInterface *iface);
static void hotkey_iface_init (BcHotkeyBackendInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BcHotkeyGnome, bc_hotkey_gnome, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BC_TYPE_BACKEND, backend_iface_init)
                               G_IMPLEMENT_INTERFACE (BC_TYPE_HOTKEY_BACKEND, hotkey_iface_init))

static const char *
bc_hotkey_gnome_get_name (BcBackend *backend)
{
  return "gnome";
}

static const char *
bc_hotkey_gnome_get_detail (BcBackend *backend)
{
  return BC_HOTKEY_GNOME (backend)->detail;
}

static gboolean
check (BcHotkeyGnome  *self,
       GError        **error)
{
  if (!bc_gnome_shortcut_is_available (self->shortcut, error))
    return FALSE;

  if (!bc_gnome_shortcut_is_set (self->shortcut))
    g_set_error_literal (error, BC_SERVICE_ERROR, BC_SERVICE_ERROR_UNAVAILABLE,
                         _("GNOME's keyboard settings have no custom shortcut for it yet."));
  else if (*bc_gnome_shortcut_get_binding (self->shortcut) == '\0')
    g_set_error_literal (error, BC_SERVICE_ERROR, BC_SERVICE_ERROR_UNAVAILABLE,
                         _("The custom shortcut in GNOME's keyboard settings has no key."));
  else
    return TRUE;

  return FALSE;
}

static char *
describe_binding (BcHotkeyGnome *self)
{
  const char *binding = bc_gnome_shortcut_get_binding (self->shortcut);
  BcAccelerator accelerator;

  /* GNOME accepts more keys than we do. */
  return bc_accelerator_parse (binding, &accelerator, NULL) ? bc_accelerator_describe (&accelerator)
                                                            : g_strdup (binding);
}

static void
describe (BcHotkeyGnome *self)
{
  g_autofree char *key = describe_binding (self);

  g_free (self->detail);
  /* Translators: %s is a key, such as "Shift+Super+B" */
  self->detail = g_strdup_printf (_("A custom shortcut in GNOME's keyboard settings, on %s."), key);
}

static gboolean
start (BcBackend  *backend,
       GError    **error)
{
  BcHotkeyGnome *self = BC_HOTKEY_GNOME (backend);

  self->wanted = TRUE;
  self->serving = check (self, error);
  if (self->serving)
    describe (self);

  return self->serving;
}

static void
bc_hotkey_gnome_start_async (BcBackend           *backend,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  bc_backend_start_now (backend, start, cancellable, callback, user_data);
}

/* The user's shortcut stays: it also works when it is not needed. */
static void
bc_hotkey_gnome_stop (BcBackend *backend)
{
  BcHotkeyGnome *self = BC_HOTKEY_GNOME (backend);

  self->wanted = FALSE;
  self->serving = FALSE;
}

static void
changed_cb (BcHotkeyGnome *self)
{
  GError *error = NULL;

  if (!self->wanted)
    return;

  if (!self->serving)
    {
      bc_backend_emit_available (BC_BACKEND (self));
    }
  else if (check (self, &error))
    {
      describe (self);
      bc_backend_emit_changed (BC_BACKEND (self));
    }
  else
    {
      self->serving = FALSE;
      bc_backend_emit_lost (BC_BACKEND (self), error);
    }
}

static void
bc_hotkey_gnome_set_accelerator (BcHotkeyBackend *backend,
                                 const char      *accelerator)
{
}

static void
bc_hotkey_gnome_dispose (GObject *object)
{
  BcHotkeyGnome *self = BC_HOTKEY_GNOME (object);

  g_clear_object (&self->shortcut);
  g_clear_pointer (&self->detail, g_free);

  G_OBJECT_CLASS (bc_hotkey_gnome_parent_class)->dispose (object);
}

static void
bc_hotkey_gnome_class_init (BcHotkeyGnomeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bc_hotkey_gnome_dispose;
}

static void
bc_hotkey_gnome_init (BcHotkeyGnome *self)
{
}

static void
backend_iface_init (BcBackendInterface *iface)
{
  iface->get_name = bc_hotkey_gnome_get_name;
  iface->get_detail = bc_hotkey_gnome_get_detail;
  iface->start_async = bc_hotkey_gnome_start_async;
  iface->start_finish = bc_backend_start_now_finish;
  iface->stop = bc_hotkey_gnome_stop;
}

static void
hotkey_iface_init (BcHotkeyBackendInterface *iface)
{
  iface->set_accelerator = bc_hotkey_gnome_set_accelerator;
}

BcBackend *
bc_hotkey_gnome_new (BcGnomeShortcut *shortcut)
{
  BcHotkeyGnome *self = g_object_new (BC_TYPE_HOTKEY_GNOME, NULL);

  self->shortcut = g_object_ref (shortcut);
  g_signal_connect_object (shortcut, "notify", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return BC_BACKEND (self);
}
