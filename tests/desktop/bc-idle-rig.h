/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-fixed-clock.h"
#include "idle/bc-idle.h"

G_BEGIN_DECLS

/**
 * BcIdleRig:
 * @idles: how often ::idle was heard
 * @actives: how often ::active was heard, always in turn with ::idle
 * @silent_us: what the last ::idle told
 *
 * An idle watch, and what is heard of it.
 */
typedef struct {
  BcFixedClock *clock;
  BcIdle *idle;
  BcServiceStatus *status;
  guint idles;
  guint actives;
  gint64 silent_us;
} BcIdleRig;

/**
 * bc_idle_rig_set_up:
 *
 * Makes a watch that has not been started; the arguments are those of bc_idle_new().
 */
void bc_idle_rig_set_up (BcIdleRig       *self,
                         GDBusConnection *session,
                         GDBusConnection *system,
                         BcWaylandSource *wayland,
                         BcX11Connection *x11);

/**
 * bc_idle_rig_tear_down:
 *
 * The watch must go with this.
 */
void bc_idle_rig_tear_down (BcIdleRig *self);

void bc_idle_rig_await_state (BcIdleRig      *self,
                              BcServiceState  state);

/**
 * bc_idle_rig_start:
 *
 * Starts the watch, and waits until @backend serves.
 */
void bc_idle_rig_start (BcIdleRig  *self,
                        guint       seconds,
                        const char *backend);

G_END_DECLS
