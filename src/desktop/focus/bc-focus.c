/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "focus/bc-focus.h"

#include <glib/gi18n-lib.h>

#include "bc-backends.h"
#include "focus/bc-x11-windows.h"

#define BACKEND_X11 "x11"

struct _BcFocus {
  GObject parent_instance;

  BcX11Windows *windows;
  BcServiceStatus *status;
};

G_DEFINE_FINAL_TYPE (BcFocus, bc_focus, G_TYPE_OBJECT)

static void
bc_focus_finalize (GObject *object)
{
  BcFocus *self = BC_FOCUS (object);

  g_clear_pointer (&self->windows, bc_x11_windows_free);
  g_object_unref (self->status);

  G_OBJECT_CLASS (bc_focus_parent_class)->finalize (object);
}

static void
bc_focus_class_init (BcFocusClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bc_focus_finalize;
}

static void
bc_focus_init (BcFocus *self)
{
  self->status = bc_service_status_new ("focus");
}

BcFocus *
bc_focus_new (BcX11Connection *x11)
{
  BcFocus *self = g_object_new (BC_TYPE_FOCUS, NULL);

  if (!bc_backends_allows ("focus", BACKEND_X11))
    bc_service_status_set_refusal (self->status, BACKEND_X11, _("It is switched off by the environment."));
  else if (x11 == NULL)
    bc_service_status_set_refusal (self->status, BACKEND_X11, _("This is no X11 session."));
  else
    self->windows = bc_x11_windows_new (x11);

  if (self->windows != NULL)
    bc_service_status_set (self->status, BC_SERVICE_STATE_ACTIVE, BACKEND_X11, NULL);
  else
    bc_service_status_set (self->status, BC_SERVICE_STATE_UNAVAILABLE, NULL,
                           _("This desktop does not tell which window is active."));

  return self;
}

BcContext *
bc_focus_read (BcFocus *self)
{
  g_return_val_if_fail (BC_IS_FOCUS (self), NULL);

  return self->windows != NULL ? bc_x11_windows_read_active (self->windows) : NULL;
}

gboolean
bc_focus_restore (BcFocus   *self,
                  BcContext *context,
                  guint32    time)
{
  g_return_val_if_fail (BC_IS_FOCUS (self), FALSE);

  if (self->windows == NULL || bc_context_get_window (context) == 0)
    return FALSE;

  return bc_x11_windows_activate (self->windows, bc_context_get_window (context),
                                  bc_context_get_application (context), time);
}

BcServiceStatus *
bc_focus_get_status (BcFocus *self)
{
  return self->status;
}
