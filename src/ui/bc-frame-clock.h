/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bc_frame_clock_end_event_frames:
 *
 * Has each frame of a frame clock end properly that only hands on events, for all windows;
 * to be called once. Such a frame comes after a window was laid out under the
 * pointer, also when it was hidden since. GTK 4.24 leaves it in preparation, and warns
 * ("self->result != GDK_FRAME_PREPARING") when the clock goes on after it, as when the
 * window is shown again. Does nothing with another GTK. Main thread only.
 */
void bc_frame_clock_end_event_frames (void);

G_END_DECLS
