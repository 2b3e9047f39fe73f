/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-cli-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MINUTE_US (60 * G_TIME_SPAN_SECOND)
#define SHORT_ID_LENGTH 8

char *
bc_cli_text_format_age (gint64 age_us)
{
  int minutes = (int) CLAMP (age_us / MINUTE_US, 0, G_MAXINT);

  if (minutes < 1)
    return g_strdup (_("just now"));
  if (minutes < 60)
    return g_strdup_printf (ngettext ("%d minute ago", "%d minutes ago", minutes), minutes);
  if (minutes < 24 * 60)
    return g_strdup_printf (ngettext ("%d hour ago", "%d hours ago", minutes / 60), minutes / 60);

  return g_strdup_printf (ngettext ("%d day ago", "%d days ago", minutes / 60 / 24), minutes / 60 / 24);
}

char *
bc_cli_text_format_duration (gint64 duration_us)
{
  int minutes = (int) CLAMP (duration_us / MINUTE_US, 0, G_MAXINT);

  if (minutes < 1)
    return g_strdup_printf (_("%d s"), (int) MAX (0, duration_us / G_TIME_SPAN_SECOND));
  if (minutes < 60)
    return g_strdup_printf (_("%d min"), minutes);

  return g_strdup_printf (_("%d h %d min"), minutes / 60, minutes % 60);
}

const char *
bc_cli_text_get_short_id (const char *id)
{
  gsize length = strlen (id);

  return length > SHORT_ID_LENGTH ? id + length - SHORT_ID_LENGTH : id;
}

static const char *
get_state_word (BcCrumbState state)
{
  switch (state)
    {
    case BC_CRUMB_OPEN:
      return C_("state", "open");
    case BC_CRUMB_TRAIL:
      return C_("state", "trail");
    case BC_CRUMB_RESUMED:
      return C_("state", "resumed");
    case BC_CRUMB_LET_GO:
      return C_("state", "let go");
    case BC_CRUMB_PARKED:
      return C_("state", "parked");
    case BC_CRUMB_ANSWERED:
      return C_("state", "answered");
    case BC_CRUMB_DROPPED:
      return C_("state", "dropped");
    case BC_CRUMB_ROUTED:
      return C_("state", "routed");
    case BC_CRUMB_TAKEN:
      return C_("state", "taken on");
    default:
      return bc_crumb_state_to_string (state);
    }
}

int
bc_cli_text_get_width (const char *text)
{
  int width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

static void
append_column (GString    *out,
               const char *text,
               int         width)
{
  g_string_append_printf (out, "%s%*s  ", text, MAX (0, width - bc_cli_text_get_width (text)), "");
}

static void
append_headline (GString          *out,
                 const BcCliStyle *style,
                 const char       *text)
{
  g_autofree char *clean = bc_text_clean (text);

  if (style->bold)
    g_string_append_printf (out, "\033[1m%s\033[0m", clean);
  else
    g_string_append (out, clean);
}

static void
append_words (GString            *out,
              char                sign,
              const char * const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *clean = bc_text_clean (words[i]);

      g_string_append_printf (out, "%s%c%s", out->len > 0 ? " " : "", sign, clean);
    }
}

static char *
format_markers (BcLine *line,
                BcKind  kind)
{
  g_autoptr (GString) markers = g_string_new (NULL);
  int minutes = (int) (bc_line_get_timebox_s (line) / 60);

  append_words (markers, '#', bc_line_get_topics (line));
  append_words (markers, '@', bc_line_get_persons (line));
  if (kind != BC_KIND_NONE)
    g_string_append_printf (markers, "%s!%s", markers->len > 0 ? " " : "", bc_kind_to_string (kind));
  if (minutes > 0)
    g_string_append_printf (markers, "%s~%dm", markers->len > 0 ? " " : "", minutes);

  return g_string_free (g_steal_pointer (&markers), FALSE);
}

static char *
format_age_of (BcCrumb          *crumb,
               const BcCliStyle *style)
{
  return bc_cli_text_format_age (style->now_us - bc_crumb_get_created_us (crumb));
}

void
bc_cli_text_append_row (GString          *out,
                        const BcCliStyle *style,
                        BcCrumb          *crumb)
{
  BcLine *line = bc_crumb_get_line (crumb);
  g_autofree char *age = format_age_of (crumb, style);
  g_autofree char *markers = format_markers (line, bc_crumb_get_kind (crumb));

  append_column (out, bc_cli_text_get_short_id (bc_crumb_get_id (crumb)), SHORT_ID_LENGTH);
  append_column (out, age, 14);
  append_column (out, get_state_word (bc_crumb_get_state (crumb)), 8);
  append_headline (out, style, bc_crumb_get_headline (crumb));
  if (*markers != '\0' && bc_line_get_headline (line) != NULL)
    g_string_append_printf (out, "  %s", markers);
  g_string_append_c (out, '\n');
}

static void
append_body (GString          *out,
             const BcCliStyle *style,
             BcLine           *line,
             BcKind            kind,
             const char       *headline)
{
  g_autofree char *markers = format_markers (line, kind);
  g_autofree char *where = bc_text_clean (bc_line_get_where (line));

  append_headline (out, style, headline);
  g_string_append_c (out, '\n');
  if (bc_line_get_next (line) != NULL && *where != '\0')
    g_string_append_printf (out, "  %s\n", where);
  if (*markers != '\0')
    g_string_append_printf (out, "  %s\n", markers);
}

static void
append_pair (GString    *out,
             const char *first,
             const char *second)
{
  g_autofree char *text = NULL;
  g_autofree char *clean = NULL;

  if (first == NULL && second == NULL)
    return;

  if (first != NULL && second != NULL)
    text = g_strdup_printf ("%s (%s)", first, second);
  else
    text = g_strdup (first != NULL ? first : second);
  clean = bc_text_clean (text);
  g_string_append_printf (out, "  %s\n", clean);
}

static void
append_context (GString   *out,
                BcContext *context)
{
  g_autofree char *code = NULL;
  const char *repository = bc_context_get_repository (context);
  const char *branch = bc_context_get_branch (context);

  append_pair (out, bc_context_get_title (context), bc_context_get_application (context));
  if (repository != NULL && branch != NULL)
    code = g_strdup_printf ("%s, %s", repository, branch);
  append_pair (out, bc_context_get_directory (context), code != NULL ? code : repository);
}

void
bc_cli_text_append_card (GString          *out,
                         const BcCliStyle *style,
                         BcCrumb          *crumb)
{
  BcLine *line = bc_crumb_get_line (crumb);
  BcContext *context = bc_crumb_get_context (crumb);
  g_autofree char *age = format_age_of (crumb, style);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (bc_crumb_get_created_us (crumb) / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *date = local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup ("");

  append_body (out, style, line, bc_crumb_get_kind (crumb), bc_crumb_get_headline (crumb));
  if (context != NULL)
    append_context (out, context);
  g_string_append_printf (out, "  %s · %s · %s (%s)\n",
                          bc_cli_text_get_short_id (bc_crumb_get_id (crumb)),
                          get_state_word (bc_crumb_get_state (crumb)), age, date);
}

void
bc_cli_text_append_line (GString          *out,
                         const BcCliStyle *style,
                         BcLine           *line)
{
  const char *headline = bc_line_get_headline (line);

  if (bc_line_is_mark (line))
    headline = _("a mark, to be worded later");
  append_body (out, style, line, bc_line_get_kind (line), headline != NULL ? headline : bc_line_get_text (line));
  if (bc_line_is_ask (line))
    g_string_append_printf (out, "  %s\n", _("an ask, to be parked"));
}
