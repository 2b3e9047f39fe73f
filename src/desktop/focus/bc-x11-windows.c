/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "focus/bc-x11-windows.h"

#include <stdlib.h>
#include <string.h>

#define MAX_PROPERTY_BYTES 4096
#define SOURCE_PAGER 2

typedef enum {
  ATOM_ACTIVE_WINDOW,
  ATOM_NAME,
  ATOM_UTF8,
  N_ATOMS
} Atom;

static const char * const atom_names[N_ATOMS] = {
  [ATOM_ACTIVE_WINDOW] = "_NET_ACTIVE_WINDOW",
  [ATOM_NAME] = "_NET_WM_NAME",
  [ATOM_UTF8] = "UTF8_STRING",
};

struct _BcX11Windows {
  BcX11Connection *x11;
  xcb_atom_t atoms[N_ATOMS];
};

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xcb_get_property_reply_t, free)

BcX11Windows *
bc_x11_windows_new (BcX11Connection *x11)
{
  BcX11Windows *self = g_new0 (BcX11Windows, 1);
  xcb_connection_t *xcb = bc_x11_connection_get_xcb (x11);
  xcb_intern_atom_cookie_t cookies[N_ATOMS];

  self->x11 = g_object_ref (x11);
  for (guint i = 0; i < N_ATOMS; i++)
    cookies[i] = xcb_intern_atom (xcb, FALSE, (uint16_t) strlen (atom_names[i]), atom_names[i]);
  for (guint i = 0; i < N_ATOMS; i++)
    {
      xcb_intern_atom_reply_t *reply = xcb_intern_atom_reply (xcb, cookies[i], NULL);

      self->atoms[i] = reply != NULL ? reply->atom : XCB_ATOM_NONE;
      free (reply);
    }

  return self;
}

void
bc_x11_windows_free (BcX11Windows *self)
{
  g_object_unref (self->x11);
  g_free (self);
}

static xcb_get_property_cookie_t
ask (BcX11Windows *self,
     xcb_window_t  window,
     xcb_atom_t    property,
     xcb_atom_t    type)
{
  return xcb_get_property (bc_x11_connection_get_xcb (self->x11), FALSE, window, property, type,
                           0, MAX_PROPERTY_BYTES / 4);
}

static xcb_get_property_reply_t *
answer (BcX11Windows              *self,
        xcb_get_property_cookie_t  cookie)
{
  return xcb_get_property_reply (bc_x11_connection_get_xcb (self->x11), cookie, NULL);
}

static char *
get_text (xcb_get_property_reply_t *reply)
{
  if (reply == NULL || reply->format != 8)
    return NULL;

  return g_strndup (xcb_get_property_value (reply), (gsize) xcb_get_property_value_length (reply));
}

/* WM_CLASS is two strings, each ended by a NUL: the instance, then the class (ICCCM 4.1.2.5). */
static char *
get_class (xcb_get_property_reply_t *reply)
{
  const char *value, *class;
  gsize length, instance;

  if (reply == NULL || reply->format != 8)
    return NULL;

  value = xcb_get_property_value (reply);
  length = (gsize) xcb_get_property_value_length (reply);
  instance = strnlen (value, length);
  if (instance + 1 >= length)
    return g_strndup (value, instance);

  class = value + instance + 1;

  return g_strndup (class, strnlen (class, length - instance - 1));
}

static xcb_window_t
read_active_window (BcX11Windows *self)
{
  g_autoptr (xcb_get_property_reply_t) reply =
    answer (self, ask (self, bc_x11_connection_get_root (self->x11),
                       self->atoms[ATOM_ACTIVE_WINDOW], XCB_ATOM_WINDOW));

  if (reply == NULL || reply->format != 32 || xcb_get_property_value_length (reply) < 4)
    return XCB_WINDOW_NONE;

  return *(xcb_window_t *) xcb_get_property_value (reply);
}

BcContext *
bc_x11_windows_read_active (BcX11Windows *self)
{
  xcb_window_t window = read_active_window (self);
  xcb_get_property_cookie_t class_cookie, name_cookie, old_name_cookie;
  g_autofree char *class = NULL;
  g_autofree char *title = NULL;

  if (window == XCB_WINDOW_NONE)
    return NULL;

  class_cookie = ask (self, window, XCB_ATOM_WM_CLASS, XCB_ATOM_STRING);
  name_cookie = ask (self, window, self->atoms[ATOM_NAME], self->atoms[ATOM_UTF8]);
  old_name_cookie = ask (self, window, XCB_ATOM_WM_NAME, XCB_ATOM_STRING);

  {
    g_autoptr (xcb_get_property_reply_t) class_reply = answer (self, class_cookie);
    g_autoptr (xcb_get_property_reply_t) name_reply = answer (self, name_cookie);
    g_autoptr (xcb_get_property_reply_t) old_name_reply = answer (self, old_name_cookie);

    class = get_class (class_reply);
    title = get_text (name_reply);
    if (title == NULL)
      title = get_text (old_name_reply);
  }

  return bc_context_new (&(BcContextFields) { .application = class, .title = title, .window = window });
}

static gboolean
is_of_application (BcX11Windows *self,
                   xcb_window_t  window,
                   const char   *application)
{
  g_autoptr (xcb_get_property_reply_t) reply =
    answer (self, ask (self, window, XCB_ATOM_WM_CLASS, XCB_ATOM_STRING));
  g_autofree char *class = get_class (reply);
  g_autofree char *valid = class != NULL ? g_utf8_make_valid (class, -1) : NULL;

  return reply != NULL && (application == NULL || g_strcmp0 (valid, application) == 0);
}

gboolean
bc_x11_windows_activate (BcX11Windows *self,
                         xcb_window_t  window,
                         const char   *application,
                         guint32       time)
{
  xcb_client_message_event_t message = {
    .response_type = XCB_CLIENT_MESSAGE,
    .format = 32,
    .window = window,
    .type = self->atoms[ATOM_ACTIVE_WINDOW],
    .data.data32 = { SOURCE_PAGER, time, XCB_WINDOW_NONE },
  };
  xcb_connection_t *xcb = bc_x11_connection_get_xcb (self->x11);

  if (!is_of_application (self, window, application))
    return FALSE;

  xcb_send_event (xcb, FALSE, bc_x11_connection_get_root (self->x11),
                  XCB_EVENT_MASK_SUBSTRUCTURE_REDIRECT | XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY,
                  (const char *) &message);
  xcb_flush (xcb);

  return TRUE;
}
