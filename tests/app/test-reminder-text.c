/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-reminder-text.h"

#define MIN_US ((gint64) 60 * G_USEC_PER_SEC)

#define NOW_US (G_GINT64_CONSTANT (1767603600) * G_USEC_PER_SEC)

static const BcAway away = { .duration_us = 23 * MIN_US, .causes = BC_AWAY_IDLE };

static BcCrumb *
make_crumb (const char *text)
{
  g_autoptr (BcLine) line = bc_line_parse (text);

  return bc_crumb_new (&(BcCrumbFields) { .id = "x", .line = line, .created_us = NOW_US - 40 * MIN_US });
}

static void
assert_shows (const char        *text,
              guint              n_open,
              BcReminderWording  wording,
              const char        *summary,
              const char        *body)
{
  g_autoptr (BcCrumb) crumb = make_crumb (text);
  g_autofree char *shown = bc_reminder_summary (crumb, n_open, wording, NOW_US);
  g_autofree char *below = bc_reminder_body (crumb, &away, n_open, wording);

  g_assert_cmpstr (shown, ==, summary);
  g_assert_cmpstr (below, ==, body);
}

static void
test_next_step_leads (void)
{
  assert_shows ("totals differ > rerun refund test #billing @ana", 1, BC_REMINDER_WORDS,
                "rerun refund test", "totals differ · #billing\nAway 23 min");
}

static void
test_words_lead_without_next_step (void)
{
  assert_shows ("halfway through the review", 1, BC_REMINDER_WORDS, "halfway through the review", "Away 23 min");
}

static void
test_more_are_counted (void)
{
  assert_shows ("here > there", 3, BC_REMINDER_WORDS, "there", "here\nAway 23 min · +2 more");
}

static void
test_mark_has_a_word (void)
{
  assert_shows ("", 1, BC_REMINDER_WORDS, "A mark, not worded yet", "Away 23 min");
}

static void
test_hidden_text_is_nowhere (void)
{
  assert_shows ("secret > secret #secret", 1, BC_REMINDER_COUNT, "1 open breadcrumb", "Away 23 min");
  assert_shows ("secret > secret #secret", 3, BC_REMINDER_COUNT, "3 open breadcrumbs", "Away 23 min");
}

static void
test_nothing_to_read_for_others (void)
{
  assert_shows ("secret > secret #secret", 1, BC_REMINDER_AGE, "You left a breadcrumb 40 minutes ago", "Away 23 min");
  assert_shows ("secret > secret #secret", 3, BC_REMINDER_AGE, "You left a breadcrumb 40 minutes ago",
                "Away 23 min · +2 more");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/reminder-text/next-step-leads", test_next_step_leads);
  g_test_add_func ("/app/reminder-text/words-lead-without-next-step", test_words_lead_without_next_step);
  g_test_add_func ("/app/reminder-text/more-are-counted", test_more_are_counted);
  g_test_add_func ("/app/reminder-text/mark-has-a-word", test_mark_has_a_word);
  g_test_add_func ("/app/reminder-text/hidden-text-is-nowhere", test_hidden_text_is_nowhere);
  g_test_add_func ("/app/reminder-text/nothing-to-read-for-others", test_nothing_to_read_for_others);

  return g_test_run ();
}
