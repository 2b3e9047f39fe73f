/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-focus-watch.h"

#define SETTLE_MS 150

struct _BcFocusWatch {
  GObject parent_instance;

  GdkSurface *surface;
  gboolean running;
  gboolean had_focus;
  guint settle_source;
};

enum {
  LOST,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcFocusWatch, bc_focus_watch, G_TYPE_OBJECT)

static gboolean
has_focus (BcFocusWatch *self)
{
  return gdk_surface_get_mapped (self->surface) &&
         (gdk_toplevel_get_state (GDK_TOPLEVEL (self->surface)) & GDK_TOPLEVEL_STATE_FOCUSED) != 0;
}

static gboolean
settled_cb (gpointer data)
{
  BcFocusWatch *self = data;

  self->settle_source = 0;
  if (self->running && !has_focus (self))
    {
      bc_focus_watch_stop (self);
      g_signal_emit (self, signals[LOST], 0);
    }

  return G_SOURCE_REMOVE;
}

static void
state_changed_cb (BcFocusWatch *self)
{
  if (!self->running)
    return;

  if (has_focus (self))
    {
      self->had_focus = TRUE;
      g_clear_handle_id (&self->settle_source, g_source_remove);
    }
  else if (self->had_focus && self->settle_source == 0)
    {
      self->settle_source = g_timeout_add (SETTLE_MS, settled_cb, self);
    }
}

static void
bc_focus_watch_dispose (GObject *object)
{
  BcFocusWatch *self = BC_FOCUS_WATCH (object);

  bc_focus_watch_stop (self);
  g_clear_object (&self->surface);

  G_OBJECT_CLASS (bc_focus_watch_parent_class)->dispose (object);
}

static void
bc_focus_watch_class_init (BcFocusWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bc_focus_watch_dispose;

  signals[LOST] = g_signal_new ("lost", BC_TYPE_FOCUS_WATCH, G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bc_focus_watch_init (BcFocusWatch *self)
{
}

BcFocusWatch *
bc_focus_watch_new (GtkWindow *window)
{
  BcFocusWatch *self = g_object_new (BC_TYPE_FOCUS_WATCH, NULL);

  self->surface = g_object_ref (gtk_native_get_surface (GTK_NATIVE (window)));
  g_signal_connect_object (self->surface, "notify::state",
                           G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
bc_focus_watch_start (BcFocusWatch *self)
{
  bc_focus_watch_stop (self);
  self->running = TRUE;
}

void
bc_focus_watch_stop (BcFocusWatch *self)
{
  self->running = FALSE;
  self->had_focus = FALSE;
  g_clear_handle_id (&self->settle_source, g_source_remove);
}
