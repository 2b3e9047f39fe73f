/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-activation.h"

#include <string.h>

#include "bc-await.h"
#include "bc-ui-rig.h"

/* The whole of a message of the Startup Notification Protocol, sent in pieces of 20 bytes. */
typedef struct {
  BcXServer *server;
  GString *said;
} Listener;

static void
listen_to_startups (Listener  *listener,
                    BcXServer *server)
{
  guint32 mask = XCB_EVENT_MASK_PROPERTY_CHANGE;

  listener->server = server;
  listener->said = g_string_new (NULL);
  xcb_change_window_attributes (server->xcb, server->root, XCB_CW_EVENT_MASK, &mask);
  bc_x_server_sync (server);
}

static gboolean
hears (Listener   *listener,
       const char *text)
{
  xcb_generic_event_t *event;

  while ((event = xcb_poll_for_event (listener->server->xcb)) != NULL)
    {
      const xcb_client_message_event_t *message = (xcb_client_message_event_t *) event;

      if ((event->response_type & 0x7f) == XCB_CLIENT_MESSAGE && message->format == 8)
        g_string_append_len (listener->said, (const char *) message->data.data8, 20);
      free (event);
    }

  return memmem (listener->said->str, listener->said->len, text, strlen (text)) != NULL;
}

static void
end_listening (Listener *listener)
{
  guint32 mask = XCB_EVENT_MASK_NO_EVENT;

  xcb_change_window_attributes (listener->server->xcb, listener->server->root, XCB_CW_EVENT_MASK, &mask);
  bc_x_server_sync (listener->server);
  g_string_free (listener->said, TRUE);
}

static GtkWindow *
new_window (void)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_default_size (window, 300, 200);

  return window;
}

static GtkWindow *
new_dialog (GtkWindow *parent)
{
  GtkWindow *dialog = new_window ();

  gtk_window_set_modal (dialog, TRUE);
  gtk_window_set_transient_for (dialog, parent);

  return dialog;
}

static void
present (GtkWindow  *window,
         const char *token)
{
  bc_activation_present (window, token, 0);
}

static void
test_without_time_and_token_the_window_has_the_focus (BcUiRig       *rig,
                                                      gconstpointer  data)
{
  GtkWindow *first = new_window ();
  GtkWindow *second = new_window ();

  present (first, NULL);
  bc_ui_rig_await_focus (GTK_WIDGET (first));
  bc_ui_rig_tap (rig, 0, BC_KEY_A);
  present (second, NULL);
  bc_ui_rig_await_focus (GTK_WIDGET (second));

  /* One that is there already comes up again. */
  present (first, NULL);
  bc_ui_rig_await_focus (GTK_WIDGET (first));

  gtk_window_destroy (first);
  gtk_window_destroy (second);
}

static void
test_a_dialog_comes_before_what_it_blocks (BcUiRig       *rig,
                                           gconstpointer  data)
{
  GtkWindow *window = new_window ();
  GtkWindow *dialog = new_dialog (window);
  GtkWindow *inner = new_dialog (dialog);
  GtkWindow *other = new_window ();

  present (window, NULL);
  present (dialog, NULL);
  present (other, NULL);
  bc_ui_rig_await_focus (GTK_WIDGET (other));
  present (window, NULL);
  bc_ui_rig_await_focus (GTK_WIDGET (dialog));

  present (inner, NULL);
  present (other, NULL);
  bc_ui_rig_await_focus (GTK_WIDGET (other));
  present (window, NULL);
  bc_ui_rig_await_focus (GTK_WIDGET (inner));

  gtk_window_destroy (inner);
  gtk_window_destroy (dialog);
  gtk_window_destroy (window);
  gtk_window_destroy (other);
}

static void
test_the_launcher_hears_of_its_end (BcUiRig       *rig,
                                    gconstpointer  data)
{
  GtkWindow *window = new_window ();
  Listener listener;

  listen_to_startups (&listener, rig->server);
  present (window, "launcher/new-window-1_TIME0");
  bc_await (hears (&listener, "launcher/new-window-1"));
  bc_ui_rig_await_focus (GTK_WIDGET (window));
  present (window, "launcher/old-window-2_TIME0");
  bc_await (hears (&listener, "launcher/old-window-2"));

  end_listening (&listener);
  gtk_window_destroy (window);
}

static void
test_a_bad_token_is_none (BcUiRig       *rig,
                          gconstpointer  data)
{
  g_autofree char *giant = g_strnfill (1 << 24, 'x');
  const char *tokens[] = { "", "\xff\xfe", "\n", giant, "_TIME4294967295" };
  GtkWindow *other = new_window ();

  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
    {
      GtkWindow *window = new_window ();

      present (other, NULL);
      bc_ui_rig_await_focus (GTK_WIDGET (other));
      present (window, tokens[i]);
      bc_ui_rig_await_focus (GTK_WIDGET (window));
      gtk_window_destroy (window);
    }

  gtk_window_destroy (other);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  bc_ui_rig_start ();

  g_test_add ("/ui/activation/without-time-and-token-the-window-has-the-focus", BcUiRig, NULL,
              bc_ui_rig_open, test_without_time_and_token_the_window_has_the_focus, bc_ui_rig_close);
  g_test_add ("/ui/activation/a-dialog-comes-before-what-it-blocks", BcUiRig, NULL,
              bc_ui_rig_open, test_a_dialog_comes_before_what_it_blocks, bc_ui_rig_close);
  g_test_add ("/ui/activation/the-launcher-hears-of-its-end", BcUiRig, NULL,
              bc_ui_rig_open, test_the_launcher_hears_of_its_end, bc_ui_rig_close);
  g_test_add ("/ui/activation/a-bad-token-is-none", BcUiRig, NULL,
              bc_ui_rig_open, test_a_bad_token_is_none, bc_ui_rig_close);

  status = g_test_run ();
  bc_ui_rig_stop ();

  return status;
}
