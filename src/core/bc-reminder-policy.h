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
 * ignored on two returns and is not stale. A pure function.
 *
 * Returns: (transfer full) (nullable): the crumb, %NULL for no reminder
 */
BcCrumb *bc_reminder_policy_choose (const BcReminderSituation *situation);

G_END_DECLS
