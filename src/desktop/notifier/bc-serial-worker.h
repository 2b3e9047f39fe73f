/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * BcSerialWorker:
 *
 * Runs calls that may block for long, one after the other, in a thread that lives
 * no longer than there is something to do.
 */
typedef struct _BcSerialWorker BcSerialWorker;

BcSerialWorker *bc_serial_worker_new (void);

/**
 * bc_serial_worker_free:
 *
 * Does not wait: what was pushed already still runs, and only its answers are lost.
 */
void bc_serial_worker_free (BcSerialWorker *self);

/**
 * bc_serial_worker_push:
 * @owner: who waits for the answer
 * @run: called in the worker's thread with @data
 * @done: (nullable): called in the default main context with @owner and @data, unless @owner
 *   is gone by then
 * @data: what is worked on; meanwhile nobody else's
 * @free_data: called in the default main context
 */
void bc_serial_worker_push (BcSerialWorker *self,
                            gpointer        owner,
                            void          (*run) (gpointer data),
                            void          (*done) (gpointer owner, gpointer data),
                            gpointer        data,
                            GDestroyNotify  free_data);

G_END_DECLS
