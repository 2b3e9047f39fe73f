/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "bc-change-set.h"

G_BEGIN_DECLS

/**
 * BC_REMINDER_BRIEF_US:
 *
 * A lock or sleep shorter than this, microseconds, was no interruption.
 */
#define BC_REMINDER_BRIEF_US (60 * G_USEC_PER_SEC)

/**
 * BC_REMINDER_TIMES:
 *
 * How often a crumb is shown before it counts as ignored.
 */
#define BC_REMINDER_TIMES 2

/**
 * BC_REMINDER_STALE_US:
 *
 * What was left longer ago than this, microseconds, is for the week to ask about, not
 * for every return: seven days.
 */
#define BC_REMINDER_STALE_US (G_GINT64_CONSTANT (7) * 24 * 3600 * G_USEC_PER_SEC)

/**
 * BcReminderSituation:
 * @away: the away that has ended
 * @open: a list of the open #BcCrumb, newest first
 * @paused: whether reminders are paused
 * @now_us: wall time
 *
 * All that the decision depends on.
 */
typedef struct {
  const BcAway *away;
  GListModel *open;
  gboolean paused;
  gint64 now_us;
} BcReminderSituation;

/**
 * BcReminderWording:
 * @BC_REMINDER_WORDS: the user's own words
 * @BC_REMINDER_COUNT: how many breadcrumbs are open
 * @BC_REMINDER_AGE: that one was left, and how long ago
 *
 * What a reminder says.
 */
typedef enum {
  BC_REMINDER_WORDS,
  BC_REMINDER_COUNT,
  BC_REMINDER_AGE,
} BcReminderWording;

/**
 * bc_reminder_policy_is_brief:
 *
 * Returns: whether an away was too short to count: a lock or sleep of less than
 *   a minute. Idleness counts from the user's own threshold on.
 */
gboolean bc_reminder_policy_is_brief (const BcAway *away);

/**
 * bc_reminder_policy_choose:
 * @situation: the situation upon a return
 *
 * Which crumb a return is to be reminded of: the newest open one that was not
 * ignored on two returns, is not stale and was not left after the return. A pure function.
 *
 * Returns: (transfer full) (nullable): the crumb, %NULL for no reminder
 */
BcCrumb *bc_reminder_policy_choose (const BcReminderSituation *situation);

/**
 * bc_reminder_policy_get_wording:
 * @hide_text: whether the user wants no words of hers shown
 * @lock_uncertain: whether a lock screen may be up that nothing tells of
 * @trust_idle: whether she wants her words all the same
 *
 * Input that ends idleness may be a password typed at a locker. Where nobody can tell,
 * a reminder is still shown, with its answers, but says nothing a passer-by may not read.
 */
BcReminderWording bc_reminder_policy_get_wording (gboolean hide_text,
                                                  gboolean lock_uncertain,
                                                  gboolean trust_idle);

G_END_DECLS
