/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-await.h"
#include "bc-crumb-actions.h"
#include "bc-edit-window.h"
#include "bc-resume-card.h"
#include "bc-timeline-row.h"
#include "bc-ui-rig.h"
#include "bc-window.h"

typedef struct {
  BcUiRig rig;
  BcWindow *window;
  char *asked;
  char *asked_id;
} Fixture;

static GtkApplication *app;

static void
asked_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  Fixture *fixture = data;

  g_free (fixture->asked);
  g_free (fixture->asked_id);
  fixture->asked = g_strdup (g_action_get_name (G_ACTION (action)));
  fixture->asked_id = parameter != NULL ? g_variant_dup_string (parameter, NULL) : NULL;
}

static const GActionEntry app_actions[] = {
  { .name = "capture", .activate = asked_cb },
  { .name = "preferences", .activate = asked_cb },
  { .name = "quit", .activate = asked_cb },
  { .name = "resume", .activate = asked_cb, .parameter_type = "s" },
  { .name = "later", .activate = asked_cb, .parameter_type = "s" },
  { .name = "let-go", .activate = asked_cb, .parameter_type = "s" },
  { .name = "show-crumb", .activate = asked_cb, .parameter_type = "s" },
};

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  bc_ui_rig_open (&fixture->rig, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (app), app_actions,
                                   G_N_ELEMENTS (app_actions), fixture);
  fixture->window = bc_window_new (app, fixture->rig.store);
  gtk_window_present (GTK_WINDOW (fixture->window));
  bc_ui_rig_await_focus (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  bc_ui_rig_destroy (fixture->window);
  bc_ui_rig_close (&fixture->rig, NULL);
  g_free (fixture->asked);
  g_free (fixture->asked_id);
}

static gboolean
shows (Fixture    *fixture,
       const char *text)
{
  return bc_ui_rig_shows (GTK_WIDGET (fixture->window), text);
}

static void
focus_row (Fixture    *fixture,
           const char *text)
{
  GtkWidget *row;

  bc_await (shows (fixture, text));
  row = bc_ui_rig_find (GTK_WIDGET (fixture->window), BC_TYPE_TIMELINE_ROW);
  g_assert_true (bc_ui_rig_shows (row, text));
  gtk_widget_grab_focus (gtk_widget_get_parent (row));
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  bc_await (shows (fixture, "No Breadcrumbs Yet"));
  bc_window_set_hotkey (fixture->window, "<Super><Shift>b");
  bc_await (shows (fixture, "Shift+Super+B"));
}

static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  BcAway away = { .duration_us = 23 * 60 * (gint64) G_USEC_PER_SEC, .causes = BC_AWAY_LOCK };
  g_autofree char *id = bc_ui_rig_add (&fixture->rig, "test red > bisect #billing @ana !bug ~25m");

  away.back_us = g_get_real_time ();
  away.left_us = away.back_us - away.duration_us;
  bc_store_add_away_async (fixture->rig.store, &away, NULL, NULL, NULL);

  bc_await (shows (fixture, "bisect"));
  g_assert_true (shows (fixture, "test red"));
  g_assert_true (shows (fixture, "#billing"));
  g_assert_true (shows (fixture, "@ana"));
  g_assert_true (shows (fixture, "Bug"));
  g_assert_true (shows (fixture, "25 min"));
  g_assert_true (shows (fixture, "Open"));
  bc_await (shows (fixture, "Away 23 min · locked"));
  g_assert_true (shows (fixture, "Today"));

  bc_store_act_async (fixture->rig.store, id, BC_ACT_RESUME, NULL, NULL, NULL);
  bc_await (shows (fixture, "Resumed “\u2068bisect\u2069”"));
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *first = bc_ui_rig_add (&fixture->rig, "one > alpha");
  g_autofree char *second = bc_ui_rig_add (&fixture->rig, "two > beta");

  bc_await (shows (fixture, "alpha") && shows (fixture, "beta"));
  bc_window_show_timeline (fixture->window, "alph");
  bc_await (shows (fixture, "alpha") && !shows (fixture, "beta"));
  bc_window_show_timeline (fixture->window, "gamma");
  bc_await (shows (fixture, "Nothing Found"));
  bc_window_show_timeline (fixture->window, "");
  bc_await (shows (fixture, "beta"));
}

static void
test_type_ahead (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *first = bc_ui_rig_add (&fixture->rig, "one > alpha");
  g_autofree char *second = bc_ui_rig_add (&fixture->rig, "two > beta");

  focus_row (fixture, "beta");
  bc_ui_rig_tap (&fixture->rig, 0, BC_KEY_B);
  bc_await (!shows (fixture, "alpha") && shows (fixture, "beta"));
}

static void
test_enter_resumes (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *id = bc_ui_rig_add (&fixture->rig, "one > alpha");

  focus_row (fixture, "alpha");
  bc_ui_rig_tap (&fixture->rig, 0, BC_KEY_RETURN);
  bc_await (fixture->asked != NULL);

  g_assert_cmpstr (fixture->asked, ==, "resume");
  g_assert_cmpstr (fixture->asked_id, ==, id);
}

static void
test_delete_and_undo (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *older = bc_ui_rig_add (&fixture->rig, "two > beta");
  g_autofree char *id = bc_ui_rig_add (&fixture->rig, "one > alpha");

  focus_row (fixture, "alpha");
  bc_ui_rig_tap (&fixture->rig, 0, BC_KEY_DELETE);
  bc_await (shows (fixture, "Breadcrumb deleted") && !shows (fixture, "alpha"));

  bc_ui_rig_tap (&fixture->rig, BC_KEY_CONTROL, BC_KEY_Z);
  bc_await (shows (fixture, "alpha"));
}

static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *id = bc_ui_rig_add (&fixture->rig, "one > alph");
  g_autoptr (GListModel) windows = gtk_window_get_toplevels ();
  GtkWidget *editor = NULL;

  g_object_ref (windows);
  focus_row (fixture, "alph");
  bc_ui_rig_tap (&fixture->rig, 0, BC_KEY_F2);
  bc_await (g_list_model_get_n_items (windows) == 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (BC_IS_EDIT_WINDOW (window))
        editor = window;
    }

  g_assert_nonnull (editor);
  bc_ui_rig_await_focus (editor);
  bc_ui_rig_tap (&fixture->rig, 0, BC_KEY_A);
  bc_ui_rig_tap (&fixture->rig, 0, BC_KEY_RETURN);
  bc_await (shows (fixture, "alpha") && shows (fixture, "Breadcrumb changed"));
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, 1);
}

static void
test_card (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *older = bc_ui_rig_add (&fixture->rig, "before > older step #billing");
  g_autofree char *id = bc_ui_rig_add (&fixture->rig, "see https://a.example/x > newer step #billing");
  BcResumeCard *card;

  bc_window_show_card (fixture->window, id);
  bc_await (shows (fixture, "As you wrote it"));
  card = BC_RESUME_CARD (bc_ui_rig_find (GTK_WIDGET (fixture->window), BC_TYPE_RESUME_CARD));
  g_assert_true (bc_ui_rig_shows (GTK_WIDGET (card), "see https://a.example/x > newer step #billing"));
  bc_await (bc_ui_rig_shows (GTK_WIDGET (card), "older step"));
  g_assert_true (bc_ui_rig_shows (GTK_WIDGET (card), "Open Link"));

  gtk_widget_activate_action (GTK_WIDGET (card), "crumb.kind", "s", "meeting");
  bc_await (bc_crumb_get_kind (bc_resume_card_get_crumb (card)) == BC_KIND_MEETING);
  gtk_widget_activate_action (GTK_WIDGET (card), "crumb.kind", "s", "meeting");
  bc_await (bc_crumb_get_kind (bc_resume_card_get_crumb (card)) == BC_KIND_NONE);

  gtk_widget_activate_action (GTK_WIDGET (card), "crumb.let-go", NULL);
  g_assert_cmpstr (fixture->asked, ==, "let-go");
  g_assert_cmpstr (fixture->asked_id, ==, id);

  bc_ui_rig_tap (&fixture->rig, 0, BC_KEY_ESCAPE);
  bc_await (!shows (fixture, "As you wrote it"));
}

static void
test_card_of_deleted (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *id = bc_ui_rig_add (&fixture->rig, "one > alpha");

  bc_window_show_card (fixture->window, id);
  bc_await (shows (fixture, "As you wrote it"));
  bc_store_act_async (fixture->rig.store, id, BC_ACT_DELETE, NULL, NULL, NULL);
  bc_await (shows (fixture, "No Breadcrumbs Yet"));
}

static void
test_card_of_unknown (Fixture       *fixture,
                      gconstpointer  data)
{
  bc_window_show_card (fixture->window, "01900000-0000-7000-8000-000000000000");
  bc_await (shows (fixture, "That breadcrumb is no longer there."));
}

#define add_test(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  bc_ui_rig_start ();
  app = gtk_application_new ("org.example.Breadcrumbs.Test", G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (app), NULL, &error);
  g_assert_no_error (error);

  add_test ("/ui/window/empty", test_empty);
  add_test ("/ui/window/rows", test_rows);
  add_test ("/ui/window/search", test_search);
  add_test ("/ui/window/type-ahead", test_type_ahead);
  add_test ("/ui/window/enter-resumes", test_enter_resumes);
  add_test ("/ui/window/delete-and-undo", test_delete_and_undo);
  add_test ("/ui/window/edit", test_edit);
  add_test ("/ui/window/card", test_card);
  add_test ("/ui/window/card-of-a-deleted-crumb", test_card_of_deleted);
  add_test ("/ui/window/card-of-an-unknown-crumb", test_card_of_unknown);

  status = g_test_run ();
  g_object_unref (app);
  bc_ui_rig_stop ();

  return status;
}
