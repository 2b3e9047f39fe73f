/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-change-set.h"
#include "bc-reminder-policy.h"

G_BEGIN_DECLS

/**
 * bc_reminder_summary:
 * @crumb: what the user is reminded of
 * @n_open: how many crumbs are open
 * @wording: what may be said
 * @now_us: wall time
 *
 * Returns: (transfer full): the next step, or where she was; without words of hers
 *   "1 open breadcrumb" or "You left a breadcrumb 40 minutes ago"
 */
char *bc_reminder_summary (BcCrumb           *crumb,
                           guint              n_open,
                           BcReminderWording  wording,
                           gint64             now_us);

/**
 * bc_reminder_body:
 * @crumb: what the user is reminded of
 * @away: the away that ended
 * @n_open: how many crumbs are open
 * @wording: what may be said
 *
 * Returns: (transfer full): where she was, topics, how long she was away and how many
 *   more are open
 */
char *bc_reminder_body (BcCrumb           *crumb,
                        const BcAway      *away,
                        guint              n_open,
                        BcReminderWording  wording);

G_END_DECLS
