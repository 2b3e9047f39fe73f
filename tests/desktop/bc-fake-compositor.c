/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-fake-compositor.h"

#include <glib/gstdio.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <wayland-server.h>

#include "ext-idle-notify-v1-server-protocol.h"
#include "org-kde-kwin-idle-server-protocol.h"

static void
destroy_cb (struct wl_client   *client,
            struct wl_resource *resource)
{
  wl_resource_destroy (resource);
}

static const struct ext_idle_notification_v1_interface notification_implementation = {
  destroy_cb,
};

static void
notification_gone_cb (struct wl_resource *resource)
{
  BcFakeNotification *notification = wl_resource_get_user_data (resource);

  g_ptr_array_remove (notification->compositor->notifications, notification);
}

static BcFakeNotification *
add_notification (struct wl_client          *client,
                  struct wl_resource        *notifier,
                  const struct wl_interface *interface,
                  guint32                    id,
                  guint32                    timeout_ms,
                  struct wl_resource        *seat)
{
  BcFakeNotification *notification = g_new0 (BcFakeNotification, 1);

  notification->compositor = wl_resource_get_user_data (notifier);
  notification->timeout_ms = timeout_ms;
  notification->seat = wl_resource_get_user_data (seat);
  notification->resource = wl_resource_create (client, interface, 1, id);
  g_ptr_array_add (notification->compositor->notifications, notification);

  return notification;
}

static void
get_idle_notification_cb (struct wl_client   *client,
                          struct wl_resource *notifier,
                          uint32_t            id,
                          uint32_t            timeout_ms,
                          struct wl_resource *seat)
{
  BcFakeNotification *notification =
    add_notification (client, notifier, &ext_idle_notification_v1_interface, id, timeout_ms, seat);

  wl_resource_set_implementation (notification->resource, &notification_implementation, notification,
                                  notification_gone_cb);
}

static const struct ext_idle_notifier_v1_interface notifier_implementation = {
  .destroy = destroy_cb,
  .get_idle_notification = get_idle_notification_cb,
};

static void
bind_notifier_cb (struct wl_client *client,
                  void             *data,
                  uint32_t          version,
                  uint32_t          id)
{
  struct wl_resource *resource = wl_resource_create (client, &ext_idle_notifier_v1_interface, (int) version, id);

  wl_resource_set_implementation (resource, &notifier_implementation, data, NULL);
}

struct wl_global *
bc_fake_compositor_add_notifier (BcFakeCompositor *self)
{
  return wl_global_create (self->display, &ext_idle_notifier_v1_interface, 1, self, bind_notifier_cb);
}

static void
simulate_cb (struct wl_client   *client,
             struct wl_resource *timeout)
{
  g_assert_not_reached ();
}

static const struct org_kde_kwin_idle_timeout_interface timeout_implementation = {
  .release = destroy_cb,
  .simulate_user_activity = simulate_cb,
};

static void
get_idle_timeout_cb (struct wl_client   *client,
                     struct wl_resource *idle,
                     uint32_t            id,
                     struct wl_resource *seat,
                     uint32_t            timeout_ms)
{
  BcFakeNotification *notification =
    add_notification (client, idle, &org_kde_kwin_idle_timeout_interface, id, timeout_ms, seat);

  notification->is_kde = TRUE;
  wl_resource_set_implementation (notification->resource, &timeout_implementation, notification,
                                  notification_gone_cb);
}

static const struct org_kde_kwin_idle_interface idle_implementation = {
  .get_idle_timeout = get_idle_timeout_cb,
};

static void
bind_idle_cb (struct wl_client *client,
              void             *data,
              uint32_t          version,
              uint32_t          id)
{
  struct wl_resource *resource = wl_resource_create (client, &org_kde_kwin_idle_interface, (int) version, id);

  wl_resource_set_implementation (resource, &idle_implementation, data, NULL);
}

struct wl_global *
bc_fake_compositor_add_kde_idle (BcFakeCompositor *self)
{
  return wl_global_create (self->display, &org_kde_kwin_idle_interface, 1, self, bind_idle_cb);
}

static void
bind_nothing_cb (struct wl_client *client,
                 void             *data,
                 uint32_t          version,
                 uint32_t          id)
{
  g_assert_not_reached ();
}

struct wl_global *
bc_fake_compositor_add_global (BcFakeCompositor *self,
                               const char       *interface)
{
  struct wl_interface *description = g_new0 (struct wl_interface, 1);

  description->name = g_intern_string (interface);
  description->version = 1;
  g_ptr_array_add (self->slots, description);

  return wl_global_create (self->display, description, 1, self, bind_nothing_cb);
}

static const struct wl_seat_interface seat_implementation = {
  .release = destroy_cb,
};

static void
bind_seat_cb (struct wl_client *client,
              void             *data,
              uint32_t          version,
              uint32_t          id)
{
  struct wl_resource *resource = wl_resource_create (client, &wl_seat_interface, (int) version, id);
  struct wl_global **global = data;

  wl_resource_set_implementation (resource, &seat_implementation, *global, NULL);
  wl_seat_send_capabilities (resource, WL_SEAT_CAPABILITY_POINTER | WL_SEAT_CAPABILITY_KEYBOARD);
}

struct wl_global *
bc_fake_compositor_add_seat (BcFakeCompositor *self,
                             guint             version)
{
  struct wl_global **slot = g_new (struct wl_global *, 1);

  /* The resources know their global by what it was bound with. */
  *slot = wl_global_create (self->display, &wl_seat_interface, (int) version, slot, bind_seat_cb);
  g_ptr_array_add (self->slots, slot);

  return *slot;
}

BcFakeNotification *
bc_fake_compositor_get (BcFakeCompositor *self,
                        struct wl_global *seat)
{
  for (guint i = 0; i < self->notifications->len; i++)
    {
      BcFakeNotification *notification = g_ptr_array_index (self->notifications, i);

      if (notification->seat == seat)
        return notification;
    }

  return NULL;
}

void
bc_fake_compositor_tell_watch (BcFakeNotification *notification,
                               gboolean            idle)
{
  if (notification->is_kde && idle)
    org_kde_kwin_idle_timeout_send_idle (notification->resource);
  else if (notification->is_kde)
    org_kde_kwin_idle_timeout_send_resumed (notification->resource);
  else if (idle)
    ext_idle_notification_v1_send_idled (notification->resource);
  else
    ext_idle_notification_v1_send_resumed (notification->resource);
  wl_display_flush_clients (notification->compositor->display);
}

void
bc_fake_compositor_tell (BcFakeCompositor *self,
                         struct wl_global *seat,
                         gboolean          idle)
{
  BcFakeNotification *notification = bc_fake_compositor_get (self, seat);

  g_assert_nonnull (notification);
  bc_fake_compositor_tell_watch (notification, idle);
}

typedef struct {
  GSource source;
  BcFakeCompositor *compositor;
} LoopSource;

static gboolean
loop_prepare (GSource *source,
              int     *timeout)
{
  *timeout = -1;
  wl_display_flush_clients (((LoopSource *) source)->compositor->display);

  return FALSE;
}

static gboolean
loop_dispatch (GSource     *source,
               GSourceFunc  callback,
               gpointer     user_data)
{
  struct wl_display *display = ((LoopSource *) source)->compositor->display;

  wl_event_loop_dispatch (wl_display_get_event_loop (display), 0);

  return G_SOURCE_CONTINUE;
}

static GSourceFuncs loop_funcs = {
  loop_prepare,
  NULL,
  loop_dispatch,
  NULL,
};

static int
listen_at (const char *path)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpuint (g_strlcpy (address.sun_path, path, sizeof address.sun_path), <, sizeof address.sun_path);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  g_assert_cmpint (listen (fd, 4), ==, 0);

  return fd;
}

BcFakeCompositor *
bc_fake_compositor_new (void)
{
  BcFakeCompositor *self = g_new0 (BcFakeCompositor, 1);

  self->notifications = g_ptr_array_new_with_free_func (g_free);
  self->slots = g_ptr_array_new_with_free_func (g_free);
  self->dir = g_dir_make_tmp (NULL, NULL);
  self->path = g_build_filename (self->dir, "wayland", NULL);
  self->display = wl_display_create ();
  wl_display_add_socket_fd (self->display, listen_at (self->path));

  self->source = g_source_new (&loop_funcs, sizeof (LoopSource));
  ((LoopSource *) self->source)->compositor = self;
  g_source_add_unix_fd (self->source, wl_event_loop_get_fd (wl_display_get_event_loop (self->display)), G_IO_IN);
  g_source_attach (self->source, NULL);

  return self;
}

void
bc_fake_compositor_free (BcFakeCompositor *self)
{
  g_source_destroy (self->source);
  g_source_unref (self->source);
  wl_display_destroy_clients (self->display);
  wl_display_destroy (self->display);
  g_unlink (self->path);
  g_rmdir (self->dir);
  g_ptr_array_unref (self->notifications);
  g_ptr_array_unref (self->slots);
  g_free (self->path);
  g_free (self->dir);
  g_free (self);
}
