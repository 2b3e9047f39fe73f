/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-reminder-text.h"

#include <glib/gi18n-lib.h>

#include "bc-age.h"

static char *
describe_age (BcCrumb *crumb,
              gint64   now_us)
{
  gint64 created_us = bc_crumb_get_created_us (crumb);
  g_autofree char *age = bc_age_sentence (created_us, now_us);

  if (now_us - created_us < 60 * G_USEC_PER_SEC)
    return g_strdup (C_("reminder", "You left a breadcrumb just now"));

  /* Translators: how long ago, such as “You left a breadcrumb 40 minutes ago”. */
  return g_strdup_printf (C_("reminder", "You left a breadcrumb %s"), age);
}

char *
bc_reminder_summary (BcCrumb           *crumb,
                     guint              n_open,
                     BcReminderWording  wording,
                     gint64             now_us)
{
  switch (wording)
    {
    case BC_REMINDER_COUNT:
      return g_strdup_printf (ngettext ("%u open breadcrumb", "%u open breadcrumbs", n_open), n_open);
    case BC_REMINDER_AGE:
      return describe_age (crumb, now_us);
    case BC_REMINDER_WORDS:
    default:
      return g_strdup (bc_crumb_get_headline (crumb));
    }
}

static void
append_topics (GStrvBuilder *parts,
               BcLine       *line)
{
  const char * const *topics = bc_line_get_topics (line);

  for (gsize i = 0; topics[i] != NULL; i++)
    {
      g_autofree char *topic = g_strconcat ("#", topics[i], NULL);

      g_strv_builder_add (parts, topic);
    }
}

static char *
describe_place (BcLine *line)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;

  if (bc_line_get_next (line) != NULL && *bc_line_get_where (line) != '\0')
    g_strv_builder_add (parts, bc_line_get_where (line));
  append_topics (parts, line);
  strings = g_strv_builder_end (parts);

  return g_strjoinv (" · ", strings);
}

static char *
describe_away (const BcAway *away,
               guint         n_more)
{
  g_autofree char *duration = bc_duration_text (away->duration_us);
  /* Translators: how long somebody was away, such as “Away 23 min”. */
  g_autofree char *gone = g_strdup_printf (C_("reminder", "Away %s"), duration);
  g_autofree char *more = NULL;

  if (n_more == 0)
    return g_steal_pointer (&gone);

  /* Translators: how many open breadcrumbs there are besides the one shown. */
  more = g_strdup_printf (ngettext ("+%u more", "+%u more", n_more), n_more);

  return g_strjoin (" · ", gone, more, NULL);
}

char *
bc_reminder_body (BcCrumb           *crumb,
                  const BcAway      *away,
                  guint              n_open,
                  BcReminderWording  wording)
{
  gboolean is_counted = wording == BC_REMINDER_COUNT || n_open == 0;
  g_autofree char *absence = describe_away (away, is_counted ? 0 : n_open - 1);
  g_autofree char *place = describe_place (bc_crumb_get_line (crumb));

  if (wording != BC_REMINDER_WORDS || *place == '\0')
    return g_steal_pointer (&absence);

  return g_strjoin ("\n", place, absence, NULL);
}
