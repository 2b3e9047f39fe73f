/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gdk/x11/gdkx.h>

#include "bc-await.h"
#include "bc-capture-window.h"
#include "bc-ui-rig.h"

typedef struct {
  BcUiRig rig;
  BcOpenCrumbs *open;
  BcWords *words;
  BcCaptureWindow *window;
  guint n_saves;
  char *saved;
  gboolean verbatim;
  char *resumed;
  guint n_dismissals;
  guint n_drafts;
} Fixture;

static void
save_cb (Fixture    *fixture,
         const char *text,
         gboolean    verbatim)
{
  fixture->n_saves++;
  g_free (fixture->saved);
  fixture->saved = g_strdup (text);
  fixture->verbatim = verbatim;
}

static void
resume_cb (Fixture    *fixture,
           const char *id)
{
  fixture->resumed = g_strdup (id);
}

static void
dismissed_cb (Fixture *fixture)
{
  fixture->n_dismissals++;
}

static void
draft_cb (Fixture *fixture)
{
  fixture->n_drafts++;
}

static gboolean
is_loaded (BcOpenCrumbs *open)
{
  gboolean loaded;

  g_object_get (open, "loaded", &loaded, NULL);

  return loaded;
}

static char **
complete (Fixture *fixture)
{
  return bc_words_complete (fixture->words, BC_WORD_TOPIC, "bill", 5);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_auto (GStrv) words = NULL;

  bc_ui_rig_open (&fixture->rig, NULL);
  first = bc_ui_rig_add (&fixture->rig, "deploy stopped > look at the canary #deploy");
  second = bc_ui_rig_add (&fixture->rig, "test red > bisect #billing");
  fixture->open = bc_open_crumbs_new (fixture->rig.store);
  fixture->words = bc_words_new (fixture->rig.store);
  bc_await (is_loaded (fixture->open));
  bc_await ((g_strfreev (words), words = complete (fixture), words[0] != NULL));

  fixture->window = bc_capture_window_new (fixture->open, fixture->words);
  g_signal_connect_swapped (fixture->window, "save", G_CALLBACK (save_cb), fixture);
  g_signal_connect_swapped (fixture->window, "resume", G_CALLBACK (resume_cb), fixture);
  g_signal_connect_swapped (fixture->window, "dismissed", G_CALLBACK (dismissed_cb), fixture);
  g_signal_connect_swapped (fixture->window, "notify::draft", G_CALLBACK (draft_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  bc_ui_rig_destroy (fixture->window);
  g_clear_object (&fixture->open);
  g_clear_object (&fixture->words);
  bc_ui_rig_close (&fixture->rig, NULL);
  g_free (fixture->saved);
  g_free (fixture->resumed);
}

static void
open_window (Fixture *fixture)
{
  bc_capture_window_open (fixture->window, NULL, NULL, 0);
  bc_ui_rig_await_focus (GTK_WIDGET (fixture->window));
}

static void
tap (Fixture *fixture,
     guint8   modifier,
     guint8   key)
{
  bc_ui_rig_tap (&fixture->rig, modifier, key);
}

static gboolean
is_visible (Fixture *fixture)
{
  return gtk_widget_get_visible (GTK_WIDGET (fixture->window));
}

static GtkEditable *
get_entry (Fixture *fixture)
{
  return GTK_EDITABLE (bc_ui_rig_find (GTK_WIDGET (fixture->window), GTK_TYPE_ENTRY));
}

static void
test_enter_saves (Fixture       *fixture,
                  gconstpointer  data)
{
  open_window (fixture);
  tap (fixture, 0, BC_KEY_A);
  tap (fixture, 0, BC_KEY_B);
  tap (fixture, 0, BC_KEY_RETURN);
  bc_await (fixture->n_saves == 1);

  g_assert_cmpstr (fixture->saved, ==, "ab");
  g_assert_false (fixture->verbatim);
  g_assert_true (is_visible (fixture));
  g_assert_cmpuint (fixture->n_drafts, ==, 2);

  bc_capture_window_saved (fixture->window);
  g_assert_false (is_visible (fixture));
  g_assert_cmpstr (bc_capture_window_get_draft (fixture->window), ==, "");
  g_assert_cmpuint (fixture->n_dismissals, ==, 0);
}

static void
test_second_enter_waits (Fixture       *fixture,
                         gconstpointer  data)
{
  open_window (fixture);
  tap (fixture, 0, BC_KEY_A);
  tap (fixture, 0, BC_KEY_RETURN);
  tap (fixture, 0, BC_KEY_RETURN);
  tap (fixture, 0, BC_KEY_B);
  bc_await (g_str_equal (bc_capture_window_get_draft (fixture->window), "ab"));
  g_assert_cmpuint (fixture->n_saves, ==, 1);

  bc_capture_window_saved (fixture->window);
  g_assert_cmpstr (bc_capture_window_get_draft (fixture->window), ==, "b");
}

static void
test_verbatim (Fixture       *fixture,
               gconstpointer  data)
{
  bc_capture_window_set_draft (fixture->window, "a > b #c");
  open_window (fixture);
  tap (fixture, BC_KEY_CONTROL, BC_KEY_RETURN);
  bc_await (fixture->n_saves == 1);

  g_assert_cmpstr (fixture->saved, ==, "a > b #c");
  g_assert_true (fixture->verbatim);
}

static void
test_mark (Fixture       *fixture,
           gconstpointer  data)
{
  open_window (fixture);
  tap (fixture, 0, BC_KEY_RETURN);
  bc_await (fixture->n_saves == 1);

  g_assert_cmpstr (fixture->saved, ==, "");
}

static void
test_escape_keeps_draft (Fixture       *fixture,
                         gconstpointer  data)
{
  open_window (fixture);
  tap (fixture, 0, BC_KEY_A);
  tap (fixture, 0, BC_KEY_ESCAPE);
  bc_await (fixture->n_dismissals == 1);
  g_assert_false (is_visible (fixture));
  g_assert_cmpstr (bc_capture_window_get_draft (fixture->window), ==, "a");

  /* The second time is as the first, with the caret at the end. */
  open_window (fixture);
  tap (fixture, 0, BC_KEY_B);
  bc_await (g_str_equal (bc_capture_window_get_draft (fixture->window), "ab"));
  bc_capture_window_set_draft (fixture->window, "older");
  g_assert_cmpstr (bc_capture_window_get_draft (fixture->window), ==, "ab");
}

static void
test_dismiss_once (Fixture       *fixture,
                   gconstpointer  data)
{
  open_window (fixture);
  bc_capture_window_dismiss (fixture->window);
  bc_capture_window_dismiss (fixture->window);

  g_assert_cmpuint (fixture->n_dismissals, ==, 1);
}

static void
test_focus_loss (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *other = gtk_window_new ();

  open_window (fixture);
  tap (fixture, 0, BC_KEY_A);
  bc_await (g_str_equal (bc_capture_window_get_draft (fixture->window), "a"));
  gtk_widget_realize (other);
  gtk_window_present_with_time (GTK_WINDOW (other),
                                gdk_x11_get_server_time (gtk_native_get_surface (GTK_NATIVE (other))));
  bc_ui_rig_await_focus (other);
  bc_await (fixture->n_dismissals == 1);

  g_assert_cmpstr (bc_capture_window_get_draft (fixture->window), ==, "a");

  /* And it opens again on top of that window. */
  bc_capture_window_open (fixture->window, NULL, NULL,
                          gdk_x11_get_server_time (gtk_native_get_surface (GTK_NATIVE (other))));
  bc_ui_rig_await_focus (GTK_WIDGET (fixture->window));
  g_assert_true (is_visible (fixture));
  gtk_window_destroy (GTK_WINDOW (other));
}

static void
test_tab_completes (Fixture       *fixture,
                    gconstpointer  data)
{
  bc_capture_window_set_draft (fixture->window, "x #bil");
  open_window (fixture);
  tap (fixture, 0, BC_KEY_TAB);
  bc_await (g_str_equal (bc_capture_window_get_draft (fixture->window), "x #billing "));
}

static void
test_right_completes (Fixture       *fixture,
                      gconstpointer  data)
{
  bc_capture_window_set_draft (fixture->window, "x #dep");
  open_window (fixture);
  tap (fixture, 0, BC_KEY_RIGHT);
  bc_await (g_str_equal (bc_capture_window_get_draft (fixture->window), "x #deploy "));
}

static void
test_end_completes_at_end_only (Fixture       *fixture,
                                gconstpointer  data)
{
  bc_capture_window_set_draft (fixture->window, "x #dep");
  open_window (fixture);
  tap (fixture, 0, BC_KEY_LEFT);
  tap (fixture, 0, BC_KEY_RIGHT);
  tap (fixture, 0, BC_KEY_LEFT);
  bc_await (gtk_editable_get_position (get_entry (fixture)) == 5);
  g_assert_cmpstr (bc_capture_window_get_draft (fixture->window), ==, "x #dep");

  tap (fixture, 0, BC_KEY_END);
  bc_await (gtk_editable_get_position (get_entry (fixture)) == 6);
  g_assert_cmpstr (bc_capture_window_get_draft (fixture->window), ==, "x #dep");

  tap (fixture, 0, BC_KEY_END);
  bc_await (g_str_equal (bc_capture_window_get_draft (fixture->window), "x #deploy "));
}

static void
test_enter_saves_what_is_typed (Fixture       *fixture,
                                gconstpointer  data)
{
  bc_capture_window_set_draft (fixture->window, "x #bil");
  open_window (fixture);
  tap (fixture, 0, BC_KEY_RETURN);
  bc_await (fixture->n_saves == 1);

  g_assert_cmpstr (fixture->saved, ==, "x #bil");
}

static void
test_down_enter_resumes (Fixture       *fixture,
                         gconstpointer  data)
{
  bc_capture_window_set_draft (fixture->window, "draft");
  open_window (fixture);
  tap (fixture, 0, BC_KEY_DOWN);
  tap (fixture, 0, BC_KEY_RETURN);
  bc_await (fixture->resumed != NULL);

  g_assert_cmpstr (fixture->resumed, ==, bc_crumb_get_id (bc_open_crumbs_peek (fixture->open, 0)));
  g_assert_false (is_visible (fixture));
  g_assert_cmpstr (bc_capture_window_get_draft (fixture->window), ==, "draft");
  g_assert_cmpuint (fixture->n_saves, ==, 0);
}

static void
test_up_and_typing_return (Fixture       *fixture,
                           gconstpointer  data)
{
  open_window (fixture);
  tap (fixture, 0, BC_KEY_DOWN);
  tap (fixture, 0, BC_KEY_DOWN);
  tap (fixture, 0, BC_KEY_UP);
  tap (fixture, 0, BC_KEY_UP);
  tap (fixture, 0, BC_KEY_A);
  bc_await (g_str_equal (bc_capture_window_get_draft (fixture->window), "a"));

  tap (fixture, 0, BC_KEY_DOWN);
  tap (fixture, 0, BC_KEY_B);
  bc_await (g_str_equal (bc_capture_window_get_draft (fixture->window), "ab"));
}

static void
test_failure_keeps_text (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GError) error = g_error_new_literal (BC_STORE_ERROR, BC_STORE_ERROR_FULL, "");

  open_window (fixture);
  tap (fixture, 0, BC_KEY_A);
  tap (fixture, 0, BC_KEY_RETURN);
  bc_await (fixture->n_saves == 1);
  bc_capture_window_failed (fixture->window, error);

  g_assert_true (is_visible (fixture));
  bc_await (bc_ui_rig_shows (GTK_WIDGET (fixture->window), "no room left"));
  g_assert_true (bc_ui_rig_shows (GTK_WIDGET (fixture->window), "Copy Text"));
  g_assert_cmpstr (bc_capture_window_get_draft (fixture->window), ==, "a");

  tap (fixture, 0, BC_KEY_RETURN);
  bc_await (fixture->n_saves == 2);
  g_assert_cmpstr (fixture->saved, ==, "a");
}

static void
test_failure_after_escape_comes_back (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (GError) error = g_error_new_literal (BC_STORE_ERROR, BC_STORE_ERROR_READ_ONLY, "");

  open_window (fixture);
  tap (fixture, 0, BC_KEY_A);
  tap (fixture, 0, BC_KEY_RETURN);
  tap (fixture, 0, BC_KEY_ESCAPE);
  bc_await (fixture->n_dismissals == 1);
  bc_capture_window_failed (fixture->window, error);

  g_assert_true (is_visible (fixture));
  g_assert_cmpstr (bc_capture_window_get_draft (fixture->window), ==, "a");
}

static void
test_too_long (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *text = g_strnfill (BC_LINE_MAX_CHARS + 1, 'x');

  bc_capture_window_set_draft (fixture->window, text);
  open_window (fixture);
  tap (fixture, 0, BC_KEY_RETURN);
  bc_await (bc_ui_rig_shows (GTK_WIDGET (fixture->window), "longer than"));

  g_assert_cmpuint (fixture->n_saves, ==, 0);
  g_assert_cmpstr (bc_capture_window_get_draft (fixture->window), ==, text);
}

static void
test_paste_makes_blanks (Fixture       *fixture,
                         gconstpointer  data)
{
  GtkEditable *delegate = gtk_editable_get_delegate (get_entry (fixture));
  int position = 0;

  gtk_editable_insert_text (delegate, "a\r\nb\tc\nd\u2028e\x01", -1, &position);
  g_assert_cmpstr (bc_capture_window_get_draft (fixture->window), ==, "a b c d e ");

  position = 0;
  gtk_editable_insert_text (delegate, "\xff" "é", -1, &position);
  g_assert_cmpstr (bc_capture_window_get_draft (fixture->window), ==, "\uFFFDéa b c d e ");
}

static void
test_context (Fixture       *fixture,
              gconstpointer  data)
{
  BcContextFields fields = { .application = "Firefox", .title = "Inbox" };
  g_autoptr (BcContext) context = bc_context_new (&fields);

  bc_capture_window_open (fixture->window, context, NULL, 0);
  bc_ui_rig_await_focus (GTK_WIDGET (fixture->window));
  bc_await (bc_ui_rig_shows (GTK_WIDGET (fixture->window), "Firefox"));
  g_assert_true (bc_capture_window_get_context (fixture->window) == context);

  tap (fixture, 0, BC_KEY_TAB);
  tap (fixture, 0, BC_KEY_RETURN);
  bc_await (bc_capture_window_get_context (fixture->window) == NULL);
  g_assert_cmpuint (fixture->n_saves, ==, 0);

  tap (fixture, 0, BC_KEY_RETURN);
  bc_await (fixture->n_saves == 1);
}

static void
test_lists_open_crumbs (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *id = NULL;

  open_window (fixture);
  bc_await (bc_ui_rig_shows (GTK_WIDGET (fixture->window), "bisect"));
  g_assert_true (bc_ui_rig_shows (GTK_WIDGET (fixture->window), "look at the canary"));

  id = bc_ui_rig_add (&fixture->rig, "new place > new step");
  bc_await (bc_ui_rig_shows (GTK_WIDGET (fixture->window), "new step"));
}

#define add_test(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  bc_ui_rig_start ();

  add_test ("/ui/capture/enter-saves", test_enter_saves);
  add_test ("/ui/capture/second-enter-waits", test_second_enter_waits);
  add_test ("/ui/capture/control-enter-saves-verbatim", test_verbatim);
  add_test ("/ui/capture/empty-enter-leaves-a-mark", test_mark);
  add_test ("/ui/capture/escape-keeps-the-draft", test_escape_keeps_draft);
  add_test ("/ui/capture/dismissed-once", test_dismiss_once);
  add_test ("/ui/capture/focus-loss-keeps-the-draft", test_focus_loss);
  add_test ("/ui/capture/complete/tab", test_tab_completes);
  add_test ("/ui/capture/complete/right", test_right_completes);
  add_test ("/ui/capture/complete/end", test_end_completes_at_end_only);
  add_test ("/ui/capture/complete/enter-saves-what-is-typed", test_enter_saves_what_is_typed);
  add_test ("/ui/capture/down-enter-resumes", test_down_enter_resumes);
  add_test ("/ui/capture/up-and-typing-return-to-the-line", test_up_and_typing_return);
  add_test ("/ui/capture/failure-keeps-the-text", test_failure_keeps_text);
  add_test ("/ui/capture/failure-after-escape-comes-back", test_failure_after_escape_comes_back);
  add_test ("/ui/capture/too-long", test_too_long);
  add_test ("/ui/capture/paste-makes-blanks", test_paste_makes_blanks);
  add_test ("/ui/capture/context-can-be-left-out", test_context);
  add_test ("/ui/capture/lists-open-crumbs", test_lists_open_crumbs);

  status = g_test_run ();
  bc_ui_rig_stop ();

  return status;
}
