/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-focus-watch.h"

#define SETTLE_MS 150

struct _BcFocusWatch {
  GObject parent_instance;

  GtkWindow *window;
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
settled_cb (gpointer data)
{
  BcFocusWatch *self = data;

  self->settle_source = 0;
  if (self->running && !gtk_window_is_active (self->window))
    {
      bc_focus_watch_stop (self);
      g_signal_emit (self, signals[LOST], 0);
    }

  return G_SOURCE_REMOVE;
}

static void
active_changed_cb (BcFocusWatch *self)
{
  if (!self->running)
    return;

  if (gtk_window_is_active (self->window))
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
  g_clear_weak_pointer (&self->window);

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

  g_set_weak_pointer (&self->window, window);
  g_signal_connect_object (window, "notify::is-active",
                           G_CALLBACK (active_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
bc_focus_watch_start (BcFocusWatch *self)
{
  bc_focus_watch_stop (self);
  self->running = TRUE;

  /* GTK 4.8 leaves a window active while it is hidden, and does not notify when
   * it gets the focus again. */
  self->had_focus = gtk_window_is_active (self->window);
}

void
bc_focus_watch_stop (BcFocusWatch *self)
{
  self->running = FALSE;
  self->had_focus = FALSE;
  g_clear_handle_id (&self->settle_source, g_source_remove);
}
