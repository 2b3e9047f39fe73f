/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bc_age_text:
 * @then_us: wall time, microseconds since 1970 UTC
 * @now_us: wall time, microseconds since 1970 UTC
 *
 * How long ago something was, in one unit, such as "23 min" or "3 days".
 *
 * Returns: (transfer full): the translated age; "now" under a minute and for
 *   times that lie ahead
 */
char *bc_age_text (gint64 then_us,
                   gint64 now_us);

/**
 * bc_age_sentence:
 *
 * As bc_age_text(), to stand by itself: "23 minutes ago".
 *
 * Returns: (transfer full): the translated age
 */
char *bc_age_sentence (gint64 then_us,
                       gint64 now_us);

/**
 * bc_duration_text:
 * @duration_us: microseconds
 *
 * How long something took, in at most two units, such as "1 h 20 min".
 *
 * Returns: (transfer full): the translated duration
 */
char *bc_duration_text (gint64 duration_us);

/**
 * bc_day_text:
 * @at_us: wall time, microseconds since 1970 UTC
 * @now_us: wall time, microseconds since 1970 UTC
 *
 * Names the local calendar day: "Today", "Yesterday", a weekday of the last six
 * days, or the date.
 *
 * Returns: (transfer full): the translated name
 */
char *bc_day_text (gint64 at_us,
                   gint64 now_us);

/**
 * bc_time_text:
 * @at_us: wall time, microseconds since 1970 UTC
 *
 * Returns: (transfer full): the local time of day in hours and minutes, by the
 *   locale with 12 or 24 hours
 */
char *bc_time_text (gint64 at_us);

/**
 * bc_same_day:
 *
 * Returns: whether both wall times lie on one local calendar day
 */
gboolean bc_same_day (gint64 a_us,
                      gint64 b_us);

G_END_DECLS
