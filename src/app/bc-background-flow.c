/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-background-flow.h"

#include <glib/gi18n-lib.h>

/* At login, and while it restarts, a panel is away for so long. */
#define GRACE_S 10

struct _BcBackgroundFlow {
  GObject parent_instance;

  BcBackground *background;
  BcServiceStatus *tray;
  BcPauseWatch *pause;
  BcOpenCrumbs *open;
  gboolean is_needed;
  guint grace_id;
};

G_DEFINE_FINAL_TYPE (BcBackgroundFlow, bc_background_flow, G_TYPE_OBJECT)

static void
bc_background_flow_dispose (GObject *object)
{
  BcBackgroundFlow *self = BC_BACKGROUND_FLOW (object);

  g_clear_handle_id (&self->grace_id, g_source_remove);
  g_clear_object (&self->background);
  g_clear_object (&self->tray);
  g_clear_object (&self->pause);
  g_clear_object (&self->open);

  G_OBJECT_CLASS (bc_background_flow_parent_class)->dispose (object);
}

static void
bc_background_flow_class_init (BcBackgroundFlowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bc_background_flow_dispose;
}

static void
bc_background_flow_init (BcBackgroundFlow *self)
{
}

static char *
word (BcBackgroundFlow *self)
{
  guint n_open = bc_open_crumbs_get_count (self->open);

  if (bc_pause_watch_is_paused (self->pause))
    return g_strdup (C_("background", "Reminders paused"));
  if (n_open == 0)
    return g_strdup (C_("background", "No breadcrumb open"));

  /* Translators: at most 96 characters. */
  return g_strdup_printf (ngettext ("%u breadcrumb open", "%u breadcrumbs open", n_open), n_open);
}

static void
update (BcBackgroundFlow *self)
{
  g_autofree char *message = self->is_needed ? word (self) : NULL;

  bc_background_set_message (self->background, message);
}

static gboolean
grace_cb (gpointer user_data)
{
  BcBackgroundFlow *self = user_data;

  self->grace_id = 0;
  self->is_needed = TRUE;
  update (self);

  return G_SOURCE_REMOVE;
}

static void
follow_tray (BcBackgroundFlow *self)
{
  BcServiceState state = bc_service_status_get_state (self->tray);

  if (state == BC_SERVICE_STATE_WAITING)
    {
      if (!self->is_needed && self->grace_id == 0)
        self->grace_id = g_timeout_add_seconds (GRACE_S, grace_cb, self);
      return;
    }

  g_clear_handle_id (&self->grace_id, g_source_remove);
  self->is_needed = state != BC_SERVICE_STATE_ACTIVE;
  update (self);
}

BcBackgroundFlow *
bc_background_flow_new (BcBackground    *background,
                        BcServiceStatus *tray,
                        BcPauseWatch    *pause,
                        BcOpenCrumbs    *open)
{
  BcBackgroundFlow *self = g_object_new (BC_TYPE_BACKGROUND_FLOW, NULL);

  self->background = g_object_ref (background);
  self->tray = g_object_ref (tray);
  self->pause = g_object_ref (pause);
  self->open = g_object_ref (open);
  g_signal_connect_object (tray, "notify::state", G_CALLBACK (follow_tray), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pause, "notify::paused", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::count", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  follow_tray (self);

  return self;
}
