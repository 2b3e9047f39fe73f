/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * bc_cli_interrupt_watch:
 *
 * From here on the first Ctrl+C (or SIGTERM) asks to stop where it does no harm, the second one ends the process.
 * To be called before any thread is started.
 *
 * Returns: (transfer full): cancelled by the first
 */
GCancellable *bc_cli_interrupt_watch (void);

G_END_DECLS
