/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-cli-status.h"

#include <glib/gi18n-lib.h>

#include "bc-cli-app.h"
#include "bc-cli-error.h"
#include "bc-paths.h"

static void
status_clear (BcCliStatus *status)
{
  g_free (status->desktop);
  g_free (status->session);
  g_free (status->install);
  bc_cli_offers_clear (&status->offers);
  g_free (status->path);
  g_clear_error (&status->data_error);
  g_clear_pointer (&status->program, g_variant_unref);
  g_clear_pointer (&status->services, g_variant_unref);
  g_free (status->app_problem);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BcCliStatus, status_clear)

static char *
get_variable (const char *name)
{
  const char *value = g_getenv (name);

  return value != NULL && *value != '\0' ? bc_text_clean (value) : NULL;
}

static char *
get_session (void)
{
  char *type = get_variable ("XDG_SESSION_TYPE");

  if (type != NULL)
    return type;
  if (g_getenv ("WAYLAND_DISPLAY") != NULL)
    return g_strdup ("wayland");

  return g_getenv ("DISPLAY") != NULL ? g_strdup ("x11") : NULL;
}

static void
read_data (BcCliJob    *job,
           BcCliStatus *status)
{
  g_autoptr (BcJournal) journal = bc_cli_job_open_journal (job, BC_JOURNAL_READ_ONLY, &status->data_error);

  if (journal != NULL && bc_journal_count_open (journal, &status->open, &status->data_error))
    bc_journal_get_last_away (journal, &status->last_away, &status->data_error);
}

/* NULL if the program is simply not running. */
static char *
describe (const GError *error)
{
  if (g_error_matches (error, BC_CLI_ERROR, BC_CLI_ERROR_FAILED))
    return g_strdup (error->message);
  if (g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER) ||
      g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN))
    return NULL;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT) ||
      g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY) ||
      g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_TIMEOUT))
    return g_strdup (_("It runs, but does not answer."));
  if (g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_METHOD) ||
      g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_INTERFACE) ||
      g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_OBJECT))
    return g_strdup (_("It runs, but is of a version that tells nothing, or not Breadcrumbs."));

  return g_strdup (_("It runs, but its answer makes no sense."));
}

static void
ask_bus (BcCliStatus *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = bc_cli_app_connect (&error);

  status->has_bus = bus != NULL;
  if (bus != NULL)
    bc_cli_offers_read (&status->offers, bus);
  if (bus == NULL || !bc_cli_app_ask_status (bus, &status->program, &status->services, &error))
    status->app_problem = describe (error);
}

gboolean
bc_cli_status (BcCliJob  *job,
               GError   **error)
{
  g_auto (BcCliStatus) status = {
    .desktop = get_variable ("XDG_CURRENT_DESKTOP"),
    .session = get_session (),
    .install = bc_paths_is_flatpak () ? g_strdup ("flatpak") : bc_paths_get_prefix (),
    .path = bc_paths_get_database (),
  };

  read_data (job, &status);
  ask_bus (&status);
  if (job->options->json)
    bc_cli_status_append_json (&status, job->out);
  else
    bc_cli_status_append_text (&status, job->style.now_us, job->out);

  return TRUE;
}
