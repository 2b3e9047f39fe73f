/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "focus/bc-focus.h"

#include <glib/gi18n-lib.h>

#include "bc-backends.h"
#include "focus/bc-focus-x11.h"

struct _BcFocus {
  GObject parent_instance;

  BcServiceStatus *status;
  BcFocusX11 *x11;
};

G_DEFINE_FINAL_TYPE (BcFocus, bc_focus, G_TYPE_OBJECT)

static void
refuse (BcFocus    *self,
        const char *refusal,
        const char *reason)
{
  g_clear_object (&self->x11);
  bc_service_status_set_refusal (self->status, "x11", refusal);
  bc_service_status_set (self->status, BC_SERVICE_STATE_UNAVAILABLE, NULL, reason);
}

static void
lost_cb (BcFocus *self)
{
  refuse (self, _("The connection to the X server was lost."), _("The connection to the X server was lost."));
}

static void
bc_focus_finalize (GObject *object)
{
  BcFocus *self = BC_FOCUS (object);

  g_clear_object (&self->x11);
  g_clear_object (&self->status);

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

  if (!bc_backends_allows ("focus", "x11"))
    {
      bc_service_status_set (self->status, BC_SERVICE_STATE_OFF, NULL, _("Switched off by an environment variable."));
    }
  else if (x11 == NULL || bc_x11_connection_is_lost (x11))
    {
      refuse (self, _("This is not an X11 session."),
              _("On this desktop no program may see or raise the windows of others."));
    }
  else
    {
      self->x11 = bc_focus_x11_new (x11);
      g_signal_connect_object (x11, "lost", G_CALLBACK (lost_cb), self, G_CONNECT_SWAPPED);
      bc_service_status_set (self->status, BC_SERVICE_STATE_ACTIVE, "x11", NULL);
    }

  return self;
}

BcContext *
bc_focus_read (BcFocus *self)
{
  g_return_val_if_fail (BC_IS_FOCUS (self), NULL);

  return self->x11 != NULL ? bc_focus_x11_read (self->x11) : NULL;
}

gboolean
bc_focus_restore (BcFocus   *self,
                  BcContext *context,
                  guint32    time)
{
  g_return_val_if_fail (BC_IS_FOCUS (self), FALSE);

  return self->x11 != NULL && bc_focus_x11_restore (self->x11, context, time);
}

BcServiceStatus *
bc_focus_get_status (BcFocus *self)
{
  return self->status;
}
