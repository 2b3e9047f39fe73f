/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BcBusPeer:
 *
 * Whoever owns a name on a bus, followed as it comes and goes, and never started. All
 * callbacks get the @object given to bc_bus_peer_new(), and none of them comes for an
 * owner that has gone, or after bc_bus_peer_free(). Main thread only.
 */
typedef struct _BcBusPeer BcBusPeer;

/**
 * BcBusPeerFunc:
 * @object: what was given to bc_bus_peer_new()
 */
typedef void (*BcBusPeerFunc) (gpointer object);

/**
 * BcBusPeerReply:
 * @object: what was given to bc_bus_peer_new()
 * @reply: (nullable): of the type asked for; %NULL upon any error, or none in five seconds
 */
typedef void (*BcBusPeerReply) (gpointer  object,
                                GVariant *reply);

/**
 * BcBusPeerSignal:
 * @object: what was given to bc_bus_peer_new()
 * @parameters: of the type asked for
 */
typedef void (*BcBusPeerSignal) (gpointer  object,
                                 GVariant *parameters);

/**
 * bc_bus_peer_new:
 * @bus: a bus
 * @name: a well-known name
 * @appeared: called when the name has an owner, which may be a new one
 * @vanished: called when it has none, also at first
 * @object: (not nullable): for all callbacks; it must free the peer before it goes
 *
 * Returns: (transfer full): a peer; nothing is called back before this returns
 */
BcBusPeer *bc_bus_peer_new (GDBusConnection *bus,
                            const char      *name,
                            BcBusPeerFunc    appeared,
                            BcBusPeerFunc    vanished,
                            gpointer         object);

void bc_bus_peer_free (BcBusPeer *self);

/**
 * bc_bus_peer_is_present:
 *
 * Returns: whether the name is known to have an owner
 */
gboolean bc_bus_peer_is_present (BcBusPeer *self);

/**
 * bc_bus_peer_get_owner:
 *
 * For calls that are to be answered also when the owner or the peer has gone.
 *
 * Returns: (nullable): the unique name of the present owner
 */
const char *bc_bus_peer_get_owner (BcBusPeer *self);

/**
 * bc_bus_peer_call:
 * @parameters: (nullable) (transfer floating): the arguments
 * @reply_type: a type string; a reply of another type is an error
 *
 * Calls the present owner; does nothing if there is none.
 */
void bc_bus_peer_call (BcBusPeer      *self,
                       const char     *path,
                       const char     *interface,
                       const char     *method,
                       GVariant       *parameters,
                       const char     *reply_type,
                       BcBusPeerReply  done);

/**
 * bc_bus_peer_get_property:
 *
 * As bc_bus_peer_call(), for org.freedesktop.DBus.Properties.Get; the reply is `(v)`.
 */
void bc_bus_peer_get_property (BcBusPeer      *self,
                               const char     *path,
                               const char     *interface,
                               const char     *property,
                               BcBusPeerReply  done);

/**
 * bc_bus_peer_subscribe:
 * @path: (nullable): where from, %NULL for anywhere
 * @arg0: (nullable): the first argument wanted, %NULL for any
 * @type: a type string; signals of another type are passed over
 *
 * Listens to the present owner, until it goes.
 *
 * Returns: for bc_bus_peer_unsubscribe()
 */
guint bc_bus_peer_subscribe (BcBusPeer       *self,
                             const char      *path,
                             const char      *interface,
                             const char      *signal,
                             const char      *arg0,
                             const char      *type,
                             BcBusPeerSignal  received);

void bc_bus_peer_unsubscribe (BcBusPeer *self,
                              guint      id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcBusPeer, bc_bus_peer_free)

G_END_DECLS
