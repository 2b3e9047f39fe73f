/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-cli-job.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "bc-cli-error.h"
#include "bc-json.h"
#include "bc-cli-repository.h"
#include "bc-settings.h"

/* The longest line in UTF-8, its line break, and one byte that is too many. */
#define MAX_INPUT_SIZE (4 * BC_LINE_MAX_CHARS + 3)

static GString *
read_input (GError **error)
{
  g_autoptr (GString) input = g_string_sized_new (256);
  char buffer[4096];

  while (input->len < MAX_INPUT_SIZE)
    {
      gssize got = read (STDIN_FILENO, buffer, MIN (sizeof buffer, MAX_INPUT_SIZE - input->len));

      if (got == 0)
        return g_steal_pointer (&input);
      if (got > 0)
        g_string_append_len (input, buffer, got);
      else if (errno != EINTR)
        {
          g_set_error (error, BC_CLI_ERROR, BC_CLI_ERROR_FAILED,
                       _("Standard input cannot be read: %s"), g_strerror (errno));
          return NULL;
        }
    }

  g_set_error (error, BC_LINE_ERROR, BC_LINE_ERROR_TOO_LONG,
               ngettext ("The line is longer than %d character.",
                         "The line is longer than %d characters.", BC_LINE_MAX_CHARS),
               BC_LINE_MAX_CHARS);

  return NULL;
}

static void
drop_line_break (GString *text)
{
  if (text->len > 0 && text->str[text->len - 1] == '\n')
    g_string_truncate (text, text->len - 1);
  if (text->len > 0 && text->str[text->len - 1] == '\r')
    g_string_truncate (text, text->len - 1);
}

static char *
read_line (GError **error)
{
  g_autoptr (GString) input = read_input (error);

  if (input == NULL)
    return NULL;

  drop_line_break (input);
  if (!bc_line_validate (input->str, input->len, error))
    return NULL;

  return g_string_free (g_steal_pointer (&input), FALSE);
}

static char *
get_text (BcCliOptions  *options,
          GError       **error)
{
  g_autofree char *text = NULL;

  if (options->words == NULL)
    return g_strdup ("");
  if (g_strv_length (options->words) == 1 && g_str_equal (options->words[0], "-"))
    return read_line (error);

  text = g_strjoinv (" ", options->words);

  return bc_line_validate (text, -1, error) ? g_steal_pointer (&text) : NULL;
}

static BcLine *
make_line (BcCliOptions  *options,
           GError       **error)
{
  g_autofree char *text = get_text (options, error);
  g_autofree char *whole = NULL;

  if (text == NULL)
    return NULL;
  if (options->verbatim)
    return bc_line_new_verbatim (text);
  if (options->next == NULL)
    return bc_line_parse (text);

  if (!bc_line_validate (options->next, -1, error))
    return NULL;
  whole = bc_line_compose_text (text, options->next);

  return bc_line_validate (whole, -1, error) ? bc_line_parse (whole) : NULL;
}

static BcContext *
get_context (void)
{
  g_autoptr (BcSettings) settings = bc_settings_new (NULL);
  g_autofree char *directory = NULL;

  if (settings != NULL && !bc_settings_get_capture_context (settings))
    return NULL;

  directory = g_get_current_dir ();

  return bc_cli_repository_read (directory);
}

static void
append_added (BcCliJob *job,
              BcCrumb  *crumb)
{
  BcLine *line = bc_crumb_get_line (crumb);
  const char *id = bc_cli_text_get_short_id (bc_crumb_get_id (crumb));
  g_autofree char *headline = bc_text_clean (bc_crumb_get_headline (crumb));

  if (bc_line_is_mark (line))
    g_string_append_printf (job->out, _("Left a mark, %s\n"), id);
  else if (bc_line_is_ask (line))
    g_string_append_printf (job->out, _("Parked %s: %s\n"), id, headline);
  else
    g_string_append_printf (job->out, _("Left %s: %s\n"), id, headline);
}

gboolean
bc_cli_add (BcCliJob  *job,
            GError   **error)
{
  g_autoptr (BcLine) line = make_line (job->options, error);
  g_autoptr (BcJournal) journal = NULL;
  g_autoptr (BcContext) context = NULL;
  g_autoptr (BcCrumb) crumb = NULL;

  if (line == NULL)
    return FALSE;

  if (job->options->dry_run)
    {
      if (job->options->json)
        bc_json_append_line (job->out, line);
      else
        bc_cli_text_append_line (job->out, &job->style, line);
      return TRUE;
    }

  context = get_context ();
  journal = bc_cli_job_open_journal (job, BC_JOURNAL_READ_WRITE, error);
  crumb = journal != NULL ? bc_journal_add (journal, line, context, error) : NULL;
  if (crumb == NULL)
    return FALSE;

  if (job->options->json)
    bc_json_append_crumb (job->out, crumb);
  else
    append_added (job, crumb);

  return TRUE;
}
