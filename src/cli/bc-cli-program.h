/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * bc_cli_program_is_overridden:
 *
 * Returns: whether `BREADCRUMBS_APP` in the environment names the program to start,
 *   instead of the one the bus knows
 */
gboolean bc_cli_program_is_overridden (void);

/**
 * bc_cli_program_start:
 * @bus: the session bus
 *
 * Starts the GTK program in a session of its own, where the bus cannot, and waits
 * until it owns its name, has ended, or has had 20 seconds.
 */
gboolean bc_cli_program_start (GDBusConnection  *bus,
                               GError          **error);

G_END_DECLS
