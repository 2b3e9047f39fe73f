/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "idle/bc-idle-wayland.h"

#include <glib/gi18n-lib.h>

#include "ext-idle-notify-v1-client-protocol.h"

static void
idled_cb (void                            *data,
          struct ext_idle_notification_v1 *notification)
{
  bc_idle_wayland_seat_idled (data);
}

static void
resumed_cb (void                            *data,
            struct ext_idle_notification_v1 *notification)
{
  bc_idle_wayland_seat_resumed (data);
}

static const struct ext_idle_notification_v1_listener listener = {
  idled_cb,
  resumed_cb,
};

static gpointer
watch (gpointer        notifier,
       struct wl_seat *seat,
       guint32         threshold_ms,
       gpointer        data)
{
  /* The request that passes over inhibitors is a later one, and not wanted: a film is presence. */
  struct ext_idle_notification_v1 *notification =
    ext_idle_notifier_v1_get_idle_notification (notifier, threshold_ms, seat);

  ext_idle_notification_v1_add_listener (notification, &listener, data);

  return notification;
}

static void
unwatch (gpointer notification)
{
  ext_idle_notification_v1_destroy (notification);
}

static void
release (gpointer notifier)
{
  ext_idle_notifier_v1_destroy (notifier);
}

BcBackend *
bc_idle_ext_new (BcWaylandSource *wayland,
                 BcClock         *clock)
{
  static const BcIdleProtocol protocol = {
    .backend = "wayland",
    .notifier = &ext_idle_notifier_v1_interface,
    .absent = N_("This Wayland compositor does not tell when the user is idle."),
    .watch = watch,
    .unwatch = unwatch,
    .release = release,
  };

  return bc_idle_wayland_create (&protocol, wayland, clock);
}
