/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-clock.h"

#include <time.h>

G_DEFINE_TYPE (BcClock, bc_clock, G_TYPE_OBJECT)

static gint64
read_clock_us (clockid_t id)
{
  struct timespec ts;

  clock_gettime (id, &ts);

  return (gint64) ts.tv_sec * G_USEC_PER_SEC + ts.tv_nsec / 1000;
}

static gint64
bc_clock_real_now_us (BcClock *self)
{
  return read_clock_us (CLOCK_REALTIME);
}

static gint64
bc_clock_real_boot_us (BcClock *self)
{
  return read_clock_us (CLOCK_BOOTTIME);
}

static gint64
bc_clock_real_awake_us (BcClock *self)
{
  return read_clock_us (CLOCK_MONOTONIC);
}

static void
bc_clock_class_init (BcClockClass *klass)
{
  klass->now_us = bc_clock_real_now_us;
  klass->boot_us = bc_clock_real_boot_us;
  klass->awake_us = bc_clock_real_awake_us;
}

static void
bc_clock_init (BcClock *self)
{
}

BcClock *
bc_clock_new (void)
{
  return g_object_new (BC_TYPE_CLOCK, NULL);
}

gint64
bc_clock_now_us (BcClock *self)
{
  g_return_val_if_fail (BC_IS_CLOCK (self), 0);

  return BC_CLOCK_GET_CLASS (self)->now_us (self);
}

gint64
bc_clock_boot_us (BcClock *self)
{
  g_return_val_if_fail (BC_IS_CLOCK (self), 0);

  return BC_CLOCK_GET_CLASS (self)->boot_us (self);
}

gint64
bc_clock_awake_us (BcClock *self)
{
  g_return_val_if_fail (BC_IS_CLOCK (self), 0);

  return BC_CLOCK_GET_CLASS (self)->awake_us (self);
}
