/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "idle/bc-idle-backend.h"

G_BEGIN_DECLS

/**
 * BcIdleProtocol:
 * @backend: the backend's name
 * @notifier: the interface of the global that is bound, version 1 of it
 * @absent: a sentence, marked for translation: the compositor has no such global
 * @watch: asks to be told of @seat, idle after @threshold_ms; whoever it tells calls
 *   bc_idle_wayland_seat_idled() and bc_idle_wayland_seat_resumed() with @data
 * @unwatch: takes back what @watch returned
 * @release: gives up the bound global
 *
 * A Wayland protocol that tells of one seat. Which seats there are, and what they come
 * to, is #BcIdleWayland's.
 */
typedef struct {
  const char *backend;
  const struct wl_interface *notifier;
  const char *absent;
  gpointer (*watch)   (gpointer        notifier,
                       struct wl_seat *seat,
                       guint32         threshold_ms,
                       gpointer        data);
  void     (*unwatch) (gpointer        watch);
  void     (*release) (gpointer        notifier);
} BcIdleProtocol;

/**
 * bc_idle_wayland_create:
 * @protocol: (transfer none): static data
 * @wayland: (nullable): the session's compositor
 * @clock: measures how long each seat has been idle
 *
 * The user is idle when all seats are, and active when one of them is.
 *
 * Returns: (transfer full): a backend that speaks @protocol
 */
BcBackend *bc_idle_wayland_create (const BcIdleProtocol *protocol,
                                   BcWaylandSource      *wayland,
                                   BcClock              *clock);

/**
 * bc_idle_wayland_seat_idled:
 * @data: what was given to #BcIdleProtocol.watch
 */
void bc_idle_wayland_seat_idled (gpointer data);

/**
 * bc_idle_wayland_seat_resumed:
 * @data: what was given to #BcIdleProtocol.watch
 */
void bc_idle_wayland_seat_resumed (gpointer data);

G_END_DECLS
