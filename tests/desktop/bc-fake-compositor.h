/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <wayland-server-core.h>

G_BEGIN_DECLS

/**
 * BcFakeCompositor:
 * @display: the server's side
 * @path: its socket, as a client's display
 * @dir: where the socket is
 * @source: runs it
 * @slots: what its globals know of themselves
 * @notifications: (element-type BcFakeNotification): what clients have asked for
 *
 * A Wayland compositor without a picture, which knows seats, ext-idle-notify-v1 and
 * org_kde_kwin_idle, and lets the test say who is idle. It runs in the default main context.
 */
typedef struct {
  struct wl_display *display;
  char *path;
  char *dir;
  GSource *source;
  GPtrArray *slots;
  GPtrArray *notifications;
} BcFakeCompositor;

/**
 * BcFakeNotification:
 * @compositor: that was asked
 * @resource: the server's side of it
 * @timeout_ms: after how long
 * @seat: of which seat; it may be gone
 * @is_kde: whether by org_kde_kwin_idle
 */
typedef struct {
  BcFakeCompositor *compositor;
  struct wl_resource *resource;
  guint timeout_ms;
  struct wl_global *seat;
  gboolean is_kde;
} BcFakeNotification;

BcFakeCompositor *bc_fake_compositor_new (void);

/**
 * bc_fake_compositor_free:
 *
 * Also drops all clients, as a compositor that crashes does.
 */
void bc_fake_compositor_free (BcFakeCompositor *self);

/**
 * bc_fake_compositor_add_notifier:
 *
 * Returns: the global, for wl_global_destroy()
 */
struct wl_global *bc_fake_compositor_add_notifier (BcFakeCompositor *self);

/**
 * bc_fake_compositor_add_kde_idle:
 *
 * Returns: the global, for wl_global_destroy()
 */
struct wl_global *bc_fake_compositor_add_kde_idle (BcFakeCompositor *self);

/**
 * bc_fake_compositor_add_global:
 * @interface: the interface's name; nobody is to bind it
 *
 * Returns: the global, for wl_global_destroy()
 */
struct wl_global *bc_fake_compositor_add_global (BcFakeCompositor *self,
                                                 const char       *interface);

/**
 * bc_fake_compositor_add_seat:
 * @version: of wl_seat
 *
 * Returns: the global, for wl_global_destroy()
 */
struct wl_global *bc_fake_compositor_add_seat (BcFakeCompositor *self,
                                               guint             version);

/**
 * bc_fake_compositor_get:
 *
 * Returns: (nullable): what was first wanted to be told of @seat
 */
BcFakeNotification *bc_fake_compositor_get (BcFakeCompositor *self,
                                            struct wl_global *seat);

/**
 * bc_fake_compositor_tell:
 * @idle: whether @seat has become idle, or is used again
 */
void bc_fake_compositor_tell (BcFakeCompositor *self,
                              struct wl_global *seat,
                              gboolean          idle);

/**
 * bc_fake_compositor_tell_watch:
 *
 * As bc_fake_compositor_tell(), where a seat is watched more than once.
 */
void bc_fake_compositor_tell_watch (BcFakeNotification *notification,
                                    gboolean            idle);

G_END_DECLS
