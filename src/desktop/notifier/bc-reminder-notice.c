/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "notifier/bc-reminder-notice.h"

#include <glib/gi18n-lib.h>

void
bc_reminder_notice_show (BcNotifier *notifier,
                         const char *summary,
                         const char *body)
{
  const char * const buttons[] = {
    "resume", C_("reminder", "Resume"),
    "later", C_("reminder", "Later"),
    "let-go", C_("reminder", "Let Go"),
    NULL
  };
  BcNotification notification = {
    .summary = summary,
    .body = body,
    .buttons = buttons,
    .default_label = C_("reminder", "Open"),
    .default_button = "resume",
  };

  bc_notifier_show (notifier, BC_REMINDER_NOTICE_ID, &notification);
}

const char *
bc_reminder_notice_get_action (const char *answer)
{
  if (g_str_equal (answer, "later") || g_str_equal (answer, "let-go"))
    return answer;

  return "resume";
}
