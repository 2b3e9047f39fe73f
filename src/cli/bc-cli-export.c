/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-cli-job.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>

#include "bc-cli-error.h"
#include "bc-cli-interrupt.h"
#include "bc-cli-output.h"
#include "bc-cli-progress.h"
#include "bc-paths.h"

static const char *
get_path (BcCliJob *job)
{
  const char *word = job->options->words != NULL ? job->options->words[0] : "-";

  return g_str_equal (word, "-") ? NULL : word;
}

static BcExportFormat
get_format (BcCliJob   *job,
            const char *path)
{
  const char *dot = path != NULL ? strrchr (path, '.') : NULL;
  BcExportFormat format = job->options->format;

  if (!job->options->has_format && dot != NULL)
    bc_export_format_from_string (dot + 1, &format);

  return format;
}

/* The data file and what SQLite keeps beside it would be gone for good. */
static gboolean
check_target (const char  *path,
              GError     **error)
{
  static const char * const suffixes[] = { "", "-wal", "-shm", "-journal" };
  g_autofree char *database = bc_paths_get_database ();
  struct stat target, info;

  if (path == NULL || stat (path, &target) != 0)
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (database, suffixes[i], NULL);

      if (stat (file, &info) != 0 || info.st_dev != target.st_dev || info.st_ino != target.st_ino)
        continue;
      g_set_error (error, BC_CLI_ERROR, BC_CLI_ERROR_FAILED, _("“%s” is the data file itself"), path);
      return FALSE;
    }

  return TRUE;
}

static void
progress_cb (gulong  n_crumbs,
             gpointer user_data)
{
  bc_cli_progress_tell (user_data, _("Breadcrumbs exported:"), n_crumbs);
}

static void
explain (GError     **error,
         const char  *path)
{
  g_autofree char *why = g_strdup ((*error)->message);

  if ((*error)->domain != G_IO_ERROR)
    return;

  if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_error (error);
      g_set_error_literal (error, BC_CLI_ERROR, BC_CLI_ERROR_FAILED, _("Stopped before the end"));
      return;
    }

  g_clear_error (error);
  g_set_error (error, BC_CLI_ERROR, BC_CLI_ERROR_FAILED, _("“%s” cannot be written: %s"),
               path != NULL ? path : _("standard output"), why);
}

static gboolean
write_all (BcCliJob     *job,
           BcJournal    *journal,
           const char   *path,
           gulong      *n_crumbs,
           GError      **error)
{
  g_autoptr (GCancellable) cancellable = bc_cli_interrupt_watch ();
  g_auto (BcCliOutput) output = { .fd = -1 };
  BcCliProgress progress;
  gboolean ok;

  if (!bc_cli_output_open (&output, path, error))
    return FALSE;

  bc_cli_progress_init (&progress, path != NULL || !job->terminal);
  ok = bc_export_run (journal, get_format (job, path), output.stream, progress_cb, &progress,
                      n_crumbs, cancellable, error) &&
       bc_cli_output_finish (&output, error);
  bc_cli_progress_clear (&progress);

  return ok;
}

gboolean
bc_cli_export (BcCliJob  *job,
               GError   **error)
{
  const char *path = get_path (job);
  g_autoptr (GError) local = NULL;
  g_autoptr (BcJournal) journal = NULL;
  gulong n_crumbs = 0;

  if (!check_target (path, error))
    return FALSE;
  journal = bc_cli_job_open_journal (job, BC_JOURNAL_READ_ONLY, error);
  if (journal == NULL)
    return FALSE;

  if (!write_all (job, journal, path, &n_crumbs, &local))
    {
      explain (&local, path);
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  if (path != NULL)
    g_string_append_printf (job->out, ngettext ("Exported %lu breadcrumb\n",
                                                "Exported %lu breadcrumbs\n", n_crumbs),
                            n_crumbs);

  return TRUE;
}
