/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lock/bc-lock.h"

#include <glib/gi18n-lib.h>

#include "bc-backends.h"
#include "lock/bc-locker-watch.h"
#include "lock/bc-login-session.h"
#include "lock/bc-screen-saver.h"

struct _BcLock {
  GObject parent_instance;

  BcClock *clock;
  BcServiceStatus *status;
  GPtrArray *savers;
  BcLoginSession *session;
  BcLockerWatch *lockers;
  BcWaylandSource *wayland;
  gboolean locked;
  gboolean uncertain;
};

enum {
  PROP_0,
  PROP_LOCKED,
  PROP_UNCERTAIN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const BcScreenSaverService services[] = {
  { "org.gnome.ScreenSaver", "org.gnome.ScreenSaver", { "/org/gnome/ScreenSaver" } },
  { "org.freedesktop.ScreenSaver", "org.freedesktop.ScreenSaver", { "/org/freedesktop/ScreenSaver", "/ScreenSaver" } },
  { "org.cinnamon.ScreenSaver", "org.cinnamon.ScreenSaver", { "/org/cinnamon/ScreenSaver" } },
  { "org.mate.ScreenSaver", "org.mate.ScreenSaver", { "/org/mate/ScreenSaver" } },
  { "org.xfce.ScreenSaver", "org.xfce.ScreenSaver", { "/org/xfce/ScreenSaver" } },
};

G_DEFINE_FINAL_TYPE (BcLock, bc_lock, G_TYPE_OBJECT)

static gboolean
read_locked (BcLock *self)
{
  for (guint i = 0; i < self->savers->len; i++)
    {
      if (bc_screen_saver_is_active (g_ptr_array_index (self->savers, i)))
        return TRUE;
    }

  return (self->session != NULL && bc_login_session_is_locked (self->session)) ||
         (self->lockers != NULL && bc_locker_watch_is_active (self->lockers));
}

static char *
name_sources (BcLock *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < self->savers->len; i++)
    {
      BcScreenSaver *saver = g_ptr_array_index (self->savers, i);

      if (bc_screen_saver_is_present (saver))
        g_strv_builder_add (builder, bc_screen_saver_get_name (saver));
    }
  if (self->session != NULL && bc_login_session_is_present (self->session))
    g_strv_builder_add (builder, "logind");
  if (self->lockers != NULL && bc_locker_watch_is_proven (self->lockers))
    g_strv_builder_add (builder, "process");
  names = g_strv_builder_end (builder);

  return g_strjoinv (", ", names);
}

static gboolean
compositor_has (BcLock     *self,
                const char *interface)
{
  g_autoptr (GPtrArray) globals = bc_wayland_source_list (self->wayland, interface);

  return globals->len > 0;
}

/* The one way only takes the input away; with the other the compositor itself shows nothing but the locker. */
static gboolean
can_be_read_when_locked (BcLock *self)
{
  return self->wayland != NULL && compositor_has (self, "zwlr_input_inhibit_manager_v1") &&
         !compositor_has (self, "ext_session_lock_manager_v1");
}

static gboolean
is_told_of_locks (BcLock *self)
{
  for (guint i = 0; i < self->savers->len; i++)
    {
      if (bc_screen_saver_is_present (g_ptr_array_index (self->savers, i)))
        return TRUE;
    }

  return (self->session != NULL && bc_login_session_is_proven (self->session)) ||
         (self->lockers != NULL && bc_locker_watch_is_proven (self->lockers));
}

static void
update_status (BcLock *self)
{
  g_autofree char *sources = name_sources (self);
  const char *uncertain = self->uncertain
    ? _("No lock screen has made itself known, and it could be read through: by default reminders show none of your words.")
    : NULL;

  if (*sources != '\0')
    bc_service_status_set (self->status, BC_SERVICE_STATE_ACTIVE, sources, uncertain);
  else if (self->savers->len > 0 || self->session != NULL)
    bc_service_status_set (self->status, BC_SERVICE_STATE_WAITING, NULL,
                           uncertain != NULL ? uncertain : _("No screen lock has made itself known yet."));
  else
    bc_service_status_set (self->status, BC_SERVICE_STATE_UNAVAILABLE, NULL,
                           uncertain != NULL ? uncertain : _("Nothing here tells of screen locks."));
}

static void
set_locked (BcLock   *self,
            gboolean  locked)
{
  if (self->locked == locked)
    return;

  self->locked = locked;
  bc_service_status_note_event (self->status, locked ? "locked" : "unlocked", bc_clock_now_us (self->clock));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOCKED]);
}

static void
set_uncertain (BcLock   *self,
               gboolean  uncertain)
{
  if (self->uncertain == uncertain)
    return;

  self->uncertain = uncertain;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNCERTAIN]);
}

static void
update (BcLock *self)
{
  set_uncertain (self, can_be_read_when_locked (self) && !is_told_of_locks (self));
  update_status (self);
  set_locked (self, read_locked (self));
}

static void
bc_lock_get_property (GObject    *object,
                      guint       id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_LOCKED:
      g_value_set_boolean (value, BC_LOCK (object)->locked);
      break;
    case PROP_UNCERTAIN:
      g_value_set_boolean (value, BC_LOCK (object)->uncertain);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bc_lock_dispose (GObject *object)
{
  BcLock *self = BC_LOCK (object);

  g_ptr_array_set_size (self->savers, 0);
  g_clear_object (&self->session);
  g_clear_object (&self->lockers);
  g_clear_object (&self->wayland);

  G_OBJECT_CLASS (bc_lock_parent_class)->dispose (object);
}

static void
bc_lock_finalize (GObject *object)
{
  BcLock *self = BC_LOCK (object);

  g_ptr_array_unref (self->savers);
  g_clear_object (&self->status);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (bc_lock_parent_class)->finalize (object);
}

static void
bc_lock_class_init (BcLockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = bc_lock_dispose;
  object_class->finalize = bc_lock_finalize;
  object_class->get_property = bc_lock_get_property;

  properties[PROP_LOCKED] = g_param_spec_boolean ("locked", NULL, NULL, FALSE, flags);
  properties[PROP_UNCERTAIN] = g_param_spec_boolean ("uncertain", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bc_lock_init (BcLock *self)
{
  self->status = bc_service_status_new ("lock");
  self->savers = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
watch_savers (BcLock          *self,
              GDBusConnection *bus)
{
  for (gsize i = 0; i < G_N_ELEMENTS (services); i++)
    {
      BcScreenSaver *saver = bc_screen_saver_new (bus, &services[i]);

      g_signal_connect_object (saver, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->savers, saver);
    }
}

static void
watch_wayland (BcLock          *self,
               BcWaylandSource *wayland)
{
  self->wayland = g_object_ref (wayland);
  g_signal_connect_object (wayland, "added", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (wayland, "removed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
watch_lockers (BcLock *self)
{
  self->lockers = bc_locker_watch_new (g_getenv ("DISPLAY"), g_getenv ("WAYLAND_DISPLAY"));
  g_signal_connect_object (self->lockers, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

BcLock *
bc_lock_new (GDBusConnection *session,
             GDBusConnection *system,
             BcWaylandSource *wayland,
             BcClock         *clock)
{
  BcLock *self = g_object_new (BC_TYPE_LOCK, NULL);

  self->clock = g_object_ref (clock);
  if (session == NULL)
    bc_service_status_set_refusal (self->status, "screensaver", _("There is no session bus."));
  else if (bc_backends_allows ("lock", "screensaver"))
    watch_savers (self, session);

  if (system == NULL)
    bc_service_status_set_refusal (self->status, "logind", _("There is no system bus."));
  else if (bc_backends_allows ("lock", "logind"))
    self->session = bc_login_session_new (system);

  if (self->session != NULL)
    g_signal_connect_object (self->session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  if (bc_backends_allows ("lock", "process"))
    watch_lockers (self);
  if (wayland != NULL)
    watch_wayland (self, wayland);
  update (self);

  return self;
}

void
bc_lock_check (BcLock *self)
{
  g_return_if_fail (BC_IS_LOCK (self));

  for (guint i = 0; i < self->savers->len; i++)
    bc_screen_saver_check (g_ptr_array_index (self->savers, i));
  if (self->session != NULL)
    bc_login_session_check (self->session);
  if (self->lockers != NULL)
    bc_locker_watch_check (self->lockers);
}

gboolean
bc_lock_is_uncertain (BcLock *self)
{
  g_return_val_if_fail (BC_IS_LOCK (self), FALSE);

  return self->uncertain;
}

gboolean
bc_lock_is_locked (BcLock *self)
{
  g_return_val_if_fail (BC_IS_LOCK (self), FALSE);

  return self->locked;
}

BcServiceStatus *
bc_lock_get_status (BcLock *self)
{
  return self->status;
}
