/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-store.h"

G_BEGIN_DECLS

/**
 * BcStoreWorker:
 *
 * The one thread that owns the journal, and the queue before it.
 */
typedef struct _BcStoreWorker BcStoreWorker;

/**
 * BcStoreWorkerChangedFunc:
 * @changes: (transfer none): what was committed
 *
 * Called on the main context that bc_store_worker_new() was called on.
 */
typedef void (*BcStoreWorkerChangedFunc) (BcChangeSet *changes,
                                          gpointer     user_data);

/**
 * bc_store_worker_new:
 * @path: (type filename): the data file
 * @changed: told of each commit before the answer to the call that made it
 * @user_data: a #GObject, kept alive while a call to @changed is under way
 *
 * Starts the thread. Nothing is opened yet.
 */
BcStoreWorker *bc_store_worker_new (const char               *path,
                                    BcClock                  *clock,
                                    BcStoreWorkerChangedFunc  changed,
                                    gpointer                  user_data);

/**
 * bc_store_worker_push:
 * @task: (transfer full): answered when @func has run, or the file could not be
 *   opened
 * @func: (nullable): run with the open journal and the task's data; %NULL only opens
 * @answer_free: frees the answer
 *
 * Queues a job: first come, first served.
 */
void bc_store_worker_push (BcStoreWorker  *self,
                           GTask          *task,
                           BcStoreFunc     func,
                           GDestroyNotify  answer_free);

/**
 * bc_store_worker_stop:
 *
 * Does everything queued, closes the file, ends the thread and frees the worker.
 */
void bc_store_worker_stop (BcStoreWorker *self);

G_END_DECLS
