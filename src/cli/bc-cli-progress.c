/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-cli-progress.h"

#include <stdio.h>
#include <unistd.h>

#define BEGIN_US (G_USEC_PER_SEC / 2)
#define INTERVAL_US (G_USEC_PER_SEC / 5)

void
bc_cli_progress_init (BcCliProgress *self,
                      gboolean       wanted)
{
  self->shown = FALSE;
  self->next_us = wanted && isatty (STDERR_FILENO) ? g_get_monotonic_time () + BEGIN_US : G_MAXINT64;
}

void
bc_cli_progress_tell (BcCliProgress *self,
                      const char    *before,
                      gulong        number)
{
  gint64 now_us = g_get_monotonic_time ();

  if (now_us < self->next_us)
    return;

  self->next_us = now_us + INTERVAL_US;
  self->shown = TRUE;
  fprintf (stderr, "\r%s %lu\033[K", before, number);
  fflush (stderr);
}

void
bc_cli_progress_clear (BcCliProgress *self)
{
  if (!self->shown)
    return;

  self->shown = FALSE;
  fputs ("\r\033[K", stderr);
  fflush (stderr);
}
