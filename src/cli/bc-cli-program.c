/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-cli-program.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "bc-cli-error.h"
#include "bc-paths.h"

#define START_TIMEOUT_S 20

typedef struct {
  GMainLoop *loop;
  gboolean owned;
  gboolean ended;
} Wait;

gboolean
bc_cli_program_is_overridden (void)
{
  const char *path = g_getenv ("BREADCRUMBS_APP");

  return path != NULL && *path != '\0';
}

static char *
find_program (void)
{
  if (bc_cli_program_is_overridden ())
    return g_strdup (g_getenv ("BREADCRUMBS_APP"));

  return bc_paths_get_installed (BC_LIBEXECDIR "/breadcrumbs-app", "libexec/breadcrumbs-app");
}

static gboolean
has_display (void)
{
  return g_getenv ("DISPLAY") != NULL || g_getenv ("WAYLAND_DISPLAY") != NULL;
}

/* The terminal's hang-up and Ctrl+C are not meant for it. */
static void
leave_terminal_cb (gpointer user_data)
{
  setsid ();
}

static gboolean
spawn (GPid    *pid,
       GError **error)
{
  g_autofree char *program = find_program ();
  char *argv[] = { program, (char *) "--gapplication-service", NULL };
  g_autoptr (GError) local = NULL;

  if (g_spawn_async (NULL, argv, NULL,
                     G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                     leave_terminal_cb, NULL, pid, &local))
    return TRUE;

  g_set_error (error, BC_CLI_ERROR, BC_CLI_ERROR_FAILED, _("The app could not be started: %s"), local->message);

  return FALSE;
}

static void
name_appeared_cb (GDBusConnection *bus,
                  const char      *name,
                  const char      *owner,
                  gpointer         user_data)
{
  Wait *wait = user_data;

  wait->owned = TRUE;
  g_main_loop_quit (wait->loop);
}

static void
child_ended_cb (GPid     pid,
                int      status,
                gpointer user_data)
{
  Wait *wait = user_data;

  wait->ended = TRUE;
  g_main_loop_quit (wait->loop);
}

static gboolean
timeout_cb (gpointer user_data)
{
  Wait *wait = user_data;

  g_main_loop_quit (wait->loop);

  return G_SOURCE_CONTINUE;
}

static void
wait_for_name (Wait            *wait,
               GDBusConnection *bus,
               GPid             pid)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  guint name_id;
  guint timeout_id;

  wait->loop = loop;
  name_id = g_bus_watch_name_on_connection (bus, BC_APP_ID, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                            name_appeared_cb, NULL, wait, NULL);
  timeout_id = g_timeout_add_seconds (START_TIMEOUT_S, timeout_cb, wait);
  g_child_watch_add (pid, child_ended_cb, wait);
  g_main_loop_run (loop);

  g_source_remove (timeout_id);
  g_bus_unwatch_name (name_id);
}

gboolean
bc_cli_program_start (GDBusConnection  *bus,
                      GError          **error)
{
  Wait wait = { 0 };
  GPid pid;

  if (!has_display ())
    {
      g_set_error_literal (error, BC_CLI_ERROR, BC_CLI_ERROR_FAILED,
                           _("The app could not be started, since there is no display"));
      return FALSE;
    }
  if (!spawn (&pid, error))
    return FALSE;

  wait_for_name (&wait, bus, pid);
  if (!wait.owned)
    g_set_error_literal (error, BC_CLI_ERROR, BC_CLI_ERROR_FAILED,
                         wait.ended ? _("The app ended as soon as it was started")
                                    : _("The app was started, but does not answer"));

  return wait.owned;
}
