/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-idle-rig.h"

#include "bc-await.h"

static void
idle_cb (BcIdleRig *self,
         gint64     silent_us)
{
  self->idles++;
  self->silent_us = silent_us;
  g_assert_cmpuint (self->idles, ==, self->actives + 1);
}

static void
active_cb (BcIdleRig *self)
{
  self->actives++;
  g_assert_cmpuint (self->actives, ==, self->idles);
}

void
bc_idle_rig_set_up (BcIdleRig       *self,
                    GDBusConnection *session,
                    GDBusConnection *system,
                    BcWaylandSource *wayland,
                    BcX11Connection *x11)
{
  self->clock = bc_fixed_clock_new ();
  self->idle = bc_idle_new (session, system, wayland, x11, BC_CLOCK (self->clock));
  self->status = bc_idle_get_status (self->idle);
  g_signal_connect_swapped (self->idle, "idle", G_CALLBACK (idle_cb), self);
  g_signal_connect_swapped (self->idle, "active", G_CALLBACK (active_cb), self);
}

void
bc_idle_rig_tear_down (BcIdleRig *self)
{
  g_assert_finalize_object (self->idle);
  g_object_unref (self->clock);
}

void
bc_idle_rig_await_state (BcIdleRig      *self,
                         BcServiceState  state)
{
  bc_await (bc_service_status_get_state (self->status) == state);
}

void
bc_idle_rig_start (BcIdleRig  *self,
                   guint       seconds,
                   const char *backend)
{
  bc_idle_set_threshold_s (self->idle, seconds);
  bc_idle_rig_await_state (self, BC_SERVICE_STATE_ACTIVE);
  g_assert_cmpstr (bc_service_status_get_backend (self->status), ==, backend);
}
