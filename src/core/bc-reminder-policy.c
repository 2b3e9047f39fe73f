/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-reminder-policy.h"

gboolean
bc_reminder_policy_is_brief (const BcAway *away)
{
  return (away->causes & BC_AWAY_IDLE) == 0 && away->duration_us < BC_REMINDER_BRIEF_US;
}

static gboolean
was_left_since (BcCrumb                   *crumb,
                const BcReminderSituation *situation)
{
  gint64 created_us = bc_crumb_get_created_us (crumb);

  return created_us > situation->away->back_us && created_us <= situation->now_us;
}

static gboolean
is_due (BcCrumb                   *crumb,
        const BcReminderSituation *situation)
{
  return bc_crumb_get_reminders (crumb) < BC_REMINDER_TIMES &&
         situation->now_us - bc_crumb_get_created_us (crumb) < BC_REMINDER_STALE_US &&
         !was_left_since (crumb, situation);
}

BcCrumb *
bc_reminder_policy_choose (const BcReminderSituation *situation)
{
  guint n = g_list_model_get_n_items (situation->open);

  if (situation->paused || bc_reminder_policy_is_brief (situation->away))
    return NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BcCrumb) crumb = g_list_model_get_item (situation->open, i);

      if (is_due (crumb, situation))
        return g_steal_pointer (&crumb);
    }

  return NULL;
}

BcReminderWording
bc_reminder_policy_get_wording (gboolean hide_text,
                                gboolean lock_uncertain,
                                gboolean trust_idle)
{
  if (hide_text)
    return BC_REMINDER_COUNT;

  return lock_uncertain && !trust_idle ? BC_REMINDER_AGE : BC_REMINDER_WORDS;
}
