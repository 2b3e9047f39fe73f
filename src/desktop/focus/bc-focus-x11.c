/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "focus/bc-focus-x11.h"

#include <string.h>

/* Any client can set a property of any size and content: only so much is read. */
#define TEXT_MAX_BYTES 2048

/* Extended Window Manager Hints, "Source indication in requests": the user's own act. */
#define SOURCE_PAGER 2

enum {
  NET_ACTIVE_WINDOW,
  NET_WM_NAME,
  UTF8_STRING,
  GTK_APPLICATION_ID,
  N_ATOMS
};

static const char * const atom_names[N_ATOMS] = {
  [NET_ACTIVE_WINDOW] = "_NET_ACTIVE_WINDOW",
  [NET_WM_NAME] = "_NET_WM_NAME",
  [UTF8_STRING] = "UTF8_STRING",
  [GTK_APPLICATION_ID] = "_GTK_APPLICATION_ID",
};

enum {
  TITLE,
  OLD_TITLE,
  CLASS,
  APPLICATION_ID,
  N_PROPERTIES
};

typedef struct {
  char *application;
  char *title;
} Window;

struct _BcFocusX11 {
  GObject parent_instance;

  BcX11Connection *x11;
  gboolean interned;
  xcb_intern_atom_cookie_t cookies[N_ATOMS];
  xcb_atom_t atoms[N_ATOMS];
};

G_DEFINE_FINAL_TYPE (BcFocusX11, bc_focus_x11, G_TYPE_OBJECT)

static void
window_clear (Window *window)
{
  g_free (window->application);
  g_free (window->title);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Window, window_clear)

static xcb_connection_t *
get_xcb (BcFocusX11 *self)
{
  return bc_x11_connection_get_xcb (self->x11);
}

static void
intern (BcFocusX11 *self)
{
  if (self->interned)
    return;

  self->interned = TRUE;
  for (guint i = 0; i < N_ATOMS; i++)
    {
      xcb_intern_atom_reply_t *reply = xcb_intern_atom_reply (get_xcb (self), self->cookies[i], NULL);

      self->atoms[i] = reply != NULL ? reply->atom : XCB_ATOM_NONE;
      free (reply);
    }
}

static xcb_get_property_cookie_t
ask_text (BcFocusX11   *self,
          xcb_window_t  window,
          xcb_atom_t    property)
{
  return xcb_get_property (get_xcb (self), 0, window, property, XCB_GET_PROPERTY_TYPE_ANY, 0, TEXT_MAX_BYTES / 4);
}

static xcb_window_t
read_active (BcFocusX11 *self)
{
  xcb_get_property_cookie_t cookie;
  xcb_get_property_reply_t *reply;
  xcb_window_t window = XCB_WINDOW_NONE;

  cookie = xcb_get_property (get_xcb (self), 0, bc_x11_connection_get_root (self->x11),
                             self->atoms[NET_ACTIVE_WINDOW], XCB_ATOM_WINDOW, 0, 1);
  reply = xcb_get_property_reply (get_xcb (self), cookie, NULL);
  if (reply != NULL && reply->type == XCB_ATOM_WINDOW && reply->format == 32 && reply->value_len == 1)
    window = *(xcb_window_t *) xcb_get_property_value (reply);
  free (reply);

  return window;
}

static char *
decode (BcFocusX11                     *self,
        const xcb_get_property_reply_t *reply,
        const char                     *bytes,
        gsize                           length)
{
  const char *end;

  if (reply->type == XCB_ATOM_STRING)
    return g_convert (bytes, (gssize) length, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
  if (reply->type != self->atoms[UTF8_STRING])
    return NULL;

  /* What was cut off may have left half a character. */
  if (!g_utf8_validate_len (bytes, length, &end) && reply->bytes_after > 0 && bytes + length - end < 6)
    length = (gsize) (end - bytes);

  return g_utf8_make_valid (bytes, (gssize) length);
}

/* The @index-th of the texts in a property, each closed by a NUL. */
static char *
take_text (BcFocusX11               *self,
           xcb_get_property_reply_t *reply,
           guint                     index)
{
  const char *bytes = reply != NULL && reply->format == 8 ? xcb_get_property_value (reply) : NULL;
  const char *end = bytes != NULL ? bytes + xcb_get_property_value_length (reply) : NULL;
  g_autofree char *text = NULL;

  for (; index > 0 && bytes != NULL; index--)
    {
      bytes = memchr (bytes, '\0', (gsize) (end - bytes));
      bytes = bytes != NULL ? bytes + 1 : NULL;
    }

  if (bytes != NULL && bytes < end)
    text = decode (self, reply, bytes, strnlen (bytes, (gsize) (end - bytes)));

  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
read_window (BcFocusX11   *self,
             xcb_window_t  id,
             Window       *window)
{
  xcb_get_property_cookie_t cookies[N_PROPERTIES] = {
    [TITLE] = ask_text (self, id, self->atoms[NET_WM_NAME]),
    [OLD_TITLE] = ask_text (self, id, XCB_ATOM_WM_NAME),
    [CLASS] = ask_text (self, id, XCB_ATOM_WM_CLASS),
    [APPLICATION_ID] = ask_text (self, id, self->atoms[GTK_APPLICATION_ID]),
  };
  xcb_get_property_reply_t *replies[N_PROPERTIES];

  for (guint i = 0; i < N_PROPERTIES; i++)
    replies[i] = xcb_get_property_reply (get_xcb (self), cookies[i], NULL);

  window->title = take_text (self, replies[TITLE], 0);
  if (window->title == NULL)
    window->title = take_text (self, replies[OLD_TITLE], 0);
  /* WM_CLASS is an instance, then a class (ICCCM 4.1.2.5); the class is the one people know. */
  window->application = take_text (self, replies[CLASS], 1);
  if (window->application == NULL)
    window->application = take_text (self, replies[CLASS], 0);
  if (window->application == NULL)
    window->application = take_text (self, replies[APPLICATION_ID], 0);

  for (guint i = 0; i < N_PROPERTIES; i++)
    free (replies[i]);
}

BcContext *
bc_focus_x11_read (BcFocusX11 *self)
{
  g_auto (Window) window = { NULL, NULL };
  xcb_window_t id;

  intern (self);
  id = read_active (self);
  if (id == XCB_WINDOW_NONE)
    return NULL;

  read_window (self, id, &window);
  if (window.application == NULL && window.title == NULL)
    return NULL;

  return bc_context_new (&(BcContextFields) {
    .application = window.application,
    .title = window.title,
    .window = id,
  });
}

static void
ask_for_activation (BcFocusX11   *self,
                    xcb_window_t  window,
                    guint32       time)
{
  xcb_client_message_event_t message = {
    .response_type = XCB_CLIENT_MESSAGE,
    .format = 32,
    .window = window,
    .type = self->atoms[NET_ACTIVE_WINDOW],
    .data.data32 = { SOURCE_PAGER, time, 0, 0, 0 },
  };

  xcb_send_event (get_xcb (self), 0, bc_x11_connection_get_root (self->x11),
                  XCB_EVENT_MASK_SUBSTRUCTURE_REDIRECT | XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY,
                  (const char *) &message);
  /* Waits for the server, so that what another connection asks for next comes second. */
  free (xcb_get_input_focus_reply (get_xcb (self), xcb_get_input_focus (get_xcb (self)), NULL));
}

gboolean
bc_focus_x11_restore (BcFocusX11 *self,
                      BcContext  *context,
                      guint32     time)
{
  g_auto (Window) window = { NULL, NULL };
  const char *application = bc_context_get_application (context);
  xcb_window_t id = bc_context_get_window (context);

  if (id == XCB_WINDOW_NONE || application == NULL)
    return FALSE;

  intern (self);
  read_window (self, id, &window);
  if (g_strcmp0 (window.application, application) != 0)
    return FALSE;

  ask_for_activation (self, id, time);

  return TRUE;
}

static void
bc_focus_x11_finalize (GObject *object)
{
  BcFocusX11 *self = BC_FOCUS_X11 (object);

  if (!self->interned)
    {
      for (guint i = 0; i < N_ATOMS; i++)
        xcb_discard_reply (get_xcb (self), self->cookies[i].sequence);
    }
  g_object_unref (self->x11);

  G_OBJECT_CLASS (bc_focus_x11_parent_class)->finalize (object);
}

static void
bc_focus_x11_class_init (BcFocusX11Class *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bc_focus_x11_finalize;
}

static void
bc_focus_x11_init (BcFocusX11 *self)
{
}

BcFocusX11 *
bc_focus_x11_new (BcX11Connection *x11)
{
  BcFocusX11 *self = g_object_new (BC_TYPE_FOCUS_X11, NULL);

  self->x11 = g_object_ref (x11);
  /* Their replies are long there when they are first needed. */
  for (guint i = 0; i < N_ATOMS; i++)
    self->cookies[i] = xcb_intern_atom (get_xcb (self), 0, (guint16) strlen (atom_names[i]), atom_names[i]);

  return self;
}
