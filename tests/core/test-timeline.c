/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-await.h"
#include "bc-fixed-clock.h"
#include "bc-open-crumbs.h"
#include "bc-test-dir.h"
#include "bc-timeline.h"
#include "bc-words.h"

typedef struct {
  char *dir;
  char *path;
  BcFixedClock *clock;
  BcStore *store;
} Fixture;

typedef struct {
  guint position;
  guint removed;
  guint added;
  guint times;
} Changes;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->dir = bc_test_dir_new ();
  fixture->path = g_build_filename (fixture->dir, "breadcrumbs.db", NULL);
  fixture->clock = bc_fixed_clock_new ();
  fixture->store = bc_store_new (fixture->path, BC_CLOCK (fixture->clock));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  bc_store_close (fixture->store);
  bc_await_quiet ();
  g_assert_finalize_object (fixture->store);
  g_assert_finalize_object (fixture->clock);
  bc_test_dir_remove (fixture->dir);
  g_free (fixture->path);
}

static void
crumb_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  BcCrumb **crumb = user_data;

  *crumb = bc_store_crumb_finish (BC_STORE (source), result, NULL, &error);
  g_assert_no_error (error);
}

static BcCrumb *
add (Fixture    *fixture,
     const char *text)
{
  g_autoptr (BcLine) line = bc_line_parse (text);
  BcCrumb *crumb = NULL;

  bc_fixed_clock_advance (fixture->clock, G_USEC_PER_SEC);
  bc_store_add_async (fixture->store, line, NULL, NULL, crumb_cb, &crumb);
  bc_await (crumb != NULL);

  return crumb;
}

static void
act (Fixture *fixture,
     BcCrumb *crumb,
     BcAct    what)
{
  g_autoptr (BcCrumb) after = NULL;

  bc_fixed_clock_advance (fixture->clock, G_USEC_PER_SEC);
  bc_store_act_async (fixture->store, bc_crumb_get_id (crumb), what, NULL, crumb_cb, &after);
  bc_await (after != NULL);
}

static gpointer
add_many (BcJournal     *journal,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (BcLine) line = bc_line_parse ("one of many #many");

  for (int i = 0; i < GPOINTER_TO_INT (data); i++)
    {
      g_autoptr (BcCrumb) crumb = bc_journal_add (journal, line, NULL, error);

      g_assert_nonnull (crumb);
    }

  return GINT_TO_POINTER (TRUE);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(gboolean *) user_data = bc_store_run_finish (BC_STORE (source), result, NULL) != NULL;
}

static void
fill (Fixture *fixture,
      int      n)
{
  gboolean done = FALSE;

  bc_store_run_async (fixture->store, add_many, GINT_TO_POINTER (n), NULL, NULL, NULL, done_cb, &done);
  bc_await (done);
}

static BcTimeline *
load (Fixture *fixture)
{
  BcTimeline *timeline = bc_timeline_new (fixture->store);

  bc_await (bc_timeline_is_loaded (timeline));

  return timeline;
}

static BcTimelineItem *
item_at (BcTimeline *timeline,
         guint       position)
{
  g_autoptr (BcTimelineItem) item = g_list_model_get_item (G_LIST_MODEL (timeline), position);

  bc_await (bc_timeline_item_get_entry_type (item) != BC_TIMELINE_LOADING);

  return g_steal_pointer (&item);
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Changes    *changes)
{
  changes->position = position;
  changes->removed = removed;
  changes->added = added;
  changes->times++;
}

#define assert_changes(changes, p, r, a) \
  G_STMT_START { \
    g_assert_cmpuint ((changes).times, ==, 1); \
    g_assert_cmpuint ((changes).position, ==, p); \
    g_assert_cmpuint ((changes).removed, ==, r); \
    g_assert_cmpuint ((changes).added, ==, a); \
    (changes).times = 0; \
  } G_STMT_END

#define assert_text(timeline, position, text) \
  G_STMT_START { \
    g_autoptr (BcTimelineItem) item_ = item_at (timeline, position); \
    g_assert_cmpstr (bc_line_get_text (bc_crumb_get_line (bc_timeline_item_get_crumb (item_))), ==, text); \
  } G_STMT_END

static void
test_rows_in_their_order (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (BcCrumb) first = add (fixture, "first");
  g_autoptr (BcCrumb) second = add (fixture, "second");
  g_autoptr (BcTimeline) timeline = NULL;
  g_autoptr (BcTimelineItem) top = NULL;
  g_autoptr (BcTimelineItem) below = NULL;

  act (fixture, first, BC_ACT_RESUME);
  timeline = load (fixture);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (timeline)), ==, 3);
  top = item_at (timeline, 0);
  g_assert_cmpint (bc_timeline_item_get_entry_type (top), ==, BC_TIMELINE_RESUME);
  g_assert_cmpint (bc_timeline_item_get_newer_us (top), ==, G_MAXINT64);
  below = item_at (timeline, 1);
  g_assert_cmpint (bc_timeline_item_get_newer_us (below), ==, bc_timeline_item_get_at_us (top));
  assert_text (timeline, 1, "second");
  assert_text (timeline, 2, "first");
}

static void
test_new_crumb_comes_on_top (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (BcCrumb) first = add (fixture, "first");
  g_autoptr (BcTimeline) timeline = load (fixture);
  g_autoptr (BcTimelineItem) held = item_at (timeline, 0);
  g_autoptr (BcCrumb) second = NULL;
  g_autoptr (BcTimelineItem) again = NULL;
  Changes changes = { 0 };

  g_signal_connect (timeline, "items-changed", G_CALLBACK (items_changed_cb), &changes);
  second = add (fixture, "second");
  bc_await (changes.times > 0);

  assert_changes (changes, 0, 0, 1);
  assert_text (timeline, 0, "second");
  again = item_at (timeline, 1);
  g_assert_true (again == held);
}

static void
test_deleted_crumb_goes_alone (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (BcCrumb) first = add (fixture, "first");
  g_autoptr (BcCrumb) second = add (fixture, "second");
  g_autoptr (BcCrumb) third = add (fixture, "third");
  g_autoptr (BcTimeline) timeline = load (fixture);
  Changes changes = { 0 };

  assert_text (timeline, 0, "third");
  g_signal_connect (timeline, "items-changed", G_CALLBACK (items_changed_cb), &changes);
  act (fixture, second, BC_ACT_DELETE);
  bc_await (changes.times > 0);
  assert_changes (changes, 1, 1, 0);

  act (fixture, second, BC_ACT_RESTORE);
  bc_await (changes.times > 0);
  assert_changes (changes, 1, 0, 1);
  assert_text (timeline, 1, "second");
}

static void
flag_cb (BcTimelineItem *item,
         gboolean       *flag)
{
  *flag = TRUE;
}

static void
test_state_changes_in_place (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (BcCrumb) crumb = add (fixture, "somewhere");
  g_autoptr (BcTimeline) timeline = load (fixture);
  g_autoptr (BcTimelineItem) item = item_at (timeline, 0);
  gboolean changed = FALSE;
  Changes changes = { 0 };

  g_signal_connect (item, "changed", G_CALLBACK (flag_cb), &changed);
  g_signal_connect (timeline, "items-changed", G_CALLBACK (items_changed_cb), &changes);
  act (fixture, crumb, BC_ACT_LET_GO);
  bc_await (changed);

  g_assert_cmpuint (changes.times, ==, 0);
  g_assert_cmpint (bc_crumb_get_state (bc_timeline_item_get_crumb (item)), ==, BC_CRUMB_LET_GO);
}

static void
test_pages_are_read_when_asked_for (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (BcTimeline) timeline = NULL;
  g_autoptr (BcTimelineItem) last = NULL;
  g_autoptr (BcCrumb) newest = NULL;
  Changes changes = { 0 };

  fill (fixture, 1000);
  timeline = load (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (timeline)), ==, 1000);
  last = item_at (timeline, 999);
  g_assert_nonnull (bc_timeline_item_get_crumb (last));
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (timeline), 1000));

  for (guint i = 0; i < 1000; i += 100)
    {
      g_autoptr (BcTimelineItem) item = item_at (timeline, i);
    }

  g_signal_connect (timeline, "items-changed", G_CALLBACK (items_changed_cb), &changes);
  newest = add (fixture, "newest");
  bc_await (changes.times > 0);
  assert_changes (changes, 0, 0, 1);
  assert_text (timeline, 0, "newest");
  assert_text (timeline, 1000, "one of many #many");
}

static void
test_search_narrows_and_widens (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (BcCrumb) first = add (fixture, "fix parser");
  g_autoptr (BcCrumb) second = add (fixture, "elsewhere");
  g_autoptr (BcTimeline) timeline = NULL;
  g_autoptr (BcCrumb) third = NULL;
  GListModel *model;

  act (fixture, second, BC_ACT_RESUME);
  timeline = load (fixture);
  model = G_LIST_MODEL (timeline);

  bc_timeline_set_search (timeline, "pars");
  bc_await (g_list_model_get_n_items (model) == 1);
  assert_text (timeline, 0, "fix parser");

  third = add (fixture, "the parser again");
  bc_await (g_list_model_get_n_items (model) == 2);
  assert_text (timeline, 0, "the parser again");

  bc_timeline_set_search (timeline, "nothing like it");
  bc_await (g_list_model_get_n_items (model) == 0);
  bc_timeline_set_search (timeline, "");
  bc_await (g_list_model_get_n_items (model) == 4);
}

static gpointer
write_elsewhere (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BcLine) line = bc_line_parse ("from elsewhere");
  g_autoptr (BcJournal) other =
    bc_journal_open (fixture->path, BC_CLOCK (fixture->clock), BC_JOURNAL_READ_WRITE, &error);
  g_autoptr (BcCrumb) crumb = NULL;

  g_assert_no_error (error);
  crumb = bc_journal_add (other, line, NULL, &error);
  g_assert_no_error (error);

  return NULL;
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(gboolean *) user_data = bc_store_open_finish (BC_STORE (source), result, NULL);
}

static void
test_follows_other_processes (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (BcTimeline) timeline = NULL;
  gboolean opened = FALSE;

  bc_store_open_async (fixture->store, NULL, opened_cb, &opened);
  bc_await (opened);
  timeline = load (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (timeline)), ==, 0);

  g_thread_join (g_thread_new ("elsewhere", write_elsewhere, fixture));
  bc_await (g_list_model_get_n_items (G_LIST_MODEL (timeline)) == 1);
  assert_text (timeline, 0, "from elsewhere");
}

static void
test_open_crumbs_follow (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (BcOpenCrumbs) open = bc_open_crumbs_new (fixture->store);
  g_autoptr (BcCrumb) one = add (fixture, "one");
  g_autoptr (BcCrumb) two = add (fixture, "two");

  bc_await (bc_open_crumbs_get_count (open) == 2);
  g_assert_cmpstr (bc_crumb_get_id (bc_open_crumbs_peek (open, 0)), ==, bc_crumb_get_id (two));
  act (fixture, two, BC_ACT_RESUME);
  bc_await (bc_open_crumbs_get_count (open) == 1);
  g_assert_cmpstr (bc_crumb_get_id (bc_open_crumbs_peek (open, 0)), ==, bc_crumb_get_id (one));

  fill (fixture, 30);
  for (int i = 0; i < 25; i++)
    {
      g_autoptr (BcCrumb) more = add (fixture, "more");
    }
  bc_await (bc_open_crumbs_get_count (open) == 27);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (open)), ==, 20);
}

static gboolean
offers (BcWords    *words,
        const char *prefix,
        const char *only)
{
  g_auto (GStrv) found = bc_words_complete (words, BC_WORD_TOPIC, prefix, 5);

  return g_strv_length (found) == 1 && g_str_equal (found[0], only);
}

static void
test_words_complete (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (BcWords) words = bc_words_new (fixture->store);
  g_autoptr (BcCrumb) one = add (fixture, "one #billing @Ana");
  g_autoptr (BcCrumb) two = add (fixture, "two #Build/ci");
  g_auto (GStrv) topics = NULL;
  g_auto (GStrv) whole = NULL;
  g_auto (GStrv) persons = NULL;

  bc_await (offers (words, "BUI", "Build/ci"));
  g_assert_true (offers (words, "BI", "billing"));
  topics = bc_words_complete (words, BC_WORD_TOPIC, "b", 5);
  g_assert_cmpuint (g_strv_length (topics), ==, 2);
  g_assert_cmpstr (topics[0], ==, "Build/ci");
  whole = bc_words_complete (words, BC_WORD_TOPIC, "billing", 5);
  g_assert_cmpuint (g_strv_length (whole), ==, 0);
  persons = bc_words_complete (words, BC_WORD_PERSON, "", 5);
  g_assert_cmpstr (persons[0], ==, "Ana");
}

static void
test_models_may_go_before_their_answers (Fixture       *fixture,
                                         gconstpointer  data)
{
  BcTimeline *timeline = bc_timeline_new (fixture->store);
  BcOpenCrumbs *open = bc_open_crumbs_new (fixture->store);
  BcWords *words = bc_words_new (fixture->store);
  gboolean done = FALSE;

  g_object_run_dispose (G_OBJECT (timeline));
  g_object_run_dispose (G_OBJECT (open));
  g_object_run_dispose (G_OBJECT (words));
  bc_store_run_async (fixture->store, add_many, GINT_TO_POINTER (0), NULL, NULL, NULL, done_cb, &done);
  bc_await (done);
  bc_await_quiet ();

  g_assert_finalize_object (timeline);
  g_assert_finalize_object (open);
  g_assert_finalize_object (words);
}

#define add_test(path, func) g_test_add ("/core/timeline/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_test ("rows/in-their-order", test_rows_in_their_order);
  add_test ("rows/new-crumb-on-top", test_new_crumb_comes_on_top);
  add_test ("rows/deleted-crumb-goes-alone", test_deleted_crumb_goes_alone);
  add_test ("rows/state-changes-in-place", test_state_changes_in_place);
  add_test ("rows/pages-when-asked-for", test_pages_are_read_when_asked_for);
  add_test ("search/narrows-and-widens", test_search_narrows_and_widens);
  add_test ("store/follows-other-processes", test_follows_other_processes);
  add_test ("open-crumbs/follow", test_open_crumbs_follow);
  add_test ("words/complete", test_words_complete);
  add_test ("models/may-go-before-their-answers", test_models_may_go_before_their_answers);

  return g_test_run ();
}
