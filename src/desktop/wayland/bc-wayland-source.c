/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wayland/bc-wayland-source.h"

#include <errno.h>

typedef struct {
  GSource source;
  BcWaylandSource *wayland;
  gpointer fd_tag;
} DisplaySource;

struct _BcWaylandSource {
  GObject parent_instance;

  struct wl_display *display;
  struct wl_registry *registry;
  struct wl_callback *announced;
  GPtrArray *globals;
  GSource *source;
  gboolean lost;
};

enum {
  READY,
  ADDED,
  REMOVED,
  LOST,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcWaylandSource, bc_wayland_source, G_TYPE_OBJECT)

static void
global_free (gpointer data)
{
  BcWaylandGlobal *global = data;

  g_free ((char *) global->interface);
  g_free (global);
}

static void
global_cb (void               *data,
           struct wl_registry *registry,
           uint32_t            name,
           const char         *interface,
           uint32_t            version)
{
  BcWaylandSource *self = data;
  BcWaylandGlobal *global = g_new (BcWaylandGlobal, 1);

  global->name = name;
  global->interface = g_strdup (interface);
  global->version = version;
  g_ptr_array_add (self->globals, global);
  g_signal_emit (self, signals[ADDED], 0, global);
}

static void
global_remove_cb (void               *data,
                  struct wl_registry *registry,
                  uint32_t            name)
{
  BcWaylandSource *self = data;

  for (guint i = 0; i < self->globals->len; i++)
    {
      BcWaylandGlobal *global = g_ptr_array_index (self->globals, i);

      if (global->name == name)
        {
          g_ptr_array_steal_index (self->globals, i);
          g_signal_emit (self, signals[REMOVED], 0, global);
          global_free (global);
          return;
        }
    }
}

static const struct wl_registry_listener registry_listener = {
  global_cb,
  global_remove_cb,
};

static void
announced_cb (void               *data,
              struct wl_callback *callback,
              uint32_t            serial)
{
  BcWaylandSource *self = data;

  g_clear_pointer (&self->announced, wl_callback_destroy);
  g_signal_emit (self, signals[READY], 0);
}

static const struct wl_callback_listener announced_listener = {
  announced_cb,
};

static void
flush (DisplaySource *source)
{
  gboolean full = wl_display_flush (source->wayland->display) < 0 && errno == EAGAIN;

  g_source_modify_unix_fd (&source->source, source->fd_tag, full ? G_IO_IN | G_IO_OUT : G_IO_IN);
}

static gboolean
display_source_prepare (GSource *source,
                        int     *timeout)
{
  BcWaylandSource *self = ((DisplaySource *) source)->wayland;

  *timeout = -1;
  flush ((DisplaySource *) source);

  return wl_display_get_error (self->display) != 0;
}

static gboolean
display_source_check (GSource *source)
{
  DisplaySource *display_source = (DisplaySource *) source;

  return g_source_query_unix_fd (source, display_source->fd_tag) != 0 ||
         wl_display_get_error (display_source->wayland->display) != 0;
}

static gboolean
read_events (struct wl_display *display)
{
  while (wl_display_prepare_read (display) != 0)
    {
      if (wl_display_dispatch_pending (display) < 0)
        return FALSE;
    }

  /* Nobody else reads this display, so that this never waits for another reader. */
  return wl_display_read_events (display) == 0 && wl_display_dispatch_pending (display) >= 0;
}

static gboolean
display_source_dispatch (GSource     *source,
                         GSourceFunc  callback,
                         gpointer     user_data)
{
  g_autoptr (BcWaylandSource) self = g_object_ref (((DisplaySource *) source)->wayland);

  if (!read_events (self->display))
    {
      self->lost = TRUE;
      g_source_destroy (source);
      g_signal_emit (self, signals[LOST], 0);
    }

  return G_SOURCE_CONTINUE;
}

static GSourceFuncs display_source_funcs = {
  display_source_prepare,
  display_source_check,
  display_source_dispatch,
  NULL,
};

static void
bc_wayland_source_finalize (GObject *object)
{
  BcWaylandSource *self = BC_WAYLAND_SOURCE (object);

  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
  g_clear_pointer (&self->announced, wl_callback_destroy);
  g_clear_pointer (&self->registry, wl_registry_destroy);
  g_clear_pointer (&self->display, wl_display_disconnect);
  g_ptr_array_unref (self->globals);

  G_OBJECT_CLASS (bc_wayland_source_parent_class)->finalize (object);
}

static void
bc_wayland_source_class_init (BcWaylandSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bc_wayland_source_finalize;

  signals[READY] = g_signal_new ("ready", BC_TYPE_WAYLAND_SOURCE, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ADDED] = g_signal_new ("added", BC_TYPE_WAYLAND_SOURCE, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[REMOVED] = g_signal_new ("removed", BC_TYPE_WAYLAND_SOURCE, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[LOST] = g_signal_new ("lost", BC_TYPE_WAYLAND_SOURCE, G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bc_wayland_source_init (BcWaylandSource *self)
{
  self->globals = g_ptr_array_new_with_free_func (global_free);
}

static void
attach_source (BcWaylandSource *self)
{
  DisplaySource *source;

  self->source = g_source_new (&display_source_funcs, sizeof (DisplaySource));
  source = (DisplaySource *) self->source;
  source->wayland = self;
  source->fd_tag = g_source_add_unix_fd (self->source, wl_display_get_fd (self->display), G_IO_IN);
  g_source_set_static_name (self->source, "Breadcrumbs Wayland");
  g_source_attach (self->source, NULL);
}

BcWaylandSource *
bc_wayland_source_new (const char *display)
{
  BcWaylandSource *self;
  struct wl_display *connected = wl_display_connect (display);

  if (connected == NULL)
    return NULL;

  self = g_object_new (BC_TYPE_WAYLAND_SOURCE, NULL);
  self->display = connected;
  self->registry = wl_display_get_registry (connected);
  wl_registry_add_listener (self->registry, &registry_listener, self);
  self->announced = wl_display_sync (connected);
  wl_callback_add_listener (self->announced, &announced_listener, self);
  attach_source (self);

  return self;
}

BcWaylandSource *
bc_wayland_source_new_for_session (void)
{
  const char *display = g_getenv ("WAYLAND_DISPLAY");

  /* Connecting would take the socket that is meant for the toolkit. */
  if (display == NULL || *display == '\0' || g_getenv ("WAYLAND_SOCKET") != NULL)
    return NULL;

  return bc_wayland_source_new (display);
}

GPtrArray *
bc_wayland_source_list (BcWaylandSource *self,
                        const char      *interface)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < self->globals->len; i++)
    {
      BcWaylandGlobal *global = g_ptr_array_index (self->globals, i);

      if (g_str_equal (global->interface, interface))
        g_ptr_array_add (found, global);
    }

  return found;
}

gpointer
bc_wayland_source_bind (BcWaylandSource           *self,
                        const BcWaylandGlobal     *global,
                        const struct wl_interface *interface,
                        guint32                    version)
{
  return wl_registry_bind (self->registry, global->name, interface, MIN (version, global->version));
}

gboolean
bc_wayland_source_is_ready (BcWaylandSource *self)
{
  return self->announced == NULL;
}

gboolean
bc_wayland_source_is_lost (BcWaylandSource *self)
{
  return self->lost || wl_display_get_error (self->display) != 0;
}
