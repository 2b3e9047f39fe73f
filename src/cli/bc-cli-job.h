/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-cli-options.h"
#include "bc-cli-text.h"

G_BEGIN_DECLS

/**
 * BcCliJob:
 * @options: what was asked for
 * @clock: the clock
 * @style: how text is written
 * @terminal: whether somebody reads the output on a terminal
 * @out: what will be printed once the verb has succeeded
 *
 * One run of the program. A verb is a function that takes it, appends to @out, and
 * returns %FALSE with its error set if it fails.
 */
typedef struct {
  BcCliOptions *options;
  BcClock *clock;
  BcCliStyle style;
  gboolean terminal;
  GString *out;
} BcCliJob;

gboolean bc_cli_add    (BcCliJob *job, GError **error);
gboolean bc_cli_last   (BcCliJob *job, GError **error);
gboolean bc_cli_list   (BcCliJob *job, GError **error);
gboolean bc_cli_show   (BcCliJob *job, GError **error);
gboolean bc_cli_resume (BcCliJob *job, GError **error);
gboolean bc_cli_later  (BcCliJob *job, GError **error);
gboolean bc_cli_let_go (BcCliJob *job, GError **error);
gboolean bc_cli_undo   (BcCliJob *job, GError **error);
gboolean bc_cli_status (BcCliJob *job, GError **error);
gboolean bc_cli_export (BcCliJob *job, GError **error);
gboolean bc_cli_import (BcCliJob *job, GError **error);

/**
 * bc_cli_job_open_journal:
 *
 * Returns: (transfer full): the user's journal
 */
BcJournal *bc_cli_job_open_journal (BcCliJob        *job,
                                    BcJournalFlags   flags,
                                    GError         **error);

/**
 * bc_cli_job_find:
 * @id: a full or short id
 *
 * Returns: (transfer full): the crumb
 */
BcCrumb *bc_cli_job_find (BcJournal   *journal,
                          const char  *id,
                          GError     **error);

/**
 * bc_cli_job_append_trail:
 *
 * Appends the last crumbs of the same topic.
 */
gboolean bc_cli_job_append_trail (BcCliJob   *job,
                                  BcJournal  *journal,
                                  BcCrumb    *crumb,
                                  GError    **error);

G_END_DECLS
