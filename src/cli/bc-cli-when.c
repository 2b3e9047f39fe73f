/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-cli-when.h"

#include <string.h>

/* A span longer than a century is a slip. */
#define MAX_DAYS 36525

static GDateTime *
start_of_day (GDateTime *day)
{
  GTimeZone *zone = g_date_time_get_timezone (day);

  return g_date_time_new (zone,
                          g_date_time_get_year (day),
                          g_date_time_get_month (day),
                          g_date_time_get_day_of_month (day),
                          0, 0, 0);
}

static GDateTime *
at_edge (GDateTime     *day,
         BcCliWhenEdge  edge)
{
  g_autoptr (GDateTime) next = edge == BC_CLI_WHEN_UNTIL ? g_date_time_add_days (day, 1) : g_date_time_ref (day);

  return next != NULL ? start_of_day (next) : NULL;
}

static GDateTime *
parse_word (const char    *text,
            GDateTime     *now,
            BcCliWhenEdge  edge)
{
  g_autoptr (GDateTime) yesterday = g_date_time_add_days (now, -1);

  if (g_str_equal (text, "now"))
    return g_date_time_ref (now);
  if (g_str_equal (text, "today"))
    return at_edge (now, edge);
  if (g_str_equal (text, "yesterday"))
    return at_edge (yesterday, edge);

  return NULL;
}

static GDateTime *
parse_span (const char *text,
            GDateTime  *now)
{
  char *unit;
  gint64 number = g_ascii_strtoll (text, &unit, 10);

  if (!g_ascii_isdigit (*text) || number > MAX_DAYS * 24 * 60)
    return NULL;
  if (g_str_equal (unit, "m") || g_str_equal (unit, "min"))
    return g_date_time_add_minutes (now, -(int) number);
  if (number > MAX_DAYS * 24)
    return NULL;
  if (g_str_equal (unit, "h"))
    return g_date_time_add_hours (now, -(int) number);
  if (number > MAX_DAYS)
    return NULL;
  if (g_str_equal (unit, "d"))
    return g_date_time_add_days (now, -(int) number);
  if (g_str_equal (unit, "w"))
    return g_date_time_add_weeks (now, -(int) number);

  return NULL;
}

static GDateTime *
parse_iso (const char *text,
           GDateTime  *now)
{
  return g_date_time_new_from_iso8601 (text, g_date_time_get_timezone (now));
}

static GDateTime *
parse_date (const char    *text,
            GDateTime     *now,
            BcCliWhenEdge  edge)
{
  g_autofree char *noon = g_strconcat (text, "T12:00:00", NULL);
  g_autoptr (GDateTime) day = strchr (text, 'T') == NULL ? parse_iso (noon, now) : NULL;

  return day != NULL ? at_edge (day, edge) : NULL;
}

/* GLib wants the seconds; people leave them out, and like a blank before the time. */
static GDateTime *
parse_date_time (const char *text,
                 GDateTime  *now)
{
  g_autofree char *iso = g_strdelimit (g_strdup (text), " ", 'T');
  char *time = strchr (iso, 'T');
  g_autofree char *full = NULL;

  if (time == NULL)
    return NULL;
  if (strlen (time) < 6 || time[3] != ':' || time[6] == ':')
    return parse_iso (iso, now);

  full = g_strdup_printf ("%.*s:00%s", (int) (time - iso) + 6, iso, time + 6);

  return parse_iso (full, now);
}

static GDateTime *
parse_time (const char *text,
            GDateTime  *now)
{
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%dT");
  g_autofree char *full = NULL;

  if (strchr (text, ':') == NULL || strpbrk (text, "T-") != NULL)
    return NULL;

  full = g_strconcat (date, text, NULL);

  return parse_date_time (full, now);
}

gboolean
bc_cli_when_parse (const char    *text,
                   GDateTime     *now,
                   BcCliWhenEdge  edge,
                   gint64        *time_us)
{
  g_autoptr (GDateTime) time = parse_word (text, now, edge);

  if (time == NULL)
    time = parse_span (text, now);
  if (time == NULL)
    time = parse_date (text, now, edge);
  if (time == NULL)
    time = parse_time (text, now);
  if (time == NULL)
    time = parse_date_time (text, now);
  if (time == NULL)
    return FALSE;

  *time_us = g_date_time_to_unix (time) * G_USEC_PER_SEC + g_date_time_get_microsecond (time);

  return TRUE;
}
