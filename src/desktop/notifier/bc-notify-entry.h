/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libnotify/notify.h>

#include "notifier/bc-notice.h"

G_BEGIN_DECLS

/**
 * BcNotifyEntry:
 * @id: the notification's id, as in #BcNotifier::action
 * @notice: what it says
 * @is_waiting: whether it is still to be given to a daemon
 * @asked_us: when it was asked for, as bc_clock_boot_us() tells time
 * @n_sends: how often it was given to a daemon since
 * @sent: (nullable): what a daemon has, or is being given
 * @replaced: (nullable): what @sent takes the place of, while it is being given
 * @in_flight: (nullable): set while @sent is being given; cancels that
 *
 * One notification from the asking until it is gone.
 */
typedef struct {
  char *id;
  BcNotice *notice;
  gboolean is_waiting;
  gint64 asked_us;
  guint n_sends;
  NotifyNotification *sent;
  NotifyNotification *replaced;
  GCancellable *in_flight;
} BcNotifyEntry;

/**
 * bc_notify_entries_new:
 *
 * Returns: (transfer full) (element-type utf8 BcNotifyEntry): a table of entries by
 *   their ids
 */
GHashTable *bc_notify_entries_new (void);

/**
 * bc_notify_entries_ensure:
 *
 * Returns: (transfer none): the entry of @id, made if there is none
 */
BcNotifyEntry *bc_notify_entries_ensure (GHashTable *entries,
                                         const char *id);

/**
 * bc_notify_entries_find:
 *
 * Returns: (transfer none) (nullable): the entry that @message was sent for
 */
BcNotifyEntry *bc_notify_entries_find (GHashTable         *entries,
                                       NotifyNotification *message);

gboolean bc_notify_entries_have_waiting (GHashTable *entries);

/**
 * bc_notify_entries_remove_if:
 * @is_gone: asked about each entry, with @data
 *
 * Returns: (transfer full) (element-type utf8): the ids of the entries that were
 *   removed: whoever is told of the first may add or remove others
 */
GPtrArray *bc_notify_entries_remove_if (GHashTable *entries,
                                        gboolean  (*is_gone) (BcNotifyEntry *entry, gpointer data),
                                        gpointer    data);

G_END_DECLS
