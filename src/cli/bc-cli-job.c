/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-cli-job.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bc-cli-error.h"
#include "bc-paths.h"

#define TRAIL_LENGTH 5

BcJournal *
bc_cli_job_open_journal (BcCliJob        *job,
                         BcJournalFlags   flags,
                         GError         **error)
{
  g_autofree char *path = bc_paths_get_database ();
  g_autoptr (GError) local = NULL;
  BcJournal *journal = bc_journal_open (path, job->clock, flags, &local);

  if (journal != NULL)
    return journal;

  if (strstr (local->message, path) == NULL)
    g_prefix_error (&local, "%s: ", path);
  g_propagate_error (error, g_steal_pointer (&local));

  return NULL;
}

BcCrumb *
bc_cli_job_find (BcJournal   *journal,
                 const char  *id,
                 GError     **error)
{
  g_autoptr (GError) local = NULL;
  BcCrumb *crumb = NULL;

  if (g_utf8_validate (id, -1, NULL))
    crumb = bc_journal_find (journal, id, &local);
  if (crumb != NULL)
    return crumb;

  if (local == NULL || g_error_matches (local, BC_STORE_ERROR, BC_STORE_ERROR_NOT_FOUND))
    g_set_error (error, BC_CLI_ERROR, BC_CLI_ERROR_FAILED, _("No breadcrumb has the id “%s”"), id);
  else if (g_error_matches (local, BC_STORE_ERROR, BC_STORE_ERROR_AMBIGUOUS))
    g_set_error (error, BC_CLI_ERROR, BC_CLI_ERROR_FAILED,
                 _("Several breadcrumbs have the short id “%s”; “list --json” has the full ones"), id);
  else
    g_propagate_error (error, g_steal_pointer (&local));

  return NULL;
}

gboolean
bc_cli_job_append_trail (BcCliJob   *job,
                         BcJournal  *journal,
                         BcCrumb    *crumb,
                         GError    **error)
{
  g_autoptr (GPtrArray) trail = bc_journal_get_trail (journal, bc_crumb_get_id (crumb), TRAIL_LENGTH, error);
  BcCliStyle plain = { .now_us = job->style.now_us };

  if (trail == NULL)
    return FALSE;

  if (trail->len > 0)
    g_string_append_printf (job->out, "\n%s\n", _("The trail before it:"));
  for (guint i = 0; i < trail->len; i++)
    bc_cli_text_append_row (job->out, &plain, g_ptr_array_index (trail, i));

  return TRUE;
}
