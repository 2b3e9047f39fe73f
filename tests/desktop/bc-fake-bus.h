/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BcFakeBus:
 * @bus: (nullable): a private bus, %NULL for one that somebody else runs
 * @address: its address
 * @client: the connection of what is tested
 * @peer: the connection of the fakes
 *
 * A private bus that stands for the session or the system bus.
 */
typedef struct {
  GTestDBus *bus;
  char *address;
  GDBusConnection *client;
  GDBusConnection *peer;
} BcFakeBus;

BcFakeBus *bc_fake_bus_new  (void);
void       bc_fake_bus_free (BcFakeBus *self);

/**
 * bc_fake_bus_new_at:
 * @address: a private bus that runs already
 *
 * Returns: (transfer full): connections to it
 */
BcFakeBus *bc_fake_bus_new_at (const char *address);

GDBusConnection *bc_fake_bus_connect (BcFakeBus *self);

/**
 * bc_fake_bus_own:
 *
 * Gives @connection a name, and waits for it.
 *
 * Returns: for g_bus_unown_name()
 */
guint bc_fake_bus_own (GDBusConnection *connection,
                       const char      *name);

/**
 * bc_fake_bus_export:
 *
 * Exports a skeleton on @connection.
 */
void bc_fake_bus_export (GDBusConnection *connection,
                         gpointer         skeleton,
                         const char      *path);

/**
 * bc_fake_bus_settle:
 *
 * Waits until all that @from sent has been handled by the client, and answered.
 */
void bc_fake_bus_settle (BcFakeBus       *self,
                         GDBusConnection *from);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcFakeBus, bc_fake_bus_free)

G_END_DECLS
