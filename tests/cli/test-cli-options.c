/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "bc-cli-error.h"
#include "bc-cli-options.h"
#include "bc-cli-when.h"

static GDateTime *
make_now (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");

  g_assert_nonnull (zone);

  return g_date_time_new (zone, 2026, 11, 23, 10, 11, 12.5);
}

static BcCliOptions *
parse (const char  *line,
       GError     **error)
{
  g_auto (GStrv) args = NULL;
  g_autoptr (GDateTime) now = make_now ();

  g_assert_true (g_shell_parse_argv (line, NULL, &args, NULL));

  return bc_cli_options_parse ((const char * const *) args, now, error);
}

static BcCliOptions *
parse_well (const char *line)
{
  g_autoptr (GError) error = NULL;
  BcCliOptions *options = parse (line, &error);

  g_assert_no_error (error);
  g_assert_nonnull (options);

  return options;
}

typedef struct {
  const char *line;
  BcCliVerb verb;
} VerbCase;

static const VerbCase verb_cases[] = {
  { "breadcrumbs", BC_CLI_OPEN },
  { "breadcrumbs --background", BC_CLI_BACKGROUND },
  { "breadcrumbs --capture", BC_CLI_CAPTURE },
  { "breadcrumbs --resume", BC_CLI_RESUME_NEWEST },
  { "breadcrumbs --preferences", BC_CLI_PREFERENCES },
  { "breadcrumbs capture", BC_CLI_CAPTURE },
  { "breadcrumbs add", BC_CLI_ADD },
  { "breadcrumbs last", BC_CLI_LAST },
  { "breadcrumbs list", BC_CLI_LIST },
  { "breadcrumbs show ab12cd34", BC_CLI_SHOW },
  { "breadcrumbs resume", BC_CLI_RESUME },
  { "breadcrumbs resume ab12cd34", BC_CLI_RESUME },
  { "breadcrumbs later", BC_CLI_LATER },
  { "breadcrumbs let-go", BC_CLI_LET_GO },
  { "breadcrumbs undo", BC_CLI_UNDO },
  { "breadcrumbs status --json", BC_CLI_STATUS },
  { "breadcrumbs export", BC_CLI_EXPORT },
  { "breadcrumbs export --format csv a.csv", BC_CLI_EXPORT },
  { "breadcrumbs import a.jsonl", BC_CLI_IMPORT },
  { "breadcrumbs import --strict --dry-run -", BC_CLI_IMPORT },
  { "breadcrumbs --version", BC_CLI_VERSION },
  { "breadcrumbs --help", BC_CLI_HELP },
  { "breadcrumbs -h", BC_CLI_HELP },
  { "breadcrumbs help", BC_CLI_HELP },
  { "breadcrumbs help add", BC_CLI_HELP },
  { "breadcrumbs show --help", BC_CLI_HELP },
};

static void
test_verb (gconstpointer data)
{
  const VerbCase *self = data;
  g_autoptr (BcCliOptions) options = parse_well (self->line);

  g_assert_cmpint (options->verb, ==, self->verb);
  g_assert_cmpint (options->help != NULL, ==, self->verb == BC_CLI_HELP);
}

static const char * const wrong_cases[] = {
  "breadcrumbs foo",
  "breadcrumbs --foo",
  "breadcrumbs -x",
  "breadcrumbs -",
  "breadcrumbs ''",
  "breadcrumbs --background now",
  "breadcrumbs --json list",
  "breadcrumbs capture now",
  "breadcrumbs add --foo",
  "breadcrumbs add -x",
  "breadcrumbs add --next",
  "breadcrumbs add --limit 3",
  "breadcrumbs add --verbatim --next b a",
  "breadcrumbs export a b",
  "breadcrumbs export --format pdf",
  "breadcrumbs export --strict",
  "breadcrumbs import",
  "breadcrumbs import a b",
  "breadcrumbs import --format csv a",
  "breadcrumbs last 3",
  "breadcrumbs last --limit 3",
  "breadcrumbs list all",
  "breadcrumbs list --limit",
  "breadcrumbs list --limit 0",
  "breadcrumbs list --limit -1",
  "breadcrumbs list --limit many",
  "breadcrumbs list --limit 99999999999999",
  "breadcrumbs list --since ''",
  "breadcrumbs list --since soon",
  "breadcrumbs list --until 2026-13-01",
  "breadcrumbs list --state closed",
  "breadcrumbs list --kind b",
  "breadcrumbs list --kind holiday",
  "breadcrumbs list --topic ''",
  "breadcrumbs list --topic '#'",
  "breadcrumbs list --search ''",
  "breadcrumbs list --search '\xff'",
  "breadcrumbs list --person '@\xff'",
  "breadcrumbs show",
  "breadcrumbs show a b",
  "breadcrumbs resume a b",
  "breadcrumbs undo now",
  "breadcrumbs status now",
  "breadcrumbs help foo",
};

static void
test_wrong (gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;

  g_assert_null (parse (data, &error));
  g_assert_error (error, BC_CLI_ERROR, BC_CLI_ERROR_USAGE);
  g_assert_cmpint (bc_cli_error_get_status (error), ==, 2);

  line = bc_cli_error_to_line (error);
  g_assert_true (g_utf8_validate (line, -1, NULL));
  g_assert_true (g_str_has_prefix (line, "breadcrumbs: "));
  g_assert_nonnull (g_strrstr (line, "--help"));
  g_assert_true (g_strrstr (line, "\n") == line + strlen (line) - 1);
}

static void
test_add (void)
{
  g_autoptr (BcCliOptions) options = parse_well ("breadcrumbs add fix --dry-run 'the x' --next='do y' --json");

  g_assert_cmpuint (g_strv_length (options->words), ==, 2);
  g_assert_cmpstr (options->words[0], ==, "fix");
  g_assert_cmpstr (options->words[1], ==, "the x");
  g_assert_cmpstr (options->next, ==, "do y");
  g_assert_true (options->dry_run);
  g_assert_true (options->json);
  g_assert_false (options->verbatim);
}

static void
test_add_bytes (void)
{
  g_autoptr (BcCliOptions) options = parse_well ("breadcrumbs add '\xff' --next '\xfe'");

  g_assert_cmpstr (options->words[0], ==, "\xff");
  g_assert_cmpstr (options->next, ==, "\xfe");
}

static void
test_add_dashes (void)
{
  g_autoptr (BcCliOptions) all = parse_well ("breadcrumbs add -- --json -x");
  g_autoptr (BcCliOptions) input = parse_well ("breadcrumbs add --verbatim -");
  g_autoptr (BcCliOptions) mark = parse_well ("breadcrumbs add");

  g_assert_cmpuint (g_strv_length (all->words), ==, 2);
  g_assert_cmpstr (all->words[0], ==, "--json");
  g_assert_false (all->json);
  g_assert_cmpstr (input->words[0], ==, "-");
  g_assert_true (input->verbatim);
  g_assert_null (mark->words);
}

static void
test_filters (void)
{
  g_autoptr (BcCliOptions) options =
    parse_well ("breadcrumbs list --topic '#Billing' --person ana --kind '!inc' --state let-go --search 'a b' --limit 7");

  g_assert_cmpstr (options->query.topic, ==, "Billing");
  g_assert_cmpstr (options->query.person, ==, "ana");
  g_assert_cmpint (options->query.kind, ==, BC_KIND_INCIDENT);
  g_assert_true (options->query.has_state);
  g_assert_cmpint (options->query.state, ==, BC_CRUMB_LET_GO);
  g_assert_cmpstr (options->query.search, ==, "a b");
  g_assert_cmpuint (options->query.limit, ==, 7);
}

static void
test_no_filters (void)
{
  g_autoptr (BcCliOptions) options = parse_well ("breadcrumbs list");

  g_assert_null (options->query.topic);
  g_assert_false (options->query.has_state);
  g_assert_cmpint (options->query.kind, ==, BC_KIND_NONE);
  g_assert_cmpint (options->query.since_us, ==, 0);
  g_assert_cmpuint (options->query.limit, ==, 0);
}

typedef struct {
  const char *text;
  BcCliWhenEdge edge;
  const char *expected; /* in UTC, NULL if it is no time */
} WhenCase;

static const WhenCase when_cases[] = {
  { "now", BC_CLI_WHEN_SINCE, "2026-11-23T09:11:12.500000Z" },
  { "today", BC_CLI_WHEN_SINCE, "2026-11-22T23:00:00Z" },
  { "today", BC_CLI_WHEN_UNTIL, "2026-11-23T23:00:00Z" },
  { "yesterday", BC_CLI_WHEN_SINCE, "2026-11-21T23:00:00Z" },
  { "yesterday", BC_CLI_WHEN_UNTIL, "2026-11-22T23:00:00Z" },
  { "90min", BC_CLI_WHEN_SINCE, "2026-11-23T07:41:12.500000Z" },
  { "5m", BC_CLI_WHEN_SINCE, "2026-11-23T09:06:12.500000Z" },
  { "2h", BC_CLI_WHEN_SINCE, "2026-11-23T07:11:12.500000Z" },
  { "3d", BC_CLI_WHEN_SINCE, "2026-11-20T09:11:12.500000Z" },
  { "1w", BC_CLI_WHEN_UNTIL, "2026-11-16T09:11:12.500000Z" },
  { "30d", BC_CLI_WHEN_SINCE, "2026-10-24T08:11:12.500000Z" },
  { "2026-11-20", BC_CLI_WHEN_SINCE, "2026-11-19T23:00:00Z" },
  { "2026-11-20", BC_CLI_WHEN_UNTIL, "2026-11-20T23:00:00Z" },
  { "20261120", BC_CLI_WHEN_SINCE, "2026-11-19T23:00:00Z" },
  { "2026-10-25", BC_CLI_WHEN_SINCE, "2026-10-24T22:00:00Z" },
  { "2026-10-25", BC_CLI_WHEN_UNTIL, "2026-10-25T23:00:00Z" },
  { "2026-11-20T14:30", BC_CLI_WHEN_SINCE, "2026-11-20T13:30:00Z" },
  { "2026-11-20 14:30", BC_CLI_WHEN_UNTIL, "2026-11-20T13:30:00Z" },
  { "2026-11-20T14:30:05", BC_CLI_WHEN_SINCE, "2026-11-20T13:30:05Z" },
  { "2026-11-20T14:30Z", BC_CLI_WHEN_SINCE, "2026-11-20T14:30:00Z" },
  { "2026-11-20T14:30+02:00", BC_CLI_WHEN_SINCE, "2026-11-20T12:30:00Z" },
  { "2026-11-20T14:30:00.250Z", BC_CLI_WHEN_SINCE, "2026-11-20T14:30:00.250000Z" },
  { "09:15", BC_CLI_WHEN_SINCE, "2026-11-23T08:15:00Z" },
  { "", BC_CLI_WHEN_SINCE, NULL },
  { "tomorrowish", BC_CLI_WHEN_SINCE, NULL },
  { "h", BC_CLI_WHEN_SINCE, NULL },
  { "-2h", BC_CLI_WHEN_SINCE, NULL },
  { "2x", BC_CLI_WHEN_SINCE, NULL },
  { "2", BC_CLI_WHEN_SINCE, NULL },
  { "99999999999999999999d", BC_CLI_WHEN_SINCE, NULL },
  { "999999d", BC_CLI_WHEN_SINCE, NULL },
  { "25:00", BC_CLI_WHEN_SINCE, NULL },
  { "2026-02-30", BC_CLI_WHEN_SINCE, NULL },
  { "2026-11-20T", BC_CLI_WHEN_SINCE, NULL },
  { "\xff", BC_CLI_WHEN_SINCE, NULL },
};

static void
test_when (gconstpointer data)
{
  const WhenCase *self = data;
  g_autoptr (GDateTime) now = make_now ();
  g_autoptr (GDateTime) expected = NULL;
  gint64 actual_us;

  if (self->expected == NULL)
    {
      g_assert_false (bc_cli_when_parse (self->text, now, self->edge, &actual_us));
      return;
    }

  expected = g_date_time_new_from_iso8601 (self->expected, NULL);
  g_assert_true (bc_cli_when_parse (self->text, now, self->edge, &actual_us));
  g_assert_cmpint (actual_us, ==,
                   g_date_time_to_unix (expected) * G_USEC_PER_SEC + g_date_time_get_microsecond (expected));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_set_prgname ("breadcrumbs");

  for (guint i = 0; i < G_N_ELEMENTS (verb_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/options/verb/%u", i);

      g_test_add_data_func (path, &verb_cases[i], test_verb);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/options/wrong/%u", i);

      g_test_add_data_func (path, wrong_cases[i], test_wrong);
    }
  for (guint i = 0; i < G_N_ELEMENTS (when_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/when/%u", i);

      g_test_add_data_func (path, &when_cases[i], test_when);
    }
  g_test_add_func ("/cli/options/add/words-and-options-mix", test_add);
  g_test_add_func ("/cli/options/add/any-bytes-pass", test_add_bytes);
  g_test_add_func ("/cli/options/add/dashes", test_add_dashes);
  g_test_add_func ("/cli/options/filters", test_filters);
  g_test_add_func ("/cli/options/no-filters", test_no_filters);

  return g_test_run ();
}
