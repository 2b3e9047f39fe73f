/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-age.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <string.h>

#define SECONDS_PER_DAY (24 * 60 * 60)
#define DAYS_BEFORE_WEEKS 14

char *
bc_age_text (gint64 then_us,
             gint64 now_us)
{
  gint64 seconds = (now_us - then_us) / G_USEC_PER_SEC;
  int n;

  if (seconds < 60)
    return g_strdup (C_("age", "now"));

  if (seconds < 60 * 60)
    {
      n = seconds / 60;
      return g_strdup_printf (ngettext ("%d min", "%d min", n), n);
    }

  if (seconds < SECONDS_PER_DAY)
    {
      n = seconds / (60 * 60);
      return g_strdup_printf (ngettext ("%d h", "%d h", n), n);
    }

  n = seconds / SECONDS_PER_DAY;
  if (n < DAYS_BEFORE_WEEKS)
    return g_strdup_printf (ngettext ("%d day", "%d days", n), n);

  n = n / 7;
  return g_strdup_printf (ngettext ("%d week", "%d weeks", n), n);
}

char *
bc_age_sentence (gint64 then_us,
                 gint64 now_us)
{
  gint64 seconds = (now_us - then_us) / G_USEC_PER_SEC;
  int n;

  if (seconds < 60)
    return g_strdup (_("Just now"));

  if (seconds < 60 * 60)
    {
      n = seconds / 60;
      return g_strdup_printf (ngettext ("%d minute ago", "%d minutes ago", n), n);
    }

  if (seconds < SECONDS_PER_DAY)
    {
      n = seconds / (60 * 60);
      return g_strdup_printf (ngettext ("%d hour ago", "%d hours ago", n), n);
    }

  n = seconds / SECONDS_PER_DAY;
  if (n < DAYS_BEFORE_WEEKS)
    return g_strdup_printf (ngettext ("%d day ago", "%d days ago", n), n);

  n = n / 7;
  return g_strdup_printf (ngettext ("%d week ago", "%d weeks ago", n), n);
}

static char *
hours_and_minutes_text (int minutes)
{
  if (minutes % 60 == 0)
    return g_strdup_printf (ngettext ("%d h", "%d h", minutes / 60), minutes / 60);

  /* Translators: a duration in hours and minutes, such as "1 h 20 min" */
  return g_strdup_printf (_("%d h %d min"), minutes / 60, minutes % 60);
}

char *
bc_duration_text (gint64 duration_us)
{
  int seconds = MAX (duration_us, 0) / G_USEC_PER_SEC;
  int days = seconds / SECONDS_PER_DAY;

  if (seconds < 60)
    return g_strdup_printf (ngettext ("%d s", "%d s", seconds), seconds);

  if (seconds < 60 * 60)
    return g_strdup_printf (ngettext ("%d min", "%d min", seconds / 60), seconds / 60);

  if (days < 2)
    return hours_and_minutes_text (seconds / 60);

  return g_strdup_printf (ngettext ("%d day", "%d days", days), days);
}

static GDateTime *
local_time (gint64 at_us)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at_us / G_USEC_PER_SEC);

  if (utc == NULL)
    return g_date_time_new_from_unix_local (0);

  return g_date_time_to_local (utc);
}

static guint32
julian_day (GDateTime *date_time)
{
  GDate date;
  int year, month, day;

  g_date_time_get_ymd (date_time, &year, &month, &day);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);

  return g_date_get_julian (&date);
}

char *
bc_day_text (gint64 at_us,
             gint64 now_us)
{
  g_autoptr (GDateTime) at = local_time (at_us);
  g_autoptr (GDateTime) now = local_time (now_us);
  int days_ago = (int) julian_day (now) - (int) julian_day (at);

  if (days_ago == 0)
    return g_strdup (_("Today"));

  if (days_ago == 1)
    return g_strdup (_("Yesterday"));

  if (days_ago > 1 && days_ago < 7)
    return g_date_time_format (at, "%A");

  if (g_date_time_get_year (at) == g_date_time_get_year (now))
    /* Translators: a day of this year as g_date_time_format() takes it,
     * such as "Monday, 5 January" */
    return g_date_time_format (at, _("%A, %-e %B"));

  /* Translators: a day of another year as g_date_time_format() takes it,
   * such as "5 January 2026" */
  return g_date_time_format (at, _("%-e %B %Y"));
}

char *
bc_time_text (gint64 at_us)
{
  g_autoptr (GDateTime) at = local_time (at_us);
  const char *format = nl_langinfo (T_FMT);
  gboolean twelve_hours = strstr (format, "%I") != NULL ||
                          strstr (format, "%l") != NULL ||
                          strstr (format, "%r") != NULL;

  return g_date_time_format (at, twelve_hours ? "%-I:%M %p" : "%H:%M");
}

gboolean
bc_same_day (gint64 a_us,
             gint64 b_us)
{
  g_autoptr (GDateTime) a = local_time (a_us);
  g_autoptr (GDateTime) b = local_time (b_us);

  return julian_day (a) == julian_day (b);
}
