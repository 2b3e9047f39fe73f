/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bc_clock_jump_add:
 * @callback: called in the default main context after a jump
 *
 * Listens, without a wakeup meanwhile, to the wall clock being set: a timer far
 * ahead with `TFD_TIMER_CANCEL_ON_SET`, timerfd_create(2). To the kernel a resume from
 * suspend is such an event too (timekeeping_resume() calls timerfd_resume()).
 *
 * Returns: the id of a source, for g_source_remove(); 0 where the kernel can't
 */
guint bc_clock_jump_add (GSourceFunc callback,
                         gpointer    user_data);

G_END_DECLS
