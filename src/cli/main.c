/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <unistd.h>

#include "bc-cli-app.h"
#include "bc-cli-error.h"
#include "bc-cli-job.h"

static gboolean
run (BcCliJob  *job,
     GError   **error)
{
  switch (job->options->verb)
    {
    case BC_CLI_ADD:
      return bc_cli_add (job, error);
    case BC_CLI_LAST:
      return bc_cli_last (job, error);
    case BC_CLI_LIST:
      return bc_cli_list (job, error);
    case BC_CLI_SHOW:
      return bc_cli_show (job, error);
    case BC_CLI_RESUME:
      return bc_cli_resume (job, error);
    case BC_CLI_LATER:
      return bc_cli_later (job, error);
    case BC_CLI_LET_GO:
      return bc_cli_let_go (job, error);
    case BC_CLI_UNDO:
      return bc_cli_undo (job, error);
    case BC_CLI_STATUS:
      return bc_cli_status (job, error);
    case BC_CLI_EXPORT:
      return bc_cli_export (job, error);
    case BC_CLI_IMPORT:
      return bc_cli_import (job, error);
    case BC_CLI_BACKGROUND:
      return bc_cli_app_start (error);
    case BC_CLI_CAPTURE:
      return bc_cli_app_activate (job->options->hotkey ? "hotkey" : "capture", error);
    case BC_CLI_RESUME_NEWEST:
      return bc_cli_app_activate ("resume-newest", error);
    case BC_CLI_PREFERENCES:
      return bc_cli_app_activate ("preferences", error);
    case BC_CLI_VERSION:
      g_string_append (job->out, "breadcrumbs " BC_VERSION "\n");
      return TRUE;
    case BC_CLI_HELP:
      g_string_append (job->out, job->options->help);
      return TRUE;
    case BC_CLI_OPEN:
    default:
      return bc_cli_app_open (error);
    }
}

/* Data goes out as UTF-8 whatever the locale, which a hook or cron job may not have set. */
static gboolean
print (GString  *out,
       GError  **error)
{
  if (fwrite (out->str, 1, out->len, stdout) == out->len && fflush (stdout) == 0)
    return TRUE;

  g_set_error (error, BC_CLI_ERROR, BC_CLI_ERROR_FAILED,
               _("The output cannot be written: %s"), g_strerror (errno));

  return FALSE;
}

static gboolean
wants_app (BcCliVerb verb)
{
  return verb == BC_CLI_OPEN || verb == BC_CLI_BACKGROUND || verb == BC_CLI_CAPTURE ||
         verb == BC_CLI_RESUME_NEWEST || verb == BC_CLI_PREFERENCES;
}

static gboolean
run_and_print (BcCliOptions  *options,
               GError       **error)
{
  g_autoptr (BcClock) clock = bc_clock_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  BcCliJob job = {
    .options = options,
    .clock = clock,
    .terminal = isatty (STDOUT_FILENO),
    .out = out,
  };

  if (!wants_app (options->verb))
    bc_cli_app_keep_bus_from_launching ();
  job.style.now_us = bc_clock_now_us (clock);
  job.style.bold = job.terminal;

  return run (&job, error) && print (out, error);
}

static void
init_locale (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, BC_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (BcCliOptions) options = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;

  init_locale ();
  g_set_prgname ("breadcrumbs");
  now = g_date_time_new_now_local ();
  options = bc_cli_options_parse ((const char * const *) argv, now, &error);
  if (options != NULL && run_and_print (options, &error))
    return 0;

  line = bc_cli_error_to_line (error);
  fputs (line, stderr);

  return bc_cli_error_get_status (error);
}
