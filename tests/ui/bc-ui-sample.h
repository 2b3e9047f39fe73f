/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-store.h"

G_BEGIN_DECLS

/**
 * bc_ui_sample_fill:
 * @path: (type filename): where the data file is made
 * @now_us: wall time, microseconds since 1970 UTC
 *
 * Makes a data file that holds a week as a developer might have left it, ending
 * at @now_us. Aborts where that fails.
 */
void bc_ui_sample_fill (const char *path,
                        gint64      now_us);

G_END_DECLS
