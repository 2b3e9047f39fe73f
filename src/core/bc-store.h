/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-journal.h"

G_BEGIN_DECLS

#define BC_TYPE_STORE (bc_store_get_type ())
G_DECLARE_FINAL_TYPE (BcStore, bc_store, BC, STORE, GObject)

/**
 * BcStore:
 *
 * The data file without waiting: one thread owns the #BcJournal and does what
 * it is asked, first come, first served. Every function here returns at once;
 * answers arrive on the caller's thread-default main context, after the commit.
 * Errors are #BcStoreError, #GIOErrorEnum or %G_IO_ERROR_CANCELLED. See the
 * function of the same name in #BcJournal for what each does.
 *
 * Main thread only.
 */

/**
 * BcStore::changed:
 * @changes: (type BcChangeSet): what changed
 *
 * Emitted after each commit, by this process or another (within a second),
 * before the answer to the call that made it.
 */

/**
 * bc_store_new:
 * @path: (type filename): the data file
 * @clock: where the time is read
 *
 * Returns: (transfer full): a store; nothing is opened yet
 */
BcStore *bc_store_new (const char *path,
                       BcClock    *clock);

/**
 * bc_store_open_async:
 *
 * Opens the data file. Calls made before it has ended wait for it. Where it
 * failed, it may be called again; until then every other call fails with the
 * same error.
 */
void     bc_store_open_async  (BcStore              *self,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
gboolean bc_store_open_finish (BcStore              *self,
                               GAsyncResult         *result,
                               GError              **error);

/**
 * bc_store_close:
 *
 * Does everything still asked for, closes the file and ends the thread. Blocks
 * for that long; called once, when the application ends.
 */
void bc_store_close (BcStore *self);

void     bc_store_add_async  (BcStore              *self,
                              BcLine               *line,
                              BcContext            *context,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data);

/**
 * bc_store_crumb_finish:
 * @event_id: (out) (optional) (transfer full) (nullable): the event that can be undone
 *
 * The answer to every call that makes or changes one crumb: add, act, edit,
 * set_kind, undo, get.
 *
 * Returns: (transfer full): the crumb as it is now
 */
BcCrumb *bc_store_crumb_finish (BcStore              *self,
                                GAsyncResult         *result,
                                char                **event_id,
                                GError              **error);

void bc_store_act_async      (BcStore              *self,
                              const char           *id,
                              BcAct                 act,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data);
void bc_store_edit_async     (BcStore              *self,
                              const char           *id,
                              BcLine               *line,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data);
void bc_store_set_kind_async (BcStore              *self,
                              const char           *id,
                              BcKind                kind,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data);
void bc_store_undo_async     (BcStore              *self,
                              const char           *event_id,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data);
void bc_store_get_async      (BcStore              *self,
                              const char           *id,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data);

void bc_store_get_trail_async (BcStore              *self,
                               const char           *id,
                               guint                 limit,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);

/**
 * bc_store_list_async:
 * @query: copied
 */
void bc_store_list_async (BcStore              *self,
                          const BcQuery        *query,
                          GCancellable         *cancellable,
                          GAsyncReadyCallback   callback,
                          gpointer              user_data);

/**
 * bc_store_crumbs_finish:
 *
 * The answer to bc_store_list_async() and bc_store_get_trail_async().
 *
 * Returns: (transfer full) (element-type BcCrumb): the crumbs, newest first
 */
GPtrArray *bc_store_crumbs_finish (BcStore       *self,
                                   GAsyncResult  *result,
                                   GError       **error);

void   bc_store_count_open_async  (BcStore              *self,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
gssize bc_store_count_open_finish (BcStore              *self,
                                   GAsyncResult         *result,
                                   GError              **error);

void   bc_store_get_words_async  (BcStore              *self,
                                  BcWordType            type,
                                  guint                 limit,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
char **bc_store_get_words_finish (BcStore              *self,
                                  GAsyncResult         *result,
                                  GError              **error);

void     bc_store_save_draft_async  (BcStore              *self,
                                     const char           *text,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
gboolean bc_store_save_draft_finish (BcStore              *self,
                                     GAsyncResult         *result,
                                     GError              **error);
void     bc_store_load_draft_async  (BcStore              *self,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
char    *bc_store_load_draft_finish (BcStore              *self,
                                     GAsyncResult         *result,
                                     GError              **error);

void     bc_store_add_away_async  (BcStore              *self,
                                   const BcAway         *away,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
gboolean bc_store_add_away_finish (BcStore              *self,
                                   GAsyncResult         *result,
                                   GError              **error);

void    bc_store_get_last_away_async  (BcStore              *self,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);

/**
 * bc_store_get_last_away_finish:
 *
 * Returns: (transfer full): for g_free(); its `back_us` is 0 if there was none yet
 */
BcAway *bc_store_get_last_away_finish (BcStore              *self,
                                       GAsyncResult         *result,
                                       GError              **error);

/**
 * BcStoreFunc:
 * @journal: the open journal, on its own thread
 * @data: what was given to bc_store_run_async()
 *
 * Returns: (nullable): the answer; %NULL only with @error set
 */
typedef gpointer (*BcStoreFunc) (BcJournal     *journal,
                                 gpointer       data,
                                 GCancellable  *cancellable,
                                 GError       **error);

/**
 * bc_store_run_async: (skip)
 * @func: run on the store's thread
 * @data: (transfer full): for @func
 * @data_free: frees @data
 * @answer_free: frees the answer if nobody takes it
 *
 * How models and reports of core ask for what has no function of its own.
 */
void     bc_store_run_async  (BcStore              *self,
                              BcStoreFunc           func,
                              gpointer              data,
                              GDestroyNotify        data_free,
                              GDestroyNotify        answer_free,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data);
gpointer bc_store_run_finish (BcStore              *self,
                              GAsyncResult         *result,
                              GError              **error);

G_END_DECLS
