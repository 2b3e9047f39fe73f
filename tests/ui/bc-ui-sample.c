/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-ui-sample.h"

#include "bc-fixed-clock.h"

#define MINUTE (60 * (gint64) G_USEC_PER_SEC)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

typedef struct {
  gint64 ago_us;
  const char *line;
  int act;
  BcContextFields context;
} Crumb;

#define NO_ACT (-1)

static const Crumb crumbs[] = {
  { 9 * DAY + 3 * HOUR, "rounding in refund totals > ask @leo which tax table applies #billing", BC_ACT_RESUME },
  { 3 * DAY + 5 * HOUR, "invoice PDF shows the net price twice > compare with the March template #billing !bug ~45m", BC_ACT_LET_GO },
  { 3 * DAY + 4 * HOUR, "", BC_ACT_LET_GO },
  { DAY + 6 * HOUR, "read the RFC on retries > write down what a second attempt may cost #payments", BC_ACT_RESUME },
  { DAY + 3 * HOUR, "+ rotate deploy key @leo #deploy", NO_ACT },
  { DAY + 2 * HOUR, "レビュー待ちのブランチ > テストを追加してから @田中 に返事する #検索 !waiting", BC_ACT_RESUME },
  { 5 * HOUR, "refund test is red since the merge > bisect between 4.2 and main #billing !self", BC_ACT_RESUME,
    { .application = "org.gnome.Terminal", .title = "ana@desk: ~/src/shop", .directory = "/usr/share", .repository = "shop", .branch = "refund-rounding" } },
  { 4 * HOUR, "standup notes > tell the others that the staging database moved", BC_ACT_RESUME },
  { 2 * HOUR, "halfway through src/checkout/session.c, the lock is taken twice when a coupon expires while the cart is being merged from another device > move the lock into cart_merge() and let the caller keep its own copy, then run the concurrency suite again #checkout @ana @leo", NO_ACT },
  { HOUR + 10 * MINUTE, "deploy of 4.3-rc1 stopped at the canary > look at https://status.example.org/canary before rolling on #deploy !incident @sam", NO_ACT,
    { .application = "Firefox", .title = "Canary board – Status", .directory = NULL } },
  { 48 * MINUTE, "اختبار الاسترداد يفشل > راجع التقريب في الفاتورة #billing", NO_ACT },
  { 23 * MINUTE, "refund test still red > check the half-cent in round_total() #billing !question @ana ~25m", NO_ACT,
    { .application = "org.gnome.TextEditor", .title = "totals.c (~/src/shop/src) – Text Editor", .directory = "/usr/share", .repository = "shop", .branch = "refund-rounding" } },
};

static const BcAway aways[] = {
  { .left_us = 3 * DAY + 4 * HOUR, .duration_us = HOUR, .causes = BC_AWAY_LOCK },
  { .left_us = DAY + 5 * HOUR, .duration_us = 12 * HOUR / 10, .causes = BC_AWAY_IDLE },
  { .left_us = 3 * HOUR + 50 * MINUTE, .duration_us = 47 * MINUTE, .causes = BC_AWAY_LOCK | BC_AWAY_IDLE },
  { .left_us = 22 * MINUTE, .duration_us = 18 * MINUTE, .causes = BC_AWAY_IDLE },
};

static void
add_crumb (BcJournal    *journal,
           BcFixedClock *clock,
           const Crumb  *sample,
           gint64        now_us)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BcLine) line = bc_line_parse (sample->line);
  g_autoptr (BcContext) context = bc_context_new (&sample->context);
  g_autoptr (BcCrumb) crumb = NULL;

  bc_fixed_clock_set_now_us (clock, now_us - sample->ago_us);
  crumb = bc_journal_add (journal, line, context, &error);
  g_assert_no_error (error);

  if (sample->act != NO_ACT)
    {
      g_autoptr (BcCrumb) answered = NULL;

      bc_fixed_clock_set_now_us (clock, now_us - sample->ago_us + 35 * MINUTE);
      answered = bc_journal_act (journal, bc_crumb_get_id (crumb), sample->act, NULL, &error);
      g_assert_no_error (error);
    }
}

static void
add_away (BcJournal    *journal,
          BcFixedClock *clock,
          const BcAway *sample,
          gint64        now_us)
{
  g_autoptr (GError) error = NULL;
  BcAway away = *sample;

  away.left_us = now_us - sample->left_us;
  away.back_us = away.left_us + away.duration_us;
  bc_fixed_clock_set_now_us (clock, away.back_us);
  bc_journal_add_away (journal, &away, &error);
  g_assert_no_error (error);
}

void
bc_ui_sample_fill (const char *path,
                   gint64      now_us)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BcFixedClock) clock = bc_fixed_clock_new ();
  g_autoptr (BcJournal) journal = bc_journal_open (path, BC_CLOCK (clock), BC_JOURNAL_READ_WRITE, &error);

  g_assert_no_error (error);

  for (gsize i = 0; i < G_N_ELEMENTS (crumbs); i++)
    add_crumb (journal, clock, &crumbs[i], now_us);

  for (gsize i = 0; i < G_N_ELEMENTS (aways); i++)
    add_away (journal, clock, &aways[i], now_us);
}
