/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define BC_TYPE_CLOCK (bc_clock_get_type ())
G_DECLARE_DERIVABLE_TYPE (BcClock, bc_clock, BC, CLOCK, GObject)

/**
 * BcClock:
 *
 * Where every part of Breadcrumbs reads the time. The base class is the
 * real clock; a subclass can hold it still.
 *
 * Reading is safe from any thread.
 */
struct _BcClockClass {
  GObjectClass parent_class;

  gint64 (*now_us)   (BcClock *self);
  gint64 (*boot_us)  (BcClock *self);
  gint64 (*awake_us) (BcClock *self);
};

/**
 * bc_clock_new:
 *
 * Returns: (transfer full): the real clock
 */
BcClock *bc_clock_new (void);

/**
 * bc_clock_now_us:
 *
 * Wall time, for display and for dates. It jumps when the user sets the clock.
 *
 * Returns: microseconds since 1970-01-01 UTC
 */
gint64 bc_clock_now_us (BcClock *self);

/**
 * bc_clock_boot_us:
 *
 * The clock for spans: never set back, and counting while the machine sleeps
 * (`CLOCK_BOOTTIME`, clock_gettime(2)).
 *
 * Returns: microseconds since an arbitrary start
 */
gint64 bc_clock_boot_us (BcClock *self);

/**
 * bc_clock_awake_us:
 *
 * As bc_clock_boot_us(), but standing still while the machine sleeps
 * (`CLOCK_MONOTONIC`). The growth of the difference is time slept.
 *
 * Returns: microseconds since an arbitrary start
 */
gint64 bc_clock_awake_us (BcClock *self);

G_END_DECLS
