/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "x11/bc-x11-connection.h"

typedef struct {
  GSource source;
  BcX11Connection *connection;
  gpointer fd_tag;
} XcbSource;

struct _BcX11Connection {
  GObject parent_instance;

  xcb_connection_t *xcb;
  xcb_window_t root;
  GSource *source;
  xcb_generic_event_t *next;
  gboolean lost;
};

enum {
  EVENT,
  LOST,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcX11Connection, bc_x11_connection, G_TYPE_OBJECT)

static gboolean
has_news (BcX11Connection *self)
{
  return self->next != NULL || xcb_connection_has_error (self->xcb);
}

static gboolean
xcb_source_prepare (GSource *source,
                    int     *timeout)
{
  BcX11Connection *self = ((XcbSource *) source)->connection;

  *timeout = -1;
  xcb_flush (self->xcb);
  /* Whoever waited for a reply may have read events along with it. */
  if (self->next == NULL)
    self->next = xcb_poll_for_queued_event (self->xcb);

  return has_news (self);
}

static gboolean
xcb_source_check (GSource *source)
{
  XcbSource *xcb_source = (XcbSource *) source;
  BcX11Connection *self = xcb_source->connection;

  if (self->next == NULL && g_source_query_unix_fd (source, xcb_source->fd_tag) != 0)
    self->next = xcb_poll_for_event (self->xcb);

  return has_news (self);
}

static void
lose (BcX11Connection *self)
{
  self->lost = TRUE;
  g_source_destroy (self->source);
  g_signal_emit (self, signals[LOST], 0);
}

static gboolean
xcb_source_dispatch (GSource     *source,
                     GSourceFunc  callback,
                     gpointer     user_data)
{
  g_autoptr (BcX11Connection) self = g_object_ref (((XcbSource *) source)->connection);
  xcb_generic_event_t *event = g_steal_pointer (&self->next);

  while (event != NULL)
    {
      if (event->response_type != 0)
        g_signal_emit (self, signals[EVENT], 0, event);
      free (event);
      event = g_source_is_destroyed (source) ? NULL : xcb_poll_for_queued_event (self->xcb);
    }

  if (!g_source_is_destroyed (source) && xcb_connection_has_error (self->xcb))
    lose (self);

  return G_SOURCE_CONTINUE;
}

static GSourceFuncs xcb_source_funcs = {
  xcb_source_prepare,
  xcb_source_check,
  xcb_source_dispatch,
  NULL,
};

static void
bc_x11_connection_finalize (GObject *object)
{
  BcX11Connection *self = BC_X11_CONNECTION (object);

  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
  free (self->next);
  g_clear_pointer (&self->xcb, xcb_disconnect);

  G_OBJECT_CLASS (bc_x11_connection_parent_class)->finalize (object);
}

static void
bc_x11_connection_class_init (BcX11ConnectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bc_x11_connection_finalize;

  signals[EVENT] = g_signal_new ("event", BC_TYPE_X11_CONNECTION, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[LOST] = g_signal_new ("lost", BC_TYPE_X11_CONNECTION, G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bc_x11_connection_init (BcX11Connection *self)
{
}

static void
attach_source (BcX11Connection *self)
{
  XcbSource *source;

  self->source = g_source_new (&xcb_source_funcs, sizeof (XcbSource));
  source = (XcbSource *) self->source;
  source->connection = self;
  source->fd_tag = g_source_add_unix_fd (self->source,
                                         xcb_get_file_descriptor (self->xcb),
                                         G_IO_IN | G_IO_HUP | G_IO_ERR);
  g_source_set_static_name (self->source, "Breadcrumbs X11");
  g_source_attach (self->source, NULL);
}

static xcb_window_t
find_root (xcb_connection_t *xcb,
           int               number)
{
  xcb_screen_iterator_t screens = xcb_setup_roots_iterator (xcb_get_setup (xcb));

  while (number-- > 0 && screens.rem > 1)
    xcb_screen_next (&screens);

  return screens.rem > 0 ? screens.data->root : XCB_WINDOW_NONE;
}

BcX11Connection *
bc_x11_connection_new (const char *display)
{
  BcX11Connection *self;
  int screen = 0;
  xcb_connection_t *xcb = xcb_connect (display, &screen);

  if (xcb_connection_has_error (xcb))
    {
      xcb_disconnect (xcb);
      return NULL;
    }

  self = g_object_new (BC_TYPE_X11_CONNECTION, NULL);
  self->xcb = xcb;
  self->root = find_root (xcb, screen);
  attach_source (self);

  return self;
}

static gboolean
is_x11_session (void)
{
  const char *type = g_getenv ("XDG_SESSION_TYPE");

  /* startx leaves the type at "tty". */
  if (g_strcmp0 (type, "wayland") == 0 || g_strcmp0 (type, "mir") == 0)
    return FALSE;

  return g_getenv ("WAYLAND_DISPLAY") == NULL && g_getenv ("DISPLAY") != NULL;
}

BcX11Connection *
bc_x11_connection_new_for_session (void)
{
  return is_x11_session () ? bc_x11_connection_new (NULL) : NULL;
}

xcb_connection_t *
bc_x11_connection_get_xcb (BcX11Connection *self)
{
  return self->xcb;
}

xcb_window_t
bc_x11_connection_get_root (BcX11Connection *self)
{
  return self->root;
}

gboolean
bc_x11_connection_is_lost (BcX11Connection *self)
{
  return self->lost || xcb_connection_has_error (self->xcb);
}
