/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "bc-export-private.h"
#include "bc-text.h"

#define SEPARATOR " · "

/* Inside a list item only these mean something (CommonMark 0.31, section 2.4); "~" and "|" in GitHub's. */
static void
append_text (GString    *out,
             const char *text)
{
  g_autofree char *clean = bc_text_clean (text);

  for (const char *at = clean; *at != '\0'; at++)
    {
      if (strchr ("\\`*_[]<>&~|", *at) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *at);
    }
}

static GDateTime *
get_local_time (gint64 time_us)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time_us / G_USEC_PER_SEC);

  return utc != NULL ? g_date_time_to_local (utc) : NULL;
}

static void
append_day (BcExportPage *page,
            GDateTime    *time)
{
  int day = g_date_time_get_year (time) * 1000 + g_date_time_get_day_of_year (time);
  g_autofree char *heading = NULL;

  if (day == page->day)
    return;

  heading = g_date_time_format (time, "%Y-%m-%d, %A");
  g_string_append_printf (page->text, "%s## %s\n\n", page->day < 0 ? "" : "\n", heading);
  page->day = day;
}

static void
append_words (GString            *out,
              char                sign,
              const char * const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_string_append_printf (out, " %c", sign);
      append_text (out, words[i]);
    }
}

/* As the line has them, whatever the language the program speaks. */
static void
append_markers (GString *out,
                BcLine  *line,
                BcKind   kind)
{
  gint64 minutes = bc_line_get_timebox_s (line) / 60;
  gsize before;

  g_string_append (out, " ·");
  before = out->len;
  append_words (out, '#', bc_line_get_topics (line));
  append_words (out, '@', bc_line_get_persons (line));
  if (kind != BC_KIND_NONE)
    g_string_append_printf (out, " !%s", bc_kind_to_string (kind));
  if (minutes > 0)
    g_string_append_printf (out, " \\~%" G_GINT64_FORMAT "m", minutes);
  if (out->len == before)
    g_string_truncate (out, before - strlen (" ·"));
}

static void
append_line (GString *out,
             BcCrumb *crumb)
{
  BcLine *line = bc_crumb_get_line (crumb);
  gboolean has_headline = bc_line_get_headline (line) != NULL;

  g_string_append (out, has_headline ? "**" : "*");
  append_text (out, bc_crumb_get_headline (crumb));
  g_string_append (out, has_headline ? "**" : "*");
  if (bc_line_get_next (line) != NULL && *bc_line_get_where (line) != '\0')
    {
      g_string_append (out, SEPARATOR);
      append_text (out, bc_line_get_where (line));
    }
}

static gboolean
append_crumb (BcExportPage  *page,
              BcStatement   *row,
              GError       **error)
{
  g_autoptr (BcCrumb) crumb = bc_export_page_take_crumb (page, row);
  g_autoptr (GDateTime) time = get_local_time (bc_crumb_get_created_us (crumb));
  g_autofree char *clock = time != NULL ? g_date_time_format (time, "%H:%M") : g_strdup ("");

  if (time != NULL)
    append_day (page, time);
  g_string_append_printf (page->text, "- %s ", clock);
  append_line (page->text, crumb);
  append_markers (page->text, bc_crumb_get_line (crumb), bc_crumb_get_kind (crumb));
  g_string_append_printf (page->text, SEPARATOR "%s\n", bc_crumb_state_to_string (bc_crumb_get_state (crumb)));

  return TRUE;
}

const BcExportSource bc_export_markdown_crumbs = {
  .last = BC_EXPORT_LAST_CRUMB,
  .select = BC_EXPORT_CRUMBS_BY_TIME,
  .append = append_crumb,
};
