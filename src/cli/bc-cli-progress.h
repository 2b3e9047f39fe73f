/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BcCliProgress:
 * @next_us: when it is shown next, by the monotonic clock
 * @shown: whether it stands there now
 *
 * One line on standard error that tells how far long work has come, where that is a terminal.
 */
typedef struct {
  gint64 next_us;
  gboolean shown;
} BcCliProgress;

/**
 * bc_cli_progress_init:
 * @wanted: whether it may be shown
 *
 * Nothing is shown of work that takes less than half a second.
 */
void bc_cli_progress_init (BcCliProgress *self,
                           gboolean       wanted);

/**
 * bc_cli_progress_tell:
 * @before: what the number counts, and a colon
 *
 * Shows @number, five times a second at most.
 */
void bc_cli_progress_tell (BcCliProgress *self,
                           const char    *before,
                           gulong        number);

/**
 * bc_cli_progress_clear:
 *
 * Takes it away, so that something else can be written in its place.
 */
void bc_cli_progress_clear (BcCliProgress *self);

G_END_DECLS
