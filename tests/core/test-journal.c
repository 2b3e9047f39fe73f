/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include "bc-fixed-clock.h"
#include "bc-journal.h"
#include "bc-test-dir.h"

typedef struct {
  char *dir;
  char *path;
  BcFixedClock *clock;
  BcJournal *journal;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->dir = bc_test_dir_new ();
  fixture->path = g_build_filename (fixture->dir, "data", "breadcrumbs.db", NULL);
  fixture->clock = bc_fixed_clock_new ();
  fixture->journal = bc_journal_open (fixture->path, BC_CLOCK (fixture->clock), BC_JOURNAL_READ_WRITE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->journal != NULL)
    g_assert_finalize_object (fixture->journal);
  g_assert_finalize_object (fixture->clock);
  bc_test_dir_remove (fixture->dir);
  g_free (fixture->path);
}

static BcCrumb *
add (Fixture    *fixture,
     const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BcLine) line = bc_line_parse (text);
  BcCrumb *crumb;

  bc_fixed_clock_advance (fixture->clock, G_USEC_PER_SEC);
  crumb = bc_journal_add (fixture->journal, line, NULL, &error);
  g_assert_no_error (error);

  return crumb;
}

static char *
act (Fixture *fixture,
     BcCrumb *crumb,
     BcAct    what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BcCrumb) after = NULL;
  char *event = NULL;

  bc_fixed_clock_advance (fixture->clock, G_USEC_PER_SEC);
  after = bc_journal_act (fixture->journal, bc_crumb_get_id (crumb), what, &event, &error);
  g_assert_no_error (error);

  return event;
}

static void
undo (Fixture    *fixture,
      const char *event)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BcCrumb) after = bc_journal_undo (fixture->journal, event, &error);

  g_assert_no_error (error);
}

static BcCrumb *
now (Fixture *fixture,
     BcCrumb *crumb)
{
  g_autoptr (GError) error = NULL;
  BcCrumb *found = bc_journal_get (fixture->journal, bc_crumb_get_id (crumb), &error);

  g_assert_no_error (error);

  return found;
}

#define assert_state(fixture, crumb, word) \
  G_STMT_START { \
    g_autoptr (BcCrumb) found_ = now (fixture, crumb); \
    g_assert_cmpstr (bc_crumb_state_to_string (bc_crumb_get_state (found_)), ==, word); \
  } G_STMT_END

static guint
count (Fixture       *fixture,
       const BcQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) crumbs = bc_journal_list (fixture->journal, query, &error);

  g_assert_no_error (error);

  return crumbs->len;
}

static void
test_add_keeps_everything (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BcLine) line = bc_line_parse ("fix parser > add a test #billing @ana !bug ~25m");
  g_autoptr (BcContext) context = bc_context_new (&(BcContextFields) {
    .application = "Code", .title = "parser.c", .window = 0x1400007,
    .directory = "/src/app", .repository = "app", .branch = "main",
  });
  g_autoptr (BcCrumb) saved = bc_journal_add (fixture->journal, line, context, &error);
  g_autoptr (BcCrumb) found = NULL;

  g_assert_no_error (error);
  found = now (fixture, saved);

  g_assert_cmpstr (bc_line_get_text (bc_crumb_get_line (found)), ==, bc_line_get_text (line));
  g_assert_cmpstr (bc_crumb_get_headline (found), ==, "add a test");
  g_assert_cmpint (bc_crumb_get_kind (found), ==, BC_KIND_BUG);
  g_assert_cmpint (bc_crumb_get_created_us (found), ==, BC_FIXED_CLOCK_START_US);
  g_assert_cmpstr (bc_context_get_title (bc_crumb_get_context (found)), ==, "parser.c");
  g_assert_cmpuint (bc_context_get_window (bc_crumb_get_context (found)), ==, 0x1400007);
  g_assert_cmpstr (bc_context_get_branch (bc_crumb_get_context (found)), ==, "main");
}

static void
test_file_is_private_and_durable (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (BcCrumb) crumb = add (fixture, "somewhere");
  GStatBuf info;

  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (wal, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

static void
test_newer_of_topic_makes_trail (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (BcCrumb) first = add (fixture, "one #billing");
  g_autoptr (BcCrumb) other = add (fixture, "elsewhere #deploy");
  g_autoptr (BcCrumb) second = add (fixture, "two #BILLING");
  guint open = 0;

  assert_state (fixture, first, "trail");
  assert_state (fixture, other, "open");
  assert_state (fixture, second, "open");
  g_assert_true (bc_journal_count_open (fixture->journal, &open, NULL));
  g_assert_cmpuint (open, ==, 2);
}

static void
test_delete_of_newer_reopens_older (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (BcCrumb) first = add (fixture, "one #billing");
  g_autoptr (BcCrumb) second = add (fixture, "two #billing");
  g_autofree char *event = act (fixture, second, BC_ACT_DELETE);

  assert_state (fixture, first, "open");
  undo (fixture, event);
  assert_state (fixture, first, "trail");
}

static void
test_ask_leaves_topic_alone (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (BcCrumb) first = add (fixture, "one #deploy");
  g_autoptr (BcCrumb) ask = add (fixture, "+ rotate key @leo #deploy");
  g_autoptr (GError) error = NULL;

  assert_state (fixture, first, "open");
  assert_state (fixture, ask, "parked");
  g_assert_null (bc_journal_act (fixture->journal, bc_crumb_get_id (ask), BC_ACT_RESUME, NULL, &error));
  g_assert_error (error, BC_STORE_ERROR, BC_STORE_ERROR_STATE);
}

static void
test_acts_can_be_undone (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (BcCrumb) crumb = add (fixture, "somewhere > go on");
  g_autofree char *resumed = act (fixture, crumb, BC_ACT_RESUME);
  g_autofree char *let_go = NULL;

  assert_state (fixture, crumb, "resumed");
  undo (fixture, resumed);
  assert_state (fixture, crumb, "open");

  let_go = act (fixture, crumb, BC_ACT_LET_GO);
  assert_state (fixture, crumb, "let-go");
  undo (fixture, NULL);
  assert_state (fixture, crumb, "open");
}

static void
test_undo_goes_back_act_by_act (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BcCrumb) crumb = add (fixture, "somewhere");
  g_autofree char *later = act (fixture, crumb, BC_ACT_LATER);
  g_autofree char *resumed = act (fixture, crumb, BC_ACT_RESUME);
  g_autoptr (BcCrumb) gone = NULL;

  undo (fixture, NULL);
  assert_state (fixture, crumb, "open");
  undo (fixture, NULL);
  undo (fixture, NULL);
  gone = now (fixture, crumb);
  g_assert_true (bc_crumb_is_deleted (gone));

  g_assert_null (bc_journal_undo (fixture->journal, NULL, &error));
  g_assert_error (error, BC_STORE_ERROR, BC_STORE_ERROR_NOTHING);
}

static void
test_undone_addition_can_be_restored (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (BcCrumb) crumb = add (fixture, "somewhere > go on #x");
  g_autofree char *restored = NULL;

  undo (fixture, NULL);
  g_assert_cmpuint (count (fixture, &(BcQuery) { 0 }), ==, 0);
  restored = act (fixture, crumb, BC_ACT_RESTORE);
  g_assert_cmpuint (count (fixture, &(BcQuery) { 0 }), ==, 1);
  assert_state (fixture, crumb, "open");
}

static void
test_edit_parses_again_and_keeps_history (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BcCrumb) mark = add (fixture, "");
  g_autoptr (BcLine) line = bc_line_parse ("the build > look at CI #ci");
  g_autoptr (BcCrumb) after = NULL;
  g_autofree char *event = NULL;

  after = bc_journal_edit (fixture->journal, bc_crumb_get_id (mark), line, &event, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bc_crumb_get_headline (after), ==, "look at CI");
  g_assert_cmpuint (count (fixture, &(BcQuery) { .topic = "CI" }), ==, 1);

  undo (fixture, event);
  g_assert_cmpuint (count (fixture, &(BcQuery) { .topic = "ci" }), ==, 0);
  g_clear_object (&after);
  after = now (fixture, mark);
  g_assert_true (bc_line_is_mark (bc_crumb_get_line (after)));
}

static void
test_kind_is_set_afterwards (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BcCrumb) crumb = add (fixture, "somewhere !bug");
  g_autofree char *event = NULL;
  g_autoptr (BcCrumb) after =
    bc_journal_set_kind (fixture->journal, bc_crumb_get_id (crumb), BC_KIND_MEETING, &event, &error);

  g_assert_no_error (error);
  g_assert_cmpint (bc_crumb_get_kind (after), ==, BC_KIND_MEETING);
  g_assert_cmpstr (bc_line_get_text (bc_crumb_get_line (after)), ==, "somewhere !bug");

  undo (fixture, event);
  g_clear_object (&after);
  after = now (fixture, crumb);
  g_assert_cmpint (bc_crumb_get_kind (after), ==, BC_KIND_BUG);
}

static void
test_reminders_count_until_answered (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr (BcCrumb) crumb = add (fixture, "somewhere");
  g_autofree char *one = act (fixture, crumb, BC_ACT_REMIND);
  g_autofree char *two = act (fixture, crumb, BC_ACT_REMIND);
  g_autofree char *later = NULL;
  g_autoptr (BcCrumb) found = now (fixture, crumb);

  g_assert_cmpuint (bc_crumb_get_reminders (found), ==, 2);
  later = act (fixture, crumb, BC_ACT_LATER);
  g_clear_object (&found);
  found = now (fixture, crumb);
  g_assert_cmpuint (bc_crumb_get_reminders (found), ==, 0);
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct {
    const char *search;
    guint hits;
  } cases[] = {
    { "parser", 1 }, { "PARS", 1 }, { "cafe", 1 }, { "grosse", 0 }, { "test parser", 1 },
    { "parser caf", 0 }, { "\"unbalanced", 1 }, { "NOT parser", 0 }, { "a* OR", 0 }, { "支付", 1 },
    { "退款", 1 }, { "100%", 1 }, { "C++", 1 }, { "", 6 }, { "  ", 6 }, { "-", 0 }, { "(", 0 },
  };
  g_autoptr (BcCrumb) a = add (fixture, "fix parser > add a test");
  g_autoptr (BcCrumb) b = add (fixture, "Café totals are off");
  g_autoptr (BcCrumb) c = add (fixture, "修复支付接口 > 写退款测试");
  g_autoptr (BcCrumb) d = add (fixture, "an \"unbalanced quote");
  g_autoptr (BcCrumb) e = add (fixture, "disk at 100% again");
  g_autoptr (BcCrumb) f = add (fixture, "port to C++20");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("search for %s", cases[i].search);
      g_assert_cmpuint (count (fixture, &(BcQuery) { .search = cases[i].search }), ==, cases[i].hits);
    }
}

static void
test_filters (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (BcCrumb) a = add (fixture, "one #x @ana !bug");
  g_autoptr (BcCrumb) b = add (fixture, "two #y @Ana");
  g_autofree char *event = act (fixture, b, BC_ACT_RESUME);
  gint64 second_us = bc_crumb_get_created_us (b);

  g_assert_cmpuint (count (fixture, &(BcQuery) { .topic = "X" }), ==, 1);
  g_assert_cmpuint (count (fixture, &(BcQuery) { .person = "ana" }), ==, 2);
  g_assert_cmpuint (count (fixture, &(BcQuery) { .kind = BC_KIND_BUG }), ==, 1);
  g_assert_cmpuint (count (fixture, &(BcQuery) { .has_state = TRUE, .state = BC_CRUMB_RESUMED }), ==, 1);
  g_assert_cmpuint (count (fixture, &(BcQuery) { .since_us = second_us }), ==, 1);
  g_assert_cmpuint (count (fixture, &(BcQuery) { .until_us = second_us }), ==, 1);
  g_assert_cmpuint (count (fixture, &(BcQuery) { .limit = 1 }), ==, 1);
}

static void
test_trail_is_newest_first_and_bounded (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) trail = NULL;
  g_autoptr (BcCrumb) both = NULL;
  g_autoptr (BcCrumb) last = NULL;

  for (int i = 0; i < 10; i++)
    {
      g_autoptr (BcCrumb) older = add (fixture, "step #a");
    }
  both = add (fixture, "both #a #b");
  last = add (fixture, "now #a #b");

  trail = bc_journal_get_trail (fixture->journal, bc_crumb_get_id (last), 5, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (trail->len, ==, 5);
  g_assert_cmpstr (bc_crumb_get_id (trail->pdata[0]), ==, bc_crumb_get_id (both));
  g_assert_cmpstr (bc_crumb_get_id (trail->pdata[1]), !=, bc_crumb_get_id (both));
}

static void
test_short_id_finds (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BcCrumb) crumb = add (fixture, "somewhere");
  g_autoptr (BcCrumb) found = bc_journal_find (fixture->journal, bc_crumb_get_id (crumb) + 28, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (bc_crumb_get_id (found), ==, bc_crumb_get_id (crumb));
  g_assert_null (bc_journal_find (fixture->journal, "nonsense", &error));
  g_assert_error (error, BC_STORE_ERROR, BC_STORE_ERROR_NOT_FOUND);
}

static void
test_words_come_most_recent_first (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr (BcCrumb) a = add (fixture, "one #Billing #deploy");
  g_autoptr (BcCrumb) b = add (fixture, "two #billing");
  g_auto (GStrv) words = bc_journal_get_words (fixture->journal, BC_WORD_TOPIC, 10, NULL);

  g_assert_cmpuint (g_strv_length (words), ==, 2);
  g_assert_cmpstr (words[0], ==, "Billing");
  g_assert_cmpstr (words[1], ==, "deploy");
}

static void
test_draft_is_kept (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *draft = NULL;

  g_assert_true (bc_journal_save_draft (fixture->journal, "half a li", NULL));
  g_assert_true (bc_journal_save_draft (fixture->journal, "half a line", NULL));
  draft = bc_journal_load_draft (fixture->journal, NULL);
  g_assert_cmpstr (draft, ==, "half a line");

  g_free (draft);
  g_assert_true (bc_journal_save_draft (fixture->journal, "", NULL));
  draft = bc_journal_load_draft (fixture->journal, NULL);
  g_assert_cmpstr (draft, ==, "");
}

static void
test_changes_of_another_process_are_seen (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BcCrumb) before = add (fixture, "one #x");
  g_autoptr (BcChangeSet) own = bc_journal_take_changes (fixture->journal, NULL);
  g_autoptr (BcJournal) other =
    bc_journal_open (fixture->path, BC_CLOCK (fixture->clock), BC_JOURNAL_READ_WRITE, &error);
  g_autoptr (BcLine) line = bc_line_parse ("two #x");
  g_autoptr (BcCrumb) added = NULL;
  g_autoptr (BcChangeSet) changes = NULL;
  g_autoptr (BcChangeSet) nothing = NULL;

  g_assert_no_error (error);
  bc_fixed_clock_advance (fixture->clock, G_USEC_PER_SEC);
  added = bc_journal_add (other, line, NULL, &error);
  g_assert_no_error (error);

  changes = bc_journal_take_changes (fixture->journal, &error);
  g_assert_no_error (error);
  g_assert_true (bc_change_set_touches_entries (changes));
  g_assert_cmpuint (bc_change_set_get_crumbs (changes)->len, ==, 2);

  nothing = bc_journal_take_changes (fixture->journal, NULL);
  g_assert_true (bc_change_set_is_empty (nothing));
}

static void
test_reader_of_missing_file_sees_nothing (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *missing = g_build_filename (fixture->dir, "none", "breadcrumbs.db", NULL);
  g_autoptr (BcJournal) reader =
    bc_journal_open (missing, BC_CLOCK (fixture->clock), BC_JOURNAL_READ_ONLY, &error);
  g_autoptr (GPtrArray) crumbs = NULL;

  g_assert_no_error (error);
  crumbs = bc_journal_list (reader, &(BcQuery) { 0 }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (crumbs->len, ==, 0);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
}

static void
assert_refused (Fixture      *fixture,
                BcStoreError  code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before, length_after;

  g_assert_true (g_file_get_contents (fixture->path, &before, &length_before, NULL));
  g_assert_null (bc_journal_open (fixture->path, BC_CLOCK (fixture->clock), BC_JOURNAL_READ_WRITE, &error));
  g_assert_error (error, BC_STORE_ERROR, (int) code);
  g_assert_true (g_file_get_contents (fixture->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
test_newer_file_is_refused_untouched (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_clear_object (&fixture->journal);
  run_sql (fixture->path, "PRAGMA user_version=1000");

  assert_refused (fixture, BC_STORE_ERROR_NEWER);
}

static void
test_other_programs_database_is_refused_untouched (Fixture       *fixture,
                                                   gconstpointer  data)
{
  g_clear_object (&fixture->journal);
  g_unlink (fixture->path);
  run_sql (fixture->path, "CREATE TABLE photo (id)");

  assert_refused (fixture, BC_STORE_ERROR_NOT_OURS);
}

static void
test_no_database_is_refused_untouched (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autofree char *text = g_strnfill (5000, 'x');

  g_clear_object (&fixture->journal);
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  assert_refused (fixture, BC_STORE_ERROR_NOT_OURS);
  g_assert_true (g_file_set_contents (fixture->path, "short", -1, NULL));
  assert_refused (fixture, BC_STORE_ERROR_NOT_OURS);
}

static void
test_last_away_is_the_one_that_ended_last (Fixture       *fixture,
                                           gconstpointer  data)
{
  const BcAway first = { .left_us = 10, .back_us = 20, .duration_us = 9, .causes = BC_AWAY_LOCK };
  const BcAway second = { .left_us = 30, .back_us = 50, .duration_us = 21, .causes = BC_AWAY_IDLE | BC_AWAY_SLEEP };
  g_autoptr (GError) error = NULL;
  BcAway away;

  g_assert_true (bc_journal_get_last_away (fixture->journal, &away, &error));
  g_assert_no_error (error);
  g_assert_cmpint (away.back_us, ==, 0);

  g_assert_true (bc_journal_add_away (fixture->journal, &first, &error));
  g_assert_true (bc_journal_add_away (fixture->journal, &second, &error));
  g_assert_true (bc_journal_get_last_away (fixture->journal, &away, &error));
  g_assert_no_error (error);
  g_assert_cmpint (away.left_us, ==, second.left_us);
  g_assert_cmpint (away.back_us, ==, second.back_us);
  g_assert_cmpint (away.duration_us, ==, second.duration_us);
  g_assert_cmpuint (away.causes, ==, second.causes);
}

static void
test_file_in_place_of_folder_is_told (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *blocked = g_build_filename (fixture->dir, "blocked", NULL);
  g_autofree char *path = g_build_filename (blocked, "breadcrumbs.db", NULL);

  g_assert_true (g_file_set_contents (blocked, "", 0, NULL));
  g_assert_null (bc_journal_open (path, BC_CLOCK (fixture->clock), BC_JOURNAL_READ_WRITE, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == BC_STORE_ERROR);
}

#define add_test(path, func) g_test_add ("/core/journal/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_test ("add/keeps-everything", test_add_keeps_everything);
  add_test ("file/private-and-durable", test_file_is_private_and_durable);
  add_test ("topic/newer-makes-trail", test_newer_of_topic_makes_trail);
  add_test ("topic/delete-of-newer-reopens-older", test_delete_of_newer_reopens_older);
  add_test ("topic/ask-leaves-it-alone", test_ask_leaves_topic_alone);
  add_test ("act/can-be-undone", test_acts_can_be_undone);
  add_test ("act/undo-goes-back-act-by-act", test_undo_goes_back_act_by_act);
  add_test ("act/undone-addition-can-be-restored", test_undone_addition_can_be_restored);
  add_test ("edit/parses-again", test_edit_parses_again_and_keeps_history);
  add_test ("kind/set-afterwards", test_kind_is_set_afterwards);
  add_test ("reminders/count-until-answered", test_reminders_count_until_answered);
  add_test ("list/search", test_search);
  add_test ("list/filters", test_filters);
  add_test ("trail/newest-first-and-bounded", test_trail_is_newest_first_and_bounded);
  add_test ("find/short-id", test_short_id_finds);
  add_test ("words/most-recent-first", test_words_come_most_recent_first);
  add_test ("draft/kept", test_draft_is_kept);
  add_test ("changes/of-another-process", test_changes_of_another_process_are_seen);
  add_test ("open/reader-of-missing-file", test_reader_of_missing_file_sees_nothing);
  add_test ("open/newer-file", test_newer_file_is_refused_untouched);
  add_test ("open/other-programs-database", test_other_programs_database_is_refused_untouched);
  add_test ("open/no-database", test_no_database_is_refused_untouched);
  add_test ("last-away-is-the-one-that-ended-last", test_last_away_is_the_one_that_ended_last);
  add_test ("open/file-in-place-of-folder", test_file_in_place_of_folder_is_told);

  return g_test_run ();
}
