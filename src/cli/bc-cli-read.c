/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-cli-job.h"

#include <glib/gi18n-lib.h>

#include "bc-cli-error.h"
#include "bc-json.h"

/* What a terminal can show at once; a pipe gets everything. */
#define TERMINAL_LIMIT 20

static GPtrArray *
read_crumbs (BcCliJob       *job,
             const BcQuery  *query,
             GError        **error)
{
  g_autoptr (BcJournal) journal = bc_cli_job_open_journal (job, BC_JOURNAL_READ_ONLY, error);

  return journal != NULL ? bc_journal_list (journal, query, error) : NULL;
}

gboolean
bc_cli_last (BcCliJob  *job,
             GError   **error)
{
  BcQuery query = job->options->query;
  g_autoptr (GPtrArray) crumbs = NULL;

  query.limit = 1;
  crumbs = read_crumbs (job, &query, error);
  if (crumbs == NULL)
    return FALSE;

  if (crumbs->len == 0)
    {
      g_set_error_literal (error, BC_CLI_ERROR, BC_CLI_ERROR_FAILED, _("There is no such breadcrumb"));
      return FALSE;
    }

  if (job->options->json)
    bc_json_append_crumb (job->out, g_ptr_array_index (crumbs, 0));
  else
    bc_cli_text_append_card (job->out, &job->style, g_ptr_array_index (crumbs, 0));

  return TRUE;
}

static void
append_list (BcCliJob  *job,
             GPtrArray *crumbs,
             guint      shown)
{
  for (guint i = 0; i < shown; i++)
    if (job->options->json)
      bc_json_append_crumb (job->out, g_ptr_array_index (crumbs, i));
    else
      bc_cli_text_append_row (job->out, &job->style, g_ptr_array_index (crumbs, i));

  if (shown < crumbs->len)
    g_string_append_printf (job->out, _("There are more: see --limit\n"));
}

gboolean
bc_cli_list (BcCliJob  *job,
             GError   **error)
{
  BcQuery query = job->options->query;
  gboolean cut = query.limit == 0 && job->terminal && !job->options->json;
  g_autoptr (GPtrArray) crumbs = NULL;

  if (cut)
    query.limit = TERMINAL_LIMIT + 1;
  crumbs = read_crumbs (job, &query, error);
  if (crumbs == NULL)
    return FALSE;

  append_list (job, crumbs, cut ? MIN (crumbs->len, TERMINAL_LIMIT) : crumbs->len);
  if (crumbs->len == 0 && job->terminal && !job->options->json)
    g_string_append_printf (job->out, "%s\n", _("No breadcrumbs"));

  return TRUE;
}

gboolean
bc_cli_show (BcCliJob  *job,
             GError   **error)
{
  g_autoptr (BcJournal) journal = bc_cli_job_open_journal (job, BC_JOURNAL_READ_ONLY, error);
  g_autoptr (BcCrumb) crumb = NULL;

  if (journal != NULL)
    crumb = bc_cli_job_find (journal, job->options->words[0], error);
  if (crumb == NULL)
    return FALSE;

  if (job->options->json)
    {
      bc_json_append_crumb (job->out, crumb);
      return TRUE;
    }

  bc_cli_text_append_card (job->out, &job->style, crumb);

  return bc_cli_job_append_trail (job, journal, crumb, error);
}
