/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "idle/bc-idle-wayland.h"

#include <glib/gi18n-lib.h>

#include "org-kde-kwin-idle-client-protocol.h"

static void
idle_cb (void                             *data,
         struct org_kde_kwin_idle_timeout *timeout)
{
  bc_idle_wayland_seat_idled (data);
}

static void
resumed_cb (void                             *data,
            struct org_kde_kwin_idle_timeout *timeout)
{
  bc_idle_wayland_seat_resumed (data);
}

static const struct org_kde_kwin_idle_timeout_listener listener = {
  idle_cb,
  resumed_cb,
};

static gpointer
watch (gpointer        notifier,
       struct wl_seat *seat,
       guint32         threshold_ms,
       gpointer        data)
{
  struct org_kde_kwin_idle_timeout *timeout = org_kde_kwin_idle_get_idle_timeout (notifier, seat, threshold_ms);

  org_kde_kwin_idle_timeout_add_listener (timeout, &listener, data);

  return timeout;
}

static void
unwatch (gpointer timeout)
{
  org_kde_kwin_idle_timeout_release (timeout);
}

static void
release (gpointer notifier)
{
  org_kde_kwin_idle_destroy (notifier);
}

BcBackend *
bc_idle_kde_new (BcWaylandSource *wayland,
                 BcClock         *clock)
{
  static const BcIdleProtocol protocol = {
    .backend = "wayland-kde",
    .notifier = &org_kde_kwin_idle_interface,
    .absent = N_("This Wayland compositor does not know KDE’s older protocol for idle time."),
    .watch = watch,
    .unwatch = unwatch,
    .release = release,
  };

  return bc_idle_wayland_create (&protocol, wayland, clock);
}
