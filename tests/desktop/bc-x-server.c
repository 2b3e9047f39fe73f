/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-x-server.h"

#include <fcntl.h>
#include <glib-unix.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xcb/xtest.h>

static char *
read_display (int fd)
{
  char digits[16] = ":";
  gsize length = 1;

  while (length < sizeof digits - 1 && read (fd, digits + length, 1) == 1 && digits[length] != '\n')
    length++;
  digits[length] = '\0';
  g_assert_cmpuint (length, >, 1);

  return g_strdup (digits);
}

static void
child_cb (gpointer user_data)
{
  /* A test that fails leaves no server behind. */
  prctl (PR_SET_PDEATHSIG, SIGTERM);
}

static void
spawn (BcXServer *self)
{
  const char *argv[] = { "Xvfb", "-displayfd", "3", "-screen", "0", "640x480x24", "-noreset", "-nolisten", "tcp", NULL };
  int pipe_fds[2];
  int target = 3;
  GError *error = NULL;

  g_unix_open_pipe (pipe_fds, FD_CLOEXEC, &error);
  g_assert_no_error (error);
  g_spawn_async_with_pipes_and_fds (NULL, argv, NULL,
                                    G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                                    child_cb, NULL, -1, -1, -1, &pipe_fds[1], &target, 1,
                                    &self->pid, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  close (pipe_fds[1]);
  self->display = read_display (pipe_fds[0]);
  close (pipe_fds[0]);
}

BcXServer *
bc_x_server_new (void)
{
  BcXServer *self = g_new0 (BcXServer, 1);

  spawn (self);
  self->xcb = xcb_connect (self->display, NULL);
  g_assert_cmpint (xcb_connection_has_error (self->xcb), ==, 0);
  self->root = xcb_setup_roots_iterator (xcb_get_setup (self->xcb)).data->root;

  return self;
}

void
bc_x_server_kill (BcXServer *self)
{
  if (self->pid == 0)
    return;

  kill (self->pid, SIGKILL);
  waitpid (self->pid, NULL, 0);
  g_spawn_close_pid (self->pid);
  self->pid = 0;
}

void
bc_x_server_free (BcXServer *self)
{
  g_autofree char *lock = g_strdup_printf ("/tmp/.X%s-lock", self->display + 1);
  g_autofree char *socket = g_strdup_printf ("/tmp/.X11-unix/X%s", self->display + 1);
  gboolean killed = self->pid == 0;

  xcb_disconnect (self->xcb);
  if (killed)
    {
      unlink (lock);
      unlink (socket);
    }
  else
    {
      kill (self->pid, SIGTERM);
      waitpid (self->pid, NULL, 0);
    }
  g_free (self->display);
  g_free (self);
}

void
bc_x_server_sync (BcXServer *self)
{
  free (xcb_get_input_focus_reply (self->xcb, xcb_get_input_focus (self->xcb), NULL));
}

void
bc_x_server_key (BcXServer *self,
                 guint8     keycode,
                 gboolean   down)
{
  xcb_test_fake_input (self->xcb, down ? XCB_KEY_PRESS : XCB_KEY_RELEASE, keycode, XCB_CURRENT_TIME,
                       XCB_WINDOW_NONE, 0, 0, 0);
  bc_x_server_sync (self);
}

void
bc_x_server_tap (BcXServer    *self,
                 const guint8 *keycodes)
{
  int n = 0;

  for (; keycodes[n] != 0; n++)
    bc_x_server_key (self, keycodes[n], TRUE);
  while (n-- > 0)
    bc_x_server_key (self, keycodes[n], FALSE);
}

void
bc_x_server_move_pointer (BcXServer *self,
                          gint16     dx,
                          gint16     dy)
{
  xcb_test_fake_input (self->xcb, XCB_MOTION_NOTIFY, TRUE, XCB_CURRENT_TIME, XCB_WINDOW_NONE, dx, dy, 0);
  bc_x_server_sync (self);
}

void
bc_x_server_run (BcXServer  *self,
                 const char *command)
{
  g_auto (GStrv) argv = NULL;
  g_auto (GStrv) env = g_environ_setenv (g_get_environ (), "DISPLAY", self->display, TRUE);
  GError *error = NULL;
  int status;

  g_shell_parse_argv (command, NULL, &argv, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, argv, env, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
}
