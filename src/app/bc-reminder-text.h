/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-change-set.h"

G_BEGIN_DECLS

/**
 * bc_reminder_summary:
 * @crumb: what the user is reminded of
 * @n_open: how many crumbs are open
 * @hide: whether no text of hers is to be shown
 *
 * Returns: (transfer full): the next step, or where she was; "1 open breadcrumb" if
 *   hidden
 */
char *bc_reminder_summary (BcCrumb  *crumb,
                           guint     n_open,
                           gboolean  hide);

/**
 * bc_reminder_body:
 * @crumb: what the user is reminded of
 * @away: the away that ended
 * @n_open: how many crumbs are open
 * @hide: whether no text of hers is to be shown
 *
 * Returns: (transfer full): where she was, topics, how long she was away and how many
 *   more are open
 */
char *bc_reminder_body (BcCrumb      *crumb,
                        const BcAway *away,
                        guint         n_open,
                        gboolean      hide);

G_END_DECLS
