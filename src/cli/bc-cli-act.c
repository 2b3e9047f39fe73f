/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-cli-job.h"

#include <glib/gi18n-lib.h>

#include "bc-cli-error.h"
#include "bc-json.h"

static BcCrumb *
find_newest_open (BcJournal  *journal,
                  GError    **error)
{
  BcQuery query = { .has_state = TRUE, .state = BC_CRUMB_OPEN, .limit = 1 };
  g_autoptr (GPtrArray) crumbs = bc_journal_list (journal, &query, error);

  if (crumbs == NULL)
    return NULL;
  if (crumbs->len == 0)
    {
      g_set_error_literal (error, BC_CLI_ERROR, BC_CLI_ERROR_FAILED, _("No breadcrumb is open"));
      return NULL;
    }

  return g_object_ref (g_ptr_array_index (crumbs, 0));
}

static BcCrumb *
act (BcCliJob   *job,
     BcJournal  *journal,
     BcAct       what,
     GError    **error)
{
  g_autoptr (BcCrumb) crumb = NULL;

  if (job->options->words != NULL)
    crumb = bc_cli_job_find (journal, job->options->words[0], error);
  else
    crumb = find_newest_open (journal, error);
  if (crumb == NULL)
    return NULL;

  return bc_journal_act (journal, bc_crumb_get_id (crumb), what, NULL, error);
}

gboolean
bc_cli_resume (BcCliJob  *job,
               GError   **error)
{
  g_autoptr (BcJournal) journal = bc_cli_job_open_journal (job, BC_JOURNAL_READ_WRITE, error);
  g_autoptr (BcCrumb) crumb = journal != NULL ? act (job, journal, BC_ACT_RESUME, error) : NULL;

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

static BcCrumb *
act_and_print (BcCliJob  *job,
               BcAct      what,
               GError   **error)
{
  g_autoptr (BcJournal) journal = bc_cli_job_open_journal (job, BC_JOURNAL_READ_WRITE, error);
  g_autoptr (BcCrumb) crumb = journal != NULL ? act (job, journal, what, error) : NULL;

  if (crumb != NULL && job->options->json)
    bc_json_append_crumb (job->out, crumb);

  return g_steal_pointer (&crumb);
}

gboolean
bc_cli_later (BcCliJob  *job,
              GError   **error)
{
  g_autoptr (BcCrumb) crumb = act_and_print (job, BC_ACT_LATER, error);
  g_autofree char *headline = NULL;

  if (crumb == NULL || job->options->json)
    return crumb != NULL;

  headline = bc_text_clean (bc_crumb_get_headline (crumb));
  g_string_append_printf (job->out, _("Left for later: %s, %s\n"),
                          bc_cli_text_get_short_id (bc_crumb_get_id (crumb)), headline);

  return TRUE;
}

gboolean
bc_cli_let_go (BcCliJob  *job,
               GError   **error)
{
  g_autoptr (BcCrumb) crumb = act_and_print (job, BC_ACT_LET_GO, error);
  g_autofree char *headline = NULL;

  if (crumb == NULL || job->options->json)
    return crumb != NULL;

  headline = bc_text_clean (bc_crumb_get_headline (crumb));
  g_string_append_printf (job->out, _("Let go: %s, %s\n"),
                          bc_cli_text_get_short_id (bc_crumb_get_id (crumb)), headline);

  return TRUE;
}

static void
append_undone (BcCliJob *job,
               BcCrumb  *crumb)
{
  const char *id = bc_cli_text_get_short_id (bc_crumb_get_id (crumb));

  if (bc_crumb_is_deleted (crumb))
    {
      g_autofree char *headline = bc_text_clean (bc_crumb_get_headline (crumb));

      g_string_append_printf (job->out, _("Undone: %s is taken back, %s\n"), id, headline);
      return;
    }

  g_string_append_printf (job->out, _("Undone: %s is again as it was before\n"), id);
  bc_cli_text_append_card (job->out, &job->style, crumb);
}

gboolean
bc_cli_undo (BcCliJob  *job,
             GError   **error)
{
  g_autoptr (BcJournal) journal = bc_cli_job_open_journal (job, BC_JOURNAL_READ_WRITE, error);
  g_autoptr (BcCrumb) crumb = journal != NULL ? bc_journal_undo (journal, NULL, error) : NULL;

  if (crumb == NULL)
    return FALSE;

  if (job->options->json)
    bc_json_append_crumb (job->out, crumb);
  else
    append_undone (job, crumb);

  return TRUE;
}
