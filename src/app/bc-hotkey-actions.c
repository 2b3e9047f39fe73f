/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-hotkey-actions.h"

#include <gtk/gtk.h>
#ifdef GDK_WINDOWING_WAYLAND
#include <gdk/wayland/gdkwayland.h>
#endif

struct _BcHotkeyActions {
  GObject parent_instance;

  BcHotkey *hotkey;
  BcSettings *settings;
  GSimpleActionGroup *group;
};

G_DEFINE_FINAL_TYPE (BcHotkeyActions, bc_hotkey_actions, G_TYPE_OBJECT)

/* Under X11, the token would keep the pointer busy until the desktop's settings had used it. */
static char *
create_token (void)
{
#ifdef GDK_WINDOWING_WAYLAND
  GdkDisplay *display = gdk_display_get_default ();

  if (GDK_IS_WAYLAND_DISPLAY (display))
    {
      g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (display);
      g_autoptr (GAppInfo) app = g_app_info_create_from_commandline ("settings", NULL,
                                                                     G_APP_INFO_CREATE_SUPPORTS_STARTUP_NOTIFICATION,
                                                                     NULL);

      return g_app_launch_context_get_startup_notify_id (G_APP_LAUNCH_CONTEXT (context), app, NULL);
    }
#endif

  return NULL;
}

static void
configure_activated (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  g_autofree char *token = create_token ();

  bc_hotkey_configure (BC_HOTKEY_ACTIONS (user_data)->hotkey, token);
}

static void
ask_activated (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  BcHotkeyActions *self = user_data;

  g_object_set (self->hotkey, "may-ask", TRUE, NULL);
  bc_hotkey_set_accelerator (self->hotkey, bc_settings_get_hotkey (self->settings));
}

static void
add_activated (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  bc_hotkey_set_gnome_shortcut (BC_HOTKEY_ACTIONS (user_data)->hotkey);
}

static void
remove_activated (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  bc_gnome_shortcut_remove (bc_hotkey_get_gnome_shortcut (BC_HOTKEY_ACTIONS (user_data)->hotkey));
}

static GAction *
look_up (BcHotkeyActions *self,
         const char      *name)
{
  return g_action_map_lookup_action (G_ACTION_MAP (self->group), name);
}

static gboolean
is_served_by_portal (BcHotkeyActions *self)
{
  BcServiceStatus *status = bc_hotkey_get_status (self->hotkey);

  return bc_service_status_get_state (status) == BC_SERVICE_STATE_ACTIVE &&
         g_strcmp0 (bc_service_status_get_backend (status), "portal") == 0;
}

/* Where the portal serves, a second binding of the key would only stand in its way. */
static void
update_add (BcHotkeyActions *self)
{
  BcGnomeShortcut *shortcut = bc_hotkey_get_gnome_shortcut (self->hotkey);
  gboolean useful = bc_gnome_shortcut_is_available (shortcut, NULL) && !bc_gnome_shortcut_is_set (shortcut) &&
                    !is_served_by_portal (self) && *bc_settings_get_hotkey (self->settings) != '\0';

  g_simple_action_set_enabled (G_SIMPLE_ACTION (look_up (self, "add-shortcut")), useful);
}

static void
bc_hotkey_actions_dispose (GObject *object)
{
  BcHotkeyActions *self = BC_HOTKEY_ACTIONS (object);

  g_clear_object (&self->hotkey);
  g_clear_object (&self->settings);
  g_clear_object (&self->group);

  G_OBJECT_CLASS (bc_hotkey_actions_parent_class)->dispose (object);
}

static void
bc_hotkey_actions_class_init (BcHotkeyActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bc_hotkey_actions_dispose;
}

static void
bc_hotkey_actions_init (BcHotkeyActions *self)
{
  static const GActionEntry entries[] = {
    { .name = "configure", .activate = configure_activated },
    { .name = "ask", .activate = ask_activated },
    { .name = "add-shortcut", .activate = add_activated },
    { .name = "remove-shortcut", .activate = remove_activated },
  };

  self->group = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries, G_N_ELEMENTS (entries), self);
}

static void
follow (BcHotkeyActions *self)
{
  BcGnomeShortcut *shortcut = bc_hotkey_get_gnome_shortcut (self->hotkey);

  g_object_bind_property (self->hotkey, "can-configure", look_up (self, "configure"), "enabled",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->hotkey, "may-ask", look_up (self, "ask"), "enabled",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_object_bind_property (shortcut, "set", look_up (self, "remove-shortcut"), "enabled", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (shortcut, "notify::set", G_CALLBACK (update_add), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bc_hotkey_get_status (self->hotkey), "notify::state",
                           G_CALLBACK (update_add), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bc_hotkey_get_status (self->hotkey), "notify::backend",
                           G_CALLBACK (update_add), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "notify::hotkey", G_CALLBACK (update_add), self, G_CONNECT_SWAPPED);
  update_add (self);
}

BcHotkeyActions *
bc_hotkey_actions_new (BcHotkey   *hotkey,
                       BcSettings *settings)
{
  BcHotkeyActions *self = g_object_new (BC_TYPE_HOTKEY_ACTIONS, NULL);

  self->hotkey = g_object_ref (hotkey);
  self->settings = g_object_ref (settings);
  follow (self);

  return self;
}

GActionGroup *
bc_hotkey_actions_get_group (BcHotkeyActions *self)
{
  return G_ACTION_GROUP (self->group);
}
