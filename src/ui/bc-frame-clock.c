/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-frame-clock.h"

#include <gtk/gtk.h>

static gboolean
flush_events_hook (GSignalInvocationHint *hint,
                   guint                  n_values,
                   const GValue          *values,
                   gpointer               user_data)
{
  gdk_frame_clock_request_phase (g_value_get_object (values), GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);

  return TRUE;
}

void
bc_frame_clock_end_event_frames (void)
{
  if (gtk_get_minor_version () < 24)
    return;

  /* A signal is known only with its class. */
  g_type_class_unref (g_type_class_ref (GDK_TYPE_FRAME_CLOCK));
  g_signal_add_emission_hook (g_signal_lookup ("flush-events", GDK_TYPE_FRAME_CLOCK), 0,
                              flush_events_hook, NULL, NULL);
}
