/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notifier/bc-notifier.h"

G_BEGIN_DECLS

/**
 * BC_REMINDER_NOTICE_ID:
 *
 * The id of the one reminder that can be shown.
 */
#define BC_REMINDER_NOTICE_ID "reminder"

/**
 * bc_reminder_notice_show:
 * @summary: plain text
 * @body: plain text
 *
 * Shows a notification with the three answers: resume, later, let go.
 */
void bc_reminder_notice_show (BcNotifier *notifier,
                              const char *summary,
                              const char *body);

/**
 * bc_reminder_notice_get_action:
 * @answer: what #BcNotifier::action said
 *
 * Returns: the application action that does it: "resume", "later" or "let-go"
 */
const char *bc_reminder_notice_get_action (const char *answer);

G_END_DECLS
