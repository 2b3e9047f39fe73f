/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * bc_cli_bus_start:
 * @bus: the session bus
 * @timeout_ms: when to give up, at most
 *
 * Has the bus start the program, and waits until it owns its name. Where the bus leaves
 * it to systemd it is not told when that fails; systemd's own word is listened to.
 *
 * Returns: whether the program is there
 */
gboolean bc_cli_bus_start (GDBusConnection *bus,
                           int              timeout_ms);

G_END_DECLS
