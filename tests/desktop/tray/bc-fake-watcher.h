/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BcFakeWatcher:
 * @bus: a connection of its own
 * @items: the bus names registered with it, in their order
 * @n_refusals: how many registrations it still refuses
 * @is_deaf: whether it never answers a registration
 *
 * An org.kde.StatusNotifierWatcher, and the calls of a tray host.
 */
typedef struct {
  GDBusConnection *bus;
  GPtrArray *items;
  guint n_refusals;
  gboolean is_deaf;
  gpointer skeleton;
  guint name_id;
} BcFakeWatcher;

/**
 * bc_fake_watcher_new:
 * @address: the private bus
 *
 * Returns: (transfer full): a watcher that has not appeared yet
 */
BcFakeWatcher *bc_fake_watcher_new  (const char *address);
void           bc_fake_watcher_free (BcFakeWatcher *self);

void bc_fake_watcher_appear (BcFakeWatcher *self);
void bc_fake_watcher_vanish (BcFakeWatcher *self);

/**
 * bc_fake_watcher_set_host:
 *
 * A panel registers with it, or leaves.
 */
void bc_fake_watcher_set_host (BcFakeWatcher *self,
                               gboolean       has_host);

/**
 * bc_fake_watcher_call:
 * @method: "Interface.Method", the interface "item" or "menu" in short
 * @parameters: (transfer floating) (nullable): the arguments
 * @error: return location for what the item answers
 *
 * Calls the item registered last, as a host does, and runs the main loop until
 * it answers.
 *
 * Returns: (transfer full) (nullable): the reply
 */
GVariant *bc_fake_watcher_call (BcFakeWatcher  *self,
                                const char     *method,
                                GVariant       *parameters,
                                GError        **error);

/**
 * bc_fake_watcher_must:
 *
 * As bc_fake_watcher_call(), where nothing but success is right.
 */
GVariant *bc_fake_watcher_must (BcFakeWatcher *self,
                                const char    *method,
                                GVariant      *parameters);

G_END_DECLS
