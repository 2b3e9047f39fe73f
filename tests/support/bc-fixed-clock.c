/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-fixed-clock.h"

struct _BcFixedClock {
  BcClock parent_instance;

  gint64 now_us;
  gint64 boot_us;
  gint64 awake_us;
};

enum {
  PROP_0,
  PROP_NOW_US,
  PROP_BOOT_US,
  PROP_AWAKE_US,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BcFixedClock, bc_fixed_clock, BC_TYPE_CLOCK)

static gint64
bc_fixed_clock_now_us (BcClock *clock)
{
  return BC_FIXED_CLOCK (clock)->now_us;
}

static gint64
bc_fixed_clock_boot_us (BcClock *clock)
{
  return BC_FIXED_CLOCK (clock)->boot_us;
}

static gint64
bc_fixed_clock_awake_us (BcClock *clock)
{
  return BC_FIXED_CLOCK (clock)->awake_us;
}

static gint64 *
get_field (BcFixedClock *self,
           guint         id)
{
  switch (id)
    {
    case PROP_NOW_US:
      return &self->now_us;
    case PROP_BOOT_US:
      return &self->boot_us;
    case PROP_AWAKE_US:
      return &self->awake_us;
    default:
      g_assert_not_reached ();
    }
}

static void
bc_fixed_clock_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  g_value_set_int64 (value, *get_field (BC_FIXED_CLOCK (object), id));
}

static void
bc_fixed_clock_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  *get_field (BC_FIXED_CLOCK (object), id) = g_value_get_int64 (value);
}

static void
bc_fixed_clock_class_init (BcFixedClockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bc_fixed_clock_get_property;
  object_class->set_property = bc_fixed_clock_set_property;
  klass->parent_class.now_us = bc_fixed_clock_now_us;
  klass->parent_class.boot_us = bc_fixed_clock_boot_us;
  klass->parent_class.awake_us = bc_fixed_clock_awake_us;

  properties[PROP_NOW_US] = g_param_spec_int64 ("now-us", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_BOOT_US] = g_param_spec_int64 ("boot-us", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_AWAKE_US] = g_param_spec_int64 ("awake-us", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bc_fixed_clock_init (BcFixedClock *self)
{
  self->now_us = BC_FIXED_CLOCK_START_US;
  self->boot_us = G_TIME_SPAN_HOUR;
  self->awake_us = G_TIME_SPAN_HOUR;
}

BcFixedClock *
bc_fixed_clock_new (void)
{
  return g_object_new (BC_TYPE_FIXED_CLOCK, NULL);
}

void
bc_fixed_clock_advance (BcFixedClock *self,
                        gint64        us)
{
  self->now_us += us;
  self->boot_us += us;
  self->awake_us += us;
}

void
bc_fixed_clock_suspend (BcFixedClock *self,
                        gint64        us)
{
  self->now_us += us;
  self->boot_us += us;
}

void
bc_fixed_clock_set_now_us (BcFixedClock *self,
                           gint64        now_us)
{
  self->now_us = now_us;
}

void
bc_fixed_clock_set_boot_us (BcFixedClock *self,
                            gint64        boot_us)
{
  self->boot_us = boot_us;
}

void
bc_fixed_clock_set_awake_us (BcFixedClock *self,
                             gint64        awake_us)
{
  self->awake_us = awake_us;
}
