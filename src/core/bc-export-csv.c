/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-export-private.h"
#include "bc-json.h"
#include "bc-text.h"

static const char * const columns[] = {
  "id", "created", "line", "where", "next", "topics", "persons", "kind", "timebox_s", "ask", "state",
  "application", "title", "directory", "repository", "branch",
};

void
bc_export_csv_append_header (GString *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", columns[i]);
  g_string_append (text, "\r\n");
}

/* A spreadsheet runs a cell that begins so as a formula, some also behind blanks or with the wide signs. */
static gboolean
is_formula (const char *cell)
{
  while (g_unichar_isspace (g_utf8_get_char (cell)))
    cell = g_utf8_next_char (cell);

  switch (g_utf8_get_char (cell))
    {
    case '=': case '+': case '-': case '@':
    case 0xFF1D: case 0xFF0B: case 0xFF0D: case 0xFF20:
      return TRUE;
    default:
      return FALSE;
    }
}

/* RFC 4180, section 2. */
static void
append_cell (GString    *text,
             const char *value)
{
  g_autofree char *clean = value != NULL ? bc_text_clean (value) : NULL;

  if (clean == NULL || *clean == '\0')
    return;

  g_string_append_c (text, '"');
  if (is_formula (clean))
    g_string_append_c (text, '\'');
  for (const char *at = clean; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *at);
    }
  g_string_append_c (text, '"');
}

static void
append_next_cell (GString    *text,
                  const char *value)
{
  g_string_append_c (text, ',');
  append_cell (text, value);
}

static void
append_words (GString            *text,
              const char * const *words)
{
  g_autofree char *joined = g_strjoinv (" ", (char **) words);

  append_next_cell (text, joined);
}

static void
append_line (GString *text,
             BcLine  *line,
             BcKind   kind)
{
  append_next_cell (text, bc_line_get_text (line));
  append_next_cell (text, bc_line_get_where (line));
  append_next_cell (text, bc_line_get_next (line));
  append_words (text, bc_line_get_topics (line));
  append_words (text, bc_line_get_persons (line));
  append_next_cell (text, bc_kind_to_string (kind));
  g_string_append_c (text, ',');
  if (bc_line_get_timebox_s (line) > 0)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, bc_line_get_timebox_s (line));
  append_next_cell (text, bc_line_is_ask (line) ? "true" : "false");
}

static void
append_context (GString   *text,
                BcContext *context)
{
  append_next_cell (text, context != NULL ? bc_context_get_application (context) : NULL);
  append_next_cell (text, context != NULL ? bc_context_get_title (context) : NULL);
  append_next_cell (text, context != NULL ? bc_context_get_directory (context) : NULL);
  append_next_cell (text, context != NULL ? bc_context_get_repository (context) : NULL);
  append_next_cell (text, context != NULL ? bc_context_get_branch (context) : NULL);
}

static gboolean
append_crumb (BcExportPage  *page,
              BcStatement   *row,
              GError       **error)
{
  g_autoptr (BcCrumb) crumb = bc_export_page_take_crumb (page, row);
  g_autofree char *created = bc_json_format_time (bc_crumb_get_created_us (crumb));

  append_cell (page->text, bc_crumb_get_id (crumb));
  append_next_cell (page->text, created);
  append_line (page->text, bc_crumb_get_line (crumb), bc_crumb_get_kind (crumb));
  append_next_cell (page->text, bc_crumb_state_to_string (bc_crumb_get_state (crumb)));
  append_context (page->text, bc_crumb_get_context (crumb));
  g_string_append (page->text, "\r\n");

  return TRUE;
}

const BcExportSource bc_export_csv_crumbs = {
  .last = BC_EXPORT_LAST_CRUMB,
  .select = BC_EXPORT_CRUMBS_BY_TIME,
  .append = append_crumb,
};
