/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-away-flow.h"
#include "bc-open-crumbs.h"
#include "bc-settings.h"
#include "notifier/bc-notifier.h"

G_BEGIN_DECLS

#define BC_TYPE_REMINDER_FLOW (bc_reminder_flow_get_type ())
G_DECLARE_FINAL_TYPE (BcReminderFlow, bc_reminder_flow, BC, REMINDER_FLOW, GObject)

/**
 * BcReminderFlow:
 *
 * From a return to a notification in the user's own words, and from her answer to the
 * application.
 */

/**
 * BcReminderFlow::answered:
 * @action: the application action that does it: "resume", "later" or "let-go"
 * @id: the crumb
 * @token: (nullable): an activation token, to be used at once
 *
 * The user answered a reminder.
 */

BcReminderFlow *bc_reminder_flow_new (BcStore      *store,
                                      BcSettings   *settings,
                                      BcClock      *clock,
                                      BcOpenCrumbs *open,
                                      BcNotifier   *notifier);

/**
 * bc_reminder_flow_follow:
 * @away: tells of returns
 * @lock: asked whether words could be read above a lock screen
 */
void bc_reminder_flow_follow (BcReminderFlow *self,
                              BcAwayFlow     *away,
                              BcLock         *lock);

/**
 * bc_reminder_flow_leave:
 *
 * The program ends. A reminder that is shown stays, and its answer is waited for by a process
 * that does nothing else, and starts the program again with it.
 */
void bc_reminder_flow_leave (BcReminderFlow *self);

G_END_DECLS
