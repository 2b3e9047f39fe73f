/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/bc-backend.h"
#include "bc-clock.h"
#include "idle/bc-inhibitors.h"
#include "wayland/bc-wayland-source.h"
#include "x11/bc-x11-connection.h"

G_BEGIN_DECLS

#define BC_TYPE_IDLE_BACKEND (bc_idle_backend_get_type ())
G_DECLARE_INTERFACE (BcIdleBackend, bc_idle_backend, BC, IDLE_BACKEND, BcBackend)

/**
 * BcIdleBackend:
 *
 * A #BcBackend that tells idleness. It keeps to what #BcIdle promises: ::idle and
 * ::active in turn, ::idle at once where the user is idle already, and inhibitors
 * honoured.
 */

/**
 * BcIdleBackend::idle:
 *
 * See #BcIdle::idle.
 */

/**
 * BcIdleBackend::active:
 *
 * See #BcIdle::active.
 */
struct _BcIdleBackendInterface {
  GTypeInterface parent_iface;

  void (*set_threshold_s) (BcIdleBackend *self,
                           guint          seconds);
};

/**
 * bc_idle_backend_set_threshold_s:
 * @seconds: 1 to 7200; takes effect at once if it serves
 */
void bc_idle_backend_set_threshold_s (BcIdleBackend *self,
                                      guint          seconds);

void bc_idle_backend_emit_idle (BcIdleBackend *self,
                                gint64         silent_us);

void bc_idle_backend_emit_active (BcIdleBackend *self);

/**
 * bc_idle_mutter_new:
 * @bus: (nullable): the session bus
 * @inhibitors: asked where the session was idle already: the monitor keeps them in
 *   mind in its watches, not in the time it tells
 * @clock: nobody is idle for longer than since boot
 *
 * Follows the monitor as it comes and goes, and never starts it.
 *
 * Returns: (transfer full): the backend "mutter", watches of GNOME's compositor
 *   (org.gnome.Mutter.IdleMonitor)
 */
BcBackend *bc_idle_mutter_new (GDBusConnection *bus,
                               BcInhibitors    *inhibitors,
                               BcClock         *clock);

/**
 * bc_idle_muffin_new:
 *
 * As bc_idle_mutter_new(), for Cinnamon's fork of that compositor.
 *
 * Returns: (transfer full): the backend "muffin" (org.cinnamon.Muffin.IdleMonitor)
 */
BcBackend *bc_idle_muffin_new (GDBusConnection *bus,
                               BcInhibitors    *inhibitors,
                               BcClock         *clock);

/**
 * bc_idle_ext_new:
 * @wayland: (nullable): the session's compositor
 * @clock: measures how long each seat has been idle
 *
 * Of version 1 of the protocol: later ones can pass over inhibitors, which is not wanted
 * here.
 *
 * Returns: (transfer full): the backend "wayland" (ext-idle-notify-v1)
 */
BcBackend *bc_idle_ext_new (BcWaylandSource *wayland,
                            BcClock         *clock);

/**
 * bc_idle_kde_new:
 *
 * As bc_idle_ext_new(), for compositors from before that protocol, such as sway 1.7.
 *
 * Returns: (transfer full): the backend "wayland-kde" (org_kde_kwin_idle)
 */
BcBackend *bc_idle_kde_new (BcWaylandSource *wayland,
                            BcClock         *clock);

/**
 * bc_idle_x11_new:
 * @x11: (nullable): the session's X server
 * @inhibitors: asked before idleness is told: the server knows nothing of them
 * @clock: measures how long the inhibitors took to answer
 *
 * Returns: (transfer full): the backend "x11", alarms on the server's own idle
 *   counter (X Synchronization Extension)
 */
BcBackend *bc_idle_x11_new (BcX11Connection *x11,
                            BcInhibitors    *inhibitors,
                            BcClock         *clock);

G_END_DECLS
