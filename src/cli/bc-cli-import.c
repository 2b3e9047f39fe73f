/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-cli-job.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#include "bc-cli-error.h"
#include "bc-cli-interrupt.h"
#include "bc-cli-progress.h"
#include "bc-import.h"

typedef struct {
  const char *name;
  BcCliProgress progress;
} Display;

static void
broken_cb (gulong       number,
           const GError *reason,
           gpointer      user_data)
{
  Display *display = user_data;
  g_autofree char *name = bc_text_clean (display->name);

  bc_cli_progress_clear (&display->progress);
  fprintf (stderr, "%s:%lu: %s\n", name, number, reason->message);
}

static void
progress_cb (const BcImportCounts *counts,
             gpointer              user_data)
{
  Display *display = user_data;

  bc_cli_progress_tell (&display->progress, _("Lines read:"), counts->lines);
}

static gboolean
fail_errno (const char  *name,
            GError     **error)
{
  int saved = errno;

  g_set_error (error, BC_CLI_ERROR, BC_CLI_ERROR_FAILED, _("“%s” cannot be read: %s"), name, g_strerror (saved));

  return FALSE;
}

static gboolean
open_input (const char  *name,
            int         *fd,
            GError     **error)
{
  *fd = g_str_equal (name, "-") ? dup (STDIN_FILENO) : open (name, O_RDONLY | O_CLOEXEC | O_NOCTTY);

  return *fd >= 0 || fail_errno (name, error);
}

/* What must be read twice and cannot be is kept where nobody else finds it. */
static int
open_nameless (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "breadcrumbs.XXXXXX", NULL);
  int fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);

  if (fd >= 0)
    g_unlink (path);

  return fd;
}

static gboolean
make_seekable (const char    *name,
               int           *fd,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (GInputStream) input = NULL;
  g_autoptr (GOutputStream) copy = NULL;
  int copied;

  if (lseek (*fd, 0, SEEK_CUR) >= 0)
    return TRUE;

  copied = open_nameless ();
  if (copied < 0)
    return fail_errno (name, error);

  input = g_unix_input_stream_new (*fd, TRUE);
  copy = g_unix_output_stream_new (copied, FALSE);
  *fd = copied;

  return g_output_stream_splice (copy, input, G_OUTPUT_STREAM_SPLICE_NONE, cancellable, error) >= 0 &&
         (lseek (copied, 0, SEEK_SET) == 0 || fail_errno (name, error));
}

static gboolean
run (const BcImport  *import,
     int              fd,
     BcImportCounts  *counts,
     GCancellable    *cancellable,
     GError         **error)
{
  g_autoptr (GInputStream) stream = g_unix_input_stream_new (fd, FALSE);

  return bc_import_run (import, stream, counts, cancellable, error);
}

/* All is read once before anything is written. One transaction for everything would be simpler, and would
 * keep every other writer out for as long as it takes. */
static gboolean
check_all (const BcImport  *import,
           const char      *name,
           int             *fd,
           BcImportCounts  *counts,
           GCancellable    *cancellable,
           GError         **error)
{
  BcImport check = *import;
  off_t start;

  check.journal = NULL;
  if (!make_seekable (name, fd, cancellable, error))
    return FALSE;

  start = lseek (*fd, 0, SEEK_CUR);
  if (!run (&check, *fd, counts, cancellable, error))
    return FALSE;
  if (counts->broken == 0)
    return lseek (*fd, start, SEEK_SET) >= 0 || fail_errno (name, error);

  g_set_error (error, BC_CLI_ERROR, BC_CLI_ERROR_FAILED,
               ngettext ("%lu line is no record; nothing was imported",
                         "%lu lines are no records; nothing was imported", counts->broken),
               counts->broken);

  return FALSE;
}

static char *
format_counts (const BcImportCounts *counts,
               gboolean              dry_run)
{
  if (dry_run)
    /* Translators: three numbers of breadcrumbs */
    return g_strdup_printf (_("Would import %lu new, change %lu; %lu are there already"),
                            counts->added, counts->changed, counts->same);

  /* Translators: three numbers of breadcrumbs */
  return g_strdup_printf (_("Imported %lu new, changed %lu; %lu were there already"),
                          counts->added, counts->changed, counts->same);
}

/* Returns: whether all is well; else @error also says how much was done before. */
static gboolean
conclude (BcCliJob              *job,
          const BcImportCounts  *counts,
          GError                *failure,
          GError               **error)
{
  g_autofree char *done = format_counts (counts, job->options->dry_run);
  g_autoptr (GError) owned = failure;

  if (failure == NULL && counts->broken == 0)
    {
      g_string_append_printf (job->out, "%s\n", done);
      return TRUE;
    }

  if (failure == NULL)
    g_set_error (error, BC_CLI_ERROR, BC_CLI_ERROR_FAILED,
                 ngettext ("%lu line is no record. %s", "%lu lines are no records. %s",
                           counts->broken),
                 counts->broken, done);
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_set_error (error, BC_CLI_ERROR, BC_CLI_ERROR_FAILED, _("Stopped before the end. %s"), done);
  else if (failure->domain == G_IO_ERROR)
    g_set_error (error, BC_CLI_ERROR, BC_CLI_ERROR_FAILED, _("“%s” cannot be read: %s. %s"),
                 job->options->words[0], failure->message, done);
  else
    g_set_error (error, failure->domain, failure->code, "%s. %s", failure->message, done);

  return FALSE;
}

static gboolean
import_from (BcCliJob    *job,
             BcJournal   *journal,
             int         *fd,
             GError     **error)
{
  g_autoptr (GCancellable) cancellable = bc_cli_interrupt_watch ();
  Display display = { .name = job->options->words[0] };
  BcImport import = { journal, job->options->dry_run, broken_cb, progress_cb, &display };
  BcImportCounts counts = { 0 };
  GError *failure = NULL;

  bc_cli_progress_init (&display.progress, TRUE);
  if (job->options->strict && !check_all (&import, display.name, fd, &counts, cancellable, error))
    {
      bc_cli_progress_clear (&display.progress);
      return FALSE;
    }

  run (&import, *fd, &counts, cancellable, &failure);
  bc_cli_progress_clear (&display.progress);

  return conclude (job, &counts, failure, error);
}

gboolean
bc_cli_import (BcCliJob  *job,
               GError   **error)
{
  g_autoptr (BcJournal) journal = NULL;
  gboolean ok;
  int fd;

  if (!open_input (job->options->words[0], &fd, error))
    return FALSE;

  journal = bc_cli_job_open_journal (job, job->options->dry_run ? BC_JOURNAL_READ_ONLY : BC_JOURNAL_READ_WRITE, error);
  ok = journal != NULL && import_from (job, journal, &fd, error);
  close (fd);

  return ok;
}
