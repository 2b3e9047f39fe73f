/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-await.h"
#include "bc-x-server.h"
#include "focus/bc-focus.h"

#include <string.h>

typedef struct {
  BcXServer *server;
  BcX11Connection *x11;
  BcFocus *focus;
  xcb_window_t window;
} Fixture;

static xcb_atom_t
intern (Fixture    *fixture,
        const char *name)
{
  xcb_intern_atom_reply_t *reply;
  xcb_atom_t atom;

  reply = xcb_intern_atom_reply (fixture->server->xcb,
                                 xcb_intern_atom (fixture->server->xcb, 0, (guint16) strlen (name), name), NULL);
  g_assert_nonnull (reply);
  atom = reply->atom;
  free (reply);

  return atom;
}

static void
set_text (Fixture    *fixture,
          const char *property,
          const char *type,
          const char *text,
          gsize       length)
{
  xcb_change_property (fixture->server->xcb, XCB_PROP_MODE_REPLACE, fixture->window, intern (fixture, property),
                       intern (fixture, type), 8, (guint32) length, text);
  bc_x_server_sync (fixture->server);
}

static void
set_active (Fixture      *fixture,
            xcb_window_t  window)
{
  xcb_change_property (fixture->server->xcb, XCB_PROP_MODE_REPLACE, fixture->server->root,
                       intern (fixture, "_NET_ACTIVE_WINDOW"), XCB_ATOM_WINDOW, 32, 1, &window);
  bc_x_server_sync (fixture->server);
}

static xcb_window_t
create_window (Fixture *fixture)
{
  xcb_window_t window = xcb_generate_id (fixture->server->xcb);

  xcb_create_window (fixture->server->xcb, XCB_COPY_FROM_PARENT, window, fixture->server->root, 0, 0, 9, 9, 0,
                     XCB_WINDOW_CLASS_INPUT_OUTPUT, XCB_COPY_FROM_PARENT, 0, NULL);

  return window;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->server = bc_x_server_new ();
  fixture->x11 = bc_x11_connection_new (fixture->server->display);
  fixture->focus = bc_focus_new (fixture->x11);
  fixture->window = create_window (fixture);
  set_text (fixture, "WM_CLASS", "STRING", "navigator\0Firefox", 18);
  set_text (fixture, "_NET_WM_NAME", "UTF8_STRING", "Grüße – Firefox", strlen ("Grüße – Firefox"));
  set_active (fixture, fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->focus);
  g_assert_finalize_object (fixture->x11);
  bc_x_server_free (fixture->server);
}

static void
assert_read (Fixture    *fixture,
             const char *application,
             const char *title)
{
  g_autoptr (BcContext) context = bc_focus_read (fixture->focus);

  g_assert_nonnull (context);
  g_assert_cmpstr (bc_context_get_application (context), ==, application);
  g_assert_cmpstr (bc_context_get_title (context), ==, title);
  g_assert_cmphex (bc_context_get_window (context), ==, fixture->window);
  g_assert_null (bc_context_get_directory (context));
}

static void
test_read (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_cmpint (bc_service_status_get_state (bc_focus_get_status (fixture->focus)), ==, BC_SERVICE_STATE_ACTIVE);
  assert_read (fixture, "Firefox", "Grüße – Firefox");

  /* Older programs. */
  xcb_delete_property (fixture->server->xcb, fixture->window, intern (fixture, "_NET_WM_NAME"));
  set_text (fixture, "WM_NAME", "STRING", "Gr\xfc\xdf" "e", 5);
  assert_read (fixture, "Firefox", "Grüße");

  xcb_delete_property (fixture->server->xcb, fixture->window, XCB_ATOM_WM_CLASS);
  set_text (fixture, "_GTK_APPLICATION_ID", "UTF8_STRING", "org.gnome.Console", 17);
  assert_read (fixture, "org.gnome.Console", "Grüße");
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  guint32 wrong[2] = { fixture->window, fixture->window };

  set_active (fixture, XCB_WINDOW_NONE);
  g_assert_null (bc_focus_read (fixture->focus));
  set_active (fixture, 0xdeadbeef);
  g_assert_null (bc_focus_read (fixture->focus));
  xcb_change_property (fixture->server->xcb, XCB_PROP_MODE_REPLACE, fixture->server->root,
                       intern (fixture, "_NET_ACTIVE_WINDOW"), XCB_ATOM_STRING, 8, 8, wrong);
  bc_x_server_sync (fixture->server);
  g_assert_null (bc_focus_read (fixture->focus));
  xcb_delete_property (fixture->server->xcb, fixture->server->root, intern (fixture, "_NET_ACTIVE_WINDOW"));
  bc_x_server_sync (fixture->server);
  g_assert_null (bc_focus_read (fixture->focus));
}

static void
test_hostile (Fixture       *fixture,
              gconstpointer  data)
{
  gsize size = 200 * 1024;
  g_autofree char *giant = g_malloc (size);
  g_autoptr (BcContext) context = NULL;

  /* Three bytes a character: the bound falls into one. */
  for (gsize i = 0; i < size; i++)
    giant[i] = "€"[i % 3];
  set_text (fixture, "_NET_WM_NAME", "UTF8_STRING", giant, size);
  context = bc_focus_read (fixture->focus);
  g_assert_true (g_str_has_suffix (bc_context_get_title (context), "€"));
  g_assert_cmpuint (strlen (bc_context_get_title (context)), <=, 2048);

  set_text (fixture, "_NET_WM_NAME", "UTF8_STRING", "a\xff\xfe" "b", 4);
  assert_read (fixture, "Firefox", "a\uFFFD\uFFFDb");
  set_text (fixture, "_NET_WM_NAME", "CARDINAL", "abcd", 4);
  xcb_change_property (fixture->server->xcb, XCB_PROP_MODE_REPLACE, fixture->window, XCB_ATOM_WM_CLASS,
                       XCB_ATOM_STRING, 32, 1, &fixture->window);
  bc_x_server_sync (fixture->server);
  g_assert_null (bc_focus_read (fixture->focus));

  set_text (fixture, "WM_CLASS", "STRING", "unclosed", 8);
  assert_read (fixture, "unclosed", NULL);
  set_text (fixture, "WM_CLASS", "STRING", "\0\0\0", 3);
  g_assert_null (bc_focus_read (fixture->focus));
}

static const xcb_client_message_event_t *
await_message (Fixture *fixture)
{
  static xcb_client_message_event_t message;
  xcb_generic_event_t *event;

  bc_x_server_sync (fixture->server);
  while ((event = xcb_poll_for_event (fixture->server->xcb)) != NULL)
    {
      gboolean found = (event->response_type & 0x7f) == XCB_CLIENT_MESSAGE;

      message = *(xcb_client_message_event_t *) event;
      free (event);
      if (found)
        return &message;
    }

  return NULL;
}

static void
test_restore (Fixture       *fixture,
              gconstpointer  data)
{
  guint32 mask = XCB_EVENT_MASK_SUBSTRUCTURE_REDIRECT;
  g_autoptr (BcContext) context = bc_focus_read (fixture->focus);
  const xcb_client_message_event_t *message;

  /* As a window manager does. */
  xcb_change_window_attributes (fixture->server->xcb, fixture->server->root, XCB_CW_EVENT_MASK, &mask);
  bc_x_server_sync (fixture->server);

  g_assert_true (bc_focus_restore (fixture->focus, context, 4711));
  g_assert_true (bc_focus_restore (fixture->focus, context, 4711));
  bc_await ((message = await_message (fixture)) != NULL);
  g_assert_cmphex (message->window, ==, fixture->window);
  g_assert_cmphex (message->type, ==, intern (fixture, "_NET_ACTIVE_WINDOW"));
  g_assert_cmpuint (message->data.data32[0], ==, 2);
  g_assert_cmpuint (message->data.data32[1], ==, 4711);

  /* Another application's now, then gone. */
  set_text (fixture, "WM_CLASS", "STRING", "xterm\0XTerm", 12);
  g_assert_false (bc_focus_restore (fixture->focus, context, 4711));
  xcb_destroy_window (fixture->server->xcb, fixture->window);
  bc_x_server_sync (fixture->server);
  g_assert_false (bc_focus_restore (fixture->focus, context, 4711));
}

static void
test_speed (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 best_us = G_MAXINT64;
  gint64 total_us = 0;

  for (guint i = 0; i < 100; i++)
    {
      gint64 start_us = g_get_monotonic_time ();
      g_autoptr (BcContext) context = bc_focus_read (fixture->focus);
      gint64 took_us = g_get_monotonic_time () - start_us;

      best_us = MIN (best_us, took_us);
      total_us += took_us;
      if (i == 0)
        g_test_message ("first reading: %" G_GINT64_FORMAT " us", took_us);
    }
  g_test_message ("best: %" G_GINT64_FORMAT " us, mean: %" G_GINT64_FORMAT " us", best_us, total_us / 100);
  g_assert_cmpint (best_us, <, 1000);
}

static void
test_server_lost (Fixture       *fixture,
                  gconstpointer  data)
{
  BcServiceStatus *status = bc_focus_get_status (fixture->focus);
  g_autoptr (BcContext) context = bc_focus_read (fixture->focus);

  bc_x_server_kill (fixture->server);
  g_assert_null (bc_focus_read (fixture->focus));
  bc_await (bc_service_status_get_state (status) == BC_SERVICE_STATE_UNAVAILABLE);
  g_assert_null (bc_focus_read (fixture->focus));
  g_assert_false (bc_focus_restore (fixture->focus, context, 0));
}

static void
test_no_x11 (void)
{
  BcFocus *focus = bc_focus_new (NULL);

  g_assert_cmpstr (bc_service_status_get_refusal (bc_focus_get_status (focus), "x11"), ==, "This is not an X11 session.");
  g_assert_null (bc_focus_read (focus));
  g_assert_finalize_object (focus);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/desktop/focus/x11/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("read", test_read);
  ADD ("nothing", test_nothing);
  ADD ("hostile", test_hostile);
  ADD ("restore", test_restore);
  ADD ("speed", test_speed);
  ADD ("server-lost", test_server_lost);
#undef ADD
  g_test_add_func ("/desktop/focus/no-x11", test_no_x11);

  return g_test_run ();
}
