/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "bc-export.h"
#include "bc-fixed-clock.h"
#include "bc-import.h"
#include "bc-input-lines.h"
#include "bc-json.h"
#include "bc-record.h"
#include "bc-test-dir.h"

/* Two machines of one user. */
typedef struct {
  char *dir;
  BcFixedClock *clock;
  BcJournal *here;
  BcJournal *there;
} Fixture;

static BcJournal *
open_journal (Fixture    *fixture,
              const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->dir, name, "breadcrumbs.db", NULL);
  BcJournal *journal = bc_journal_open (path, BC_CLOCK (fixture->clock), BC_JOURNAL_READ_WRITE, &error);

  g_assert_no_error (error);

  return journal;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->dir = bc_test_dir_new ();
  fixture->clock = bc_fixed_clock_new ();
  fixture->here = open_journal (fixture, "here");
  fixture->there = open_journal (fixture, "there");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->here);
  g_assert_finalize_object (fixture->there);
  g_assert_finalize_object (fixture->clock);
  bc_test_dir_remove (fixture->dir);
}

static GBytes *
export_as (BcJournal      *journal,
           BcExportFormat  format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  gulong n_crumbs;

  bc_export_run (journal, format, stream, NULL, NULL, &n_crumbs, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
unexpected_cb (gulong        number,
               const GError *reason,
               gpointer      user_data)
{
  g_error ("line %lu: %s", number, reason->message);
}

static BcImportCounts
import (BcJournal *journal,
        GBytes    *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  BcImport import = { .journal = journal, .broken = unexpected_cb };
  BcImportCounts counts;

  bc_import_run (&import, stream, &counts, NULL, &error);
  g_assert_no_error (error);

  return counts;
}

static BcImportCounts
carry (BcJournal *from,
       BcJournal *to)
{
  g_autoptr (GBytes) bytes = export_as (from, BC_EXPORT_JSONL);

  return import (to, bytes);
}

static char *
add (Fixture    *fixture,
     BcJournal  *journal,
     const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BcLine) line = bc_line_parse (text);
  g_autoptr (BcContext) context = bc_context_new (&(BcContextFields) {
    .application = "editor", .title = "a \"title\"\n", .directory = "/srv/\\x", .repository = "shop", .branch = "main",
  });
  g_autoptr (BcCrumb) crumb = NULL;

  bc_fixed_clock_advance (fixture->clock, G_USEC_PER_SEC + 1);
  crumb = bc_journal_add (journal, line, context, &error);
  g_assert_no_error (error);

  return g_strdup (bc_crumb_get_id (crumb));
}

static void
act (Fixture    *fixture,
     BcJournal  *journal,
     const char *id,
     BcAct       what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BcCrumb) crumb = NULL;

  bc_fixed_clock_advance (fixture->clock, G_USEC_PER_SEC + 1);
  crumb = bc_journal_act (journal, id, what, NULL, &error);
  g_assert_no_error (error);
}

#define assert_state(journal, id, word) \
  G_STMT_START { \
    g_autoptr (BcCrumb) found_ = bc_journal_get (journal, id, NULL); \
    g_assert_nonnull (found_); \
    g_assert_cmpstr (bc_crumb_state_to_string (bc_crumb_get_state (found_)), ==, word); \
  } G_STMT_END

#define assert_bytes_equal(one, other) \
  g_assert_cmpmem (g_bytes_get_data (one, NULL), g_bytes_get_size (one), \
                   g_bytes_get_data (other, NULL), g_bytes_get_size (other))

static void
make_eventful (Fixture   *fixture,
               BcJournal *journal)
{
  g_autofree char *edited = add (fixture, journal, "fix parser > add a test #billing @ana ~25m");
  g_autofree char *trashed = add (fixture, journal, "");
  g_autofree char *resumed = add (fixture, journal, "> second #billing\r\nwith \x01\x1f\x7f \u202e controls");
  g_autofree char *ask = add (fixture, journal, "+ rotate deploy key @leo");
  g_autoptr (BcLine) line = bc_line_new_verbatim ("+ nothing #is read");
  g_autofree char *event = NULL;
  BcAway away = { .left_us = BC_FIXED_CLOCK_START_US, .back_us = BC_FIXED_CLOCK_START_US + 7,
                  .duration_us = 7, .causes = BC_AWAY_IDLE | BC_AWAY_SLEEP };

  g_assert_true (bc_journal_add_away (journal, &away, NULL));
  g_object_unref (bc_journal_edit (journal, edited, line, NULL, NULL));
  g_object_unref (bc_journal_set_kind (journal, edited, BC_KIND_MEETING, NULL, NULL));
  act (fixture, journal, resumed, BC_ACT_REMIND);
  act (fixture, journal, resumed, BC_ACT_RESUME);
  g_object_unref (bc_journal_set_kind (journal, ask, BC_KIND_QUESTION, &event, NULL));
  g_object_unref (bc_journal_undo (journal, event, NULL));
  act (fixture, journal, trashed, BC_ACT_DELETE);
  act (fixture, journal, trashed, BC_ACT_RESTORE);
  act (fixture, journal, trashed, BC_ACT_DELETE);
}

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  BcImportCounts counts;

  make_eventful (fixture, fixture->here);
  counts = carry (fixture->here, fixture->there);
  g_assert_cmpuint (counts.lines, ==, 5);
  g_assert_cmpuint (counts.added, ==, 5);

  for (BcExportFormat format = BC_EXPORT_JSONL; format <= BC_EXPORT_MARKDOWN; format++)
    {
      g_autoptr (GBytes) before = export_as (fixture->here, format);
      g_autoptr (GBytes) after = export_as (fixture->there, format);

      assert_bytes_equal (before, after);
    }
}

static void
test_twice (Fixture       *fixture,
            gconstpointer  data)
{
  BcImportCounts counts;

  make_eventful (fixture, fixture->here);
  carry (fixture->here, fixture->there);
  counts = carry (fixture->here, fixture->there);
  g_assert_cmpuint (counts.added + counts.changed, ==, 0);
  g_assert_cmpuint (counts.same, ==, 5);

  counts = carry (fixture->there, fixture->here);
  g_assert_cmpuint (counts.added + counts.changed, ==, 0);
}

/* Whichever way they are carried, the newest act of both counts. */
static void
test_newest_act_counts (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *id = add (fixture, fixture->here, "fix parser");
  g_autoptr (GBytes) early = NULL;

  carry (fixture->here, fixture->there);
  act (fixture, fixture->here, id, BC_ACT_RESUME);
  early = export_as (fixture->here, BC_EXPORT_JSONL);
  act (fixture, fixture->there, id, BC_ACT_LET_GO);

  g_assert_cmpuint (import (fixture->there, early).changed, ==, 1);
  assert_state (fixture->there, id, "let-go");
  g_assert_cmpuint (carry (fixture->there, fixture->here).changed, ==, 1);
  assert_state (fixture->here, id, "let-go");
}

/* One machine's own order holds, even with its clock set back between two acts. */
static void
test_clock_set_back (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *id = add (fixture, fixture->here, "fix parser");

  act (fixture, fixture->here, id, BC_ACT_RESUME);
  bc_fixed_clock_set_now_us (fixture->clock, BC_FIXED_CLOCK_START_US - G_TIME_SPAN_DAY);
  act (fixture, fixture->here, id, BC_ACT_LET_GO);
  assert_state (fixture->here, id, "let-go");

  carry (fixture->here, fixture->there);
  assert_state (fixture->there, id, "let-go");
}

/* What was resumed elsewhere comes into the timeline with the crumb, and not before it is back from the trash. */
static void
test_resumed_elsewhere_while_in_the_trash (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autofree char *id = add (fixture, fixture->here, "fix parser");
  g_autoptr (BcCrumb) crumb = NULL;

  carry (fixture->here, fixture->there);
  act (fixture, fixture->here, id, BC_ACT_RESUME);
  act (fixture, fixture->there, id, BC_ACT_DELETE);

  carry (fixture->here, fixture->there);
  crumb = bc_journal_get (fixture->there, id, NULL);
  g_assert_true (bc_crumb_is_deleted (crumb));
  act (fixture, fixture->there, id, BC_ACT_RESTORE);
  assert_state (fixture->there, id, "resumed");
}

static void
test_older_crumb_becomes_trail (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *older = add (fixture, fixture->here, "first #billing");
  g_autofree char *newer = add (fixture, fixture->there, "second #billing");

  carry (fixture->here, fixture->there);
  assert_state (fixture->there, older, "trail");
  assert_state (fixture->there, newer, "open");
}

static void
test_change_is_told (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *id = add (fixture, fixture->here, "fix parser");
  g_autoptr (BcJournal) watcher = open_journal (fixture, "there");
  g_autoptr (BcChangeSet) changes = NULL;

  carry (fixture->here, fixture->there);
  changes = bc_journal_take_changes (watcher, NULL);
  g_assert_cmpuint (bc_change_set_get_crumbs (changes)->len, ==, 1);
  g_assert_cmpstr (bc_crumb_get_id (g_ptr_array_index (bc_change_set_get_crumbs (changes), 0)), ==, id);
}

#define ID "01a213e1-0130-772b-b645-d482efeacd7d"
#define EVENT_ID "01a213e1-0130-7c1c-8a80-89ac813523ac"
#define AT "2026-11-25T18:04:02.736448Z"
#define HEAD "{\"schema\":1,\"type\":\"crumb\",\"id\":\"" ID "\",\"created\":\"" AT "\""
#define EVENT(type, value) \
  "{\"id\":\"" EVENT_ID "\",\"type\":\"" type "\",\"at\":\"" AT "\",\"device\":\"" ID "\",\"value\":" value "}"

static const char * const broken_records[] = {
  "", "x", "null", "1", "[]", "\"\"", "{}", "{", "}", "{\"schema\":1", "{\"schema\":1}", "{} {}",
  "{\"schema\":2,\"type\":\"crumb\"}",
  "{\"schema\":\"1\",\"type\":\"crumb\"}",
  "{\"schema\":1,\"type\":\"recipe\"}",
  "{\"schema\":1,\"type\":[]}",
  "/* */" HEAD ",\"line\":\"x\"}",
  HEAD ",\"line\":\"x\"} // ",
  HEAD "}",
  HEAD ",\"line\":null}",
  HEAD ",\"line\":7}",
  HEAD ",\"line\":\"\\u0000\"}",
  HEAD ",\"line\":\"a\\u0000b\"}",
  HEAD ",\"line\":\"\\ud800\"}",
  HEAD ",\"line\":\"\xff\"}",
  HEAD ",\"line\":\"x",
  HEAD ",\"events\":[]}",
  HEAD ",\"events\":{}}",
  HEAD ",\"events\":[7]}",
  HEAD ",\"events\":[{}]}",
  HEAD ",\"events\":[" EVENT ("resumed", "null") "]}",
  HEAD ",\"events\":[" EVENT ("created", "null") "]}",
  HEAD ",\"events\":[" EVENT ("created", "\"x\"") "," EVENT ("resumed", "null") "]}",
  HEAD ",\"events\":[" EVENT ("CREATED", "\"x\"") "]}",
  "{\"schema\":1,\"type\":\"crumb\",\"id\":\"x\",\"created\":\"" AT "\",\"line\":\"x\"}",
  "{\"schema\":1,\"type\":\"crumb\",\"id\":\"" ID "\",\"created\":\"yesterday\",\"line\":\"x\"}",
  "{\"schema\":1,\"type\":\"crumb\",\"id\":\"" ID "\",\"created\":\"1969-12-31T23:59:59Z\",\"line\":\"x\"}",
  "{\"schema\":1,\"type\":\"away\",\"id\":\"" ID "\"}",
};

static void
assert_broken (const char *text,
               gsize       length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BcRecord) record = bc_record_parse (text, length, &error);

  g_assert_null (record);
  g_assert_nonnull (error);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strchr (error->message, '\n'));
}

static void
test_broken_record (gconstpointer data)
{
  assert_broken (data, strlen (data));
}

static void
test_nul (void)
{
  assert_broken (HEAD "\0,\"line\":\"x\"}", sizeof HEAD + strlen (",\"line\":\"x\"}"));
}

static void
test_nested_without_end (void)
{
  g_autofree char *arrays = g_strnfill (1000000, '[');
  g_autofree char *text = g_strconcat ("{\"a\":", arrays, NULL);

  assert_broken (text, strlen (text));
}

static void
test_line_length (void)
{
  g_autofree char *longest = g_strnfill (BC_LINE_MAX_CHARS, 'x');
  g_autofree char *good = g_strdup_printf (HEAD ",\"line\":\"%s\"}", longest);
  g_autofree char *bad = g_strdup_printf (HEAD ",\"line\":\"%sx\"}", longest);
  g_autoptr (BcRecord) record = bc_record_parse (good, strlen (good), NULL);

  g_assert_nonnull (record);
  assert_broken (bad, strlen (bad));
}

static void
test_unknown_fields (void)
{
  const char *text = HEAD ",\"line\":\"x\",\"colour\":[{\"a\":[1,2.5e3,true]}],\"context\":{\"title\":7,\"branch\":\"b\"}}";
  g_autoptr (GError) error = NULL;
  g_autoptr (BcRecord) record = bc_record_parse (text, strlen (text), &error);

  g_assert_no_error (error);
  g_assert_cmpint (record->created_us % G_USEC_PER_SEC, ==, 736448);
  g_assert_cmpuint (record->events->len, ==, 1);
  g_assert_null (bc_context_get_title (record->context));
  g_assert_cmpstr (bc_context_get_branch (record->context), ==, "b");
}

static void
test_times (void)
{
  for (gint64 time_us = BC_FIXED_CLOCK_START_US; time_us < BC_FIXED_CLOCK_START_US + 2 * G_USEC_PER_SEC; time_us += 997)
    {
      g_autofree char *text = bc_json_format_time (time_us);
      gint64 read_us = -1;

      g_assert_true (bc_json_parse_time (text, &read_us));
      g_assert_cmpint (read_us, ==, time_us);
    }
}

static void
test_times_of_others (void)
{
  gint64 one, other;

  g_assert_true (bc_json_parse_time ("2026-01-05T10:00:00.5+01:00", &one));
  g_assert_true (bc_json_parse_time ("2026-01-05T09:00:00.500000000Z", &other));
  g_assert_cmpint (one, ==, BC_FIXED_CLOCK_START_US + G_USEC_PER_SEC / 2);
  g_assert_cmpint (other, ==, one);
  g_assert_false (bc_json_parse_time ("2026-01-05T09:00:00.Z", &one));
  g_assert_false (bc_json_parse_time ("", &one));
}

static void
test_lines (void)
{
  static const char text[] = "\xef\xbb\xbfone\r\n\n\xff\0two\nthree";
  static const struct { const char *line; gsize length; } expected[] = {
    { "one", 3 }, { "", 0 }, { "\xff\0two", 5 }, { "three", 5 },
  };
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, sizeof text - 1, NULL);
  g_auto (BcInputLines) lines = { 0 };

  bc_input_lines_init (&lines, stream);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_true (bc_input_lines_next (&lines, NULL, NULL));
      g_assert_cmpuint (lines.number, ==, i + 1);
      g_assert_cmpmem (lines.line->str, lines.line->len, expected[i].line, expected[i].length);
    }
  g_assert_false (bc_input_lines_next (&lines, NULL, NULL));
}

static void
test_giant_line (void)
{
  gsize size = BC_INPUT_LINES_MAX_BYTES + 1;
  char *text = g_strnfill (size + 4, 'x');
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, (gssize) size + 4, g_free);
  g_auto (BcInputLines) lines = { 0 };

  text[size] = '\n';
  bc_input_lines_init (&lines, stream);
  g_assert_true (bc_input_lines_next (&lines, NULL, NULL));
  g_assert_true (lines.too_long);
  g_assert_cmpuint (lines.line->len, ==, 0);
  g_assert_true (bc_input_lines_next (&lines, NULL, NULL));
  g_assert_false (lines.too_long);
  g_assert_cmpstr (lines.line->str, ==, "xxx");
}

#define ADD(name, func) g_test_add ("/exchange/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("round-trip", test_round_trip);
  ADD ("twice", test_twice);
  ADD ("newest-act-counts", test_newest_act_counts);
  ADD ("clock-set-back", test_clock_set_back);
  ADD ("resumed-elsewhere-while-in-the-trash", test_resumed_elsewhere_while_in_the_trash);
  ADD ("older-crumb-becomes-trail", test_older_crumb_becomes_trail);
  ADD ("change-is-told", test_change_is_told);
  for (guint i = 0; i < G_N_ELEMENTS (broken_records); i++)
    {
      g_autofree char *name = g_strdup_printf ("/exchange/broken-record/%u", i);

      g_test_add_data_func (name, broken_records[i], test_broken_record);
    }
  g_test_add_func ("/exchange/nul", test_nul);
  g_test_add_func ("/exchange/nested-without-end", test_nested_without_end);
  g_test_add_func ("/exchange/line-length", test_line_length);
  g_test_add_func ("/exchange/unknown-fields", test_unknown_fields);
  g_test_add_func ("/exchange/times", test_times);
  g_test_add_func ("/exchange/times-of-others", test_times_of_others);
  g_test_add_func ("/exchange/lines", test_lines);
  g_test_add_func ("/exchange/giant-line", test_giant_line);

  return g_test_run ();
}
