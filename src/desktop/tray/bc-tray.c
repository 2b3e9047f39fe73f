/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tray/bc-tray.h"

#include <glib/gi18n-lib.h>

#include "bc-activation-token.h"
#include "bc-backends.h"
#include "bc-dbus-status-notifier-item.h"
#include "text/bc-plain-text.h"
#include "tray/bc-tray-icon.h"
#include "tray/bc-tray-menu-server.h"
#include "tray/bc-tray-registration.h"

#define ITEM_PATH "/StatusNotifierItem"
#define MENU_PATH "/MenuBar"

#define DESCRIPTION_GRAPHEMES 200

/* A token is given just before the click that it is for. */
#define TOKEN_LIFE_US (2 * G_USEC_PER_SEC)

struct _BcTray {
  GObject parent_instance;

  GDBusConnection *bus;
  char *id;
  BcServiceStatus *status;
  BcDBusStatusNotifierItem *item;
  BcTrayMenuServer *menu_server;
  BcTrayRegistration *registration;
  GCancellable *cancellable;

  char *icon_name;
  gboolean is_installed;

  char *token;
  gint64 token_us;
};

enum {
  ACTIVATE,
  SECONDARY_ACTIVATE,
  ABOUT_TO_SHOW_MENU,
  ITEM_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcTray, bc_tray, G_TYPE_OBJECT)

static char *
take_token (BcTray *self)
{
  g_autofree char *token = g_steal_pointer (&self->token);

  if (g_get_monotonic_time () - self->token_us > TOKEN_LIFE_US)
    return NULL;

  return g_steal_pointer (&token);
}

static void
emit_activation (BcTray     *self,
                 guint       signal,
                 const char *event)
{
  g_autofree char *token = take_token (self);

  bc_service_status_note_event (self->status, event, g_get_real_time ());
  g_signal_emit (self, signals[signal], 0, token);
}

static gboolean
handle_activate_cb (BcDBusStatusNotifierItem *item,
                    GDBusMethodInvocation    *call,
                    int                       x,
                    int                       y,
                    gpointer                  data)
{
  g_autoptr (BcTray) self = g_object_ref (data);

  bc_dbus_status_notifier_item_complete_activate (item, call);
  emit_activation (self, ACTIVATE, "activate");

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
handle_secondary_activate_cb (BcDBusStatusNotifierItem *item,
                              GDBusMethodInvocation    *call,
                              int                       x,
                              int                       y,
                              gpointer                  data)
{
  g_autoptr (BcTray) self = g_object_ref (data);

  bc_dbus_status_notifier_item_complete_secondary_activate (item, call);
  emit_activation (self, SECONDARY_ACTIVATE, "secondary-activate");

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
handle_ayatana_secondary_activate_cb (BcDBusStatusNotifierItem *item,
                                      GDBusMethodInvocation    *call,
                                      guint                     timestamp,
                                      gpointer                  data)
{
  g_autoptr (BcTray) self = g_object_ref (data);

  bc_dbus_status_notifier_item_complete_xayatana_secondary_activate (item, call);
  emit_activation (self, SECONDARY_ACTIVATE, "secondary-activate");

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

/* Called only by hosts that cannot show the menu: the window has all that is in it. */
static gboolean
handle_context_menu_cb (BcDBusStatusNotifierItem *item,
                        GDBusMethodInvocation    *call,
                        int                       x,
                        int                       y,
                        gpointer                  data)
{
  g_autoptr (BcTray) self = g_object_ref (data);

  bc_dbus_status_notifier_item_complete_context_menu (item, call);
  emit_activation (self, ACTIVATE, "context-menu");

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
handle_scroll_cb (BcDBusStatusNotifierItem *item,
                  GDBusMethodInvocation    *call,
                  int                       delta,
                  const char               *orientation,
                  gpointer                  data)
{
  bc_dbus_status_notifier_item_complete_scroll (item, call);

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
handle_token_cb (BcDBusStatusNotifierItem *item,
                 GDBusMethodInvocation    *call,
                 const char               *token,
                 gpointer                  data)
{
  BcTray *self = data;

  g_clear_pointer (&self->token, g_free);
  if (bc_activation_token_is_valid (token))
    {
      self->token = g_strdup (token);
      self->token_us = g_get_monotonic_time ();
    }
  bc_dbus_status_notifier_item_complete_provide_xdg_activation_token (item, call);

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static void
about_to_show_cb (BcTray *self)
{
  g_autoptr (BcTray) alive = g_object_ref (self);

  g_signal_emit (alive, signals[ABOUT_TO_SHOW_MENU], 0);
}

static void
clicked_cb (BcTray     *self,
            const char *action,
            GVariant   *target)
{
  g_autoptr (BcTray) alive = g_object_ref (self);
  g_autofree char *token = take_token (self);

  bc_service_status_note_event (self->status, "menu", g_get_real_time ());
  g_signal_emit (alive, signals[ITEM_ACTIVATED], 0, action, target, token);
}

static void
bc_tray_dispose (GObject *object)
{
  BcTray *self = BC_TRAY (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->registration);
  g_clear_object (&self->menu_server);
  if (self->item != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->item, self);
      if (g_dbus_interface_skeleton_get_connection (G_DBUS_INTERFACE_SKELETON (self->item)) != NULL)
        g_dbus_interface_skeleton_unexport (G_DBUS_INTERFACE_SKELETON (self->item));
    }
  g_clear_object (&self->item);
  g_clear_object (&self->bus);

  G_OBJECT_CLASS (bc_tray_parent_class)->dispose (object);
}

static void
bc_tray_finalize (GObject *object)
{
  BcTray *self = BC_TRAY (object);

  g_object_unref (self->cancellable);
  g_object_unref (self->status);
  g_free (self->id);
  g_free (self->icon_name);
  g_free (self->token);

  G_OBJECT_CLASS (bc_tray_parent_class)->finalize (object);
}

static void
bc_tray_class_init (BcTrayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bc_tray_dispose;
  object_class->finalize = bc_tray_finalize;

  signals[ACTIVATE] = g_signal_new ("activate", BC_TYPE_TRAY, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SECONDARY_ACTIVATE] = g_signal_new ("secondary-activate", BC_TYPE_TRAY, G_SIGNAL_RUN_LAST, 0,
                                              NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ABOUT_TO_SHOW_MENU] = g_signal_new ("about-to-show-menu", BC_TYPE_TRAY, G_SIGNAL_RUN_LAST, 0,
                                              NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ITEM_ACTIVATED] = g_signal_new ("item-activated", BC_TYPE_TRAY, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 3,
                                          G_TYPE_STRING, G_TYPE_VARIANT, G_TYPE_STRING);
}

static void
bc_tray_init (BcTray *self)
{
  self->status = bc_service_status_new ("tray");
  self->cancellable = g_cancellable_new ();
}

static GVariant *
no_pixmaps (void)
{
  return g_variant_new ("a(iiay)", NULL);
}

static void
connect_handlers (BcTray *self)
{
  const struct {
    const char *signal;
    GCallback callback;
  } handlers[] = {
    { "handle-activate", G_CALLBACK (handle_activate_cb) },
    { "handle-secondary-activate", G_CALLBACK (handle_secondary_activate_cb) },
    { "handle-xayatana-secondary-activate", G_CALLBACK (handle_ayatana_secondary_activate_cb) },
    { "handle-context-menu", G_CALLBACK (handle_context_menu_cb) },
    { "handle-scroll", G_CALLBACK (handle_scroll_cb) },
    { "handle-provide-xdg-activation-token", G_CALLBACK (handle_token_cb) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect (self->item, handlers[i].signal, handlers[i].callback, self);
}

static void
update_icon (BcTray *self)
{
  g_autoptr (GVariant) pixmaps = g_variant_ref_sink (bc_tray_icon_draw (self->icon_name));
  GVariant *old = bc_dbus_status_notifier_item_get_icon_pixmap (self->item);
  const char *shown_name = self->is_installed ? self->icon_name : "";

  if (old != NULL && g_variant_equal (old, pixmaps) &&
      g_str_equal (bc_dbus_status_notifier_item_get_icon_name (self->item), shown_name))
    return;

  bc_dbus_status_notifier_item_set_icon_name (self->item, shown_name);
  bc_dbus_status_notifier_item_set_icon_pixmap (self->item, pixmaps);
  bc_dbus_status_notifier_item_emit_new_icon (self->item);
}

/* Our icons are installed together: what is true of one is true of all. */
static void
find_icon_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  BcTray *self;
  g_autoptr (GError) error = NULL;
  gboolean is_installed = bc_tray_icon_find_finish (result, &error);

  if (error != NULL)
    return;

  self = data;
  self->is_installed = is_installed;
  update_icon (self);
}

static void
build_item (BcTray     *self,
            const char *title)
{
  g_autofree char *icon = g_strconcat (self->id, "-symbolic", NULL);

  self->item = bc_dbus_status_notifier_item_skeleton_new ();
  g_object_set (self->item,
                "category", "ApplicationStatus", "id", self->id, "title", title,
                "status", "Active", "window-id", 0, "icon-theme-path", "",
                "overlay-icon-name", "", "overlay-icon-pixmap", no_pixmaps (),
                "attention-icon-name", "", "attention-icon-pixmap", no_pixmaps (),
                "attention-movie-name", "", "item-is-menu", FALSE, "menu", MENU_PATH,
                NULL);
  connect_handlers (self);
  bc_tray_set_icon (self, icon, NULL);
  bc_tray_icon_find_async (icon, self->cancellable, find_icon_cb, self);
}

static void
export (BcTray *self)
{
  g_autoptr (GError) error = NULL;

  if (!bc_tray_menu_server_export (self->menu_server, self->bus, MENU_PATH, &error) ||
      !g_dbus_interface_skeleton_export (G_DBUS_INTERFACE_SKELETON (self->item), self->bus, ITEM_PATH, &error))
    {
      bc_service_status_set (self->status, BC_SERVICE_STATE_UNAVAILABLE, NULL, error->message);
      g_clear_object (&self->bus);
    }
}

BcTray *
bc_tray_new (GDBusConnection *bus,
             const char      *id,
             const char      *title)
{
  BcTray *self = g_object_new (BC_TYPE_TRAY, NULL);

  self->id = g_strdup (id);
  self->menu_server = bc_tray_menu_server_new ();
  g_signal_connect_object (self->menu_server, "about-to-show", G_CALLBACK (about_to_show_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->menu_server, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  build_item (self, title);

  if (!bc_backends_allows ("tray", BC_TRAY_BACKEND))
    bc_service_status_set (self->status, BC_SERVICE_STATE_OFF, NULL, _("Switched off by the environment."));
  else if (bus == NULL)
    bc_service_status_set (self->status, BC_SERVICE_STATE_UNAVAILABLE, NULL, _("There is no session bus."));
  else
    {
      self->bus = g_object_ref (bus);
      export (self);
    }

  return self;
}

void
bc_tray_set_menu (BcTray     *self,
                  BcTrayMenu *menu)
{
  g_return_if_fail (BC_IS_TRAY (self));
  g_return_if_fail (BC_IS_TRAY_MENU (menu));

  bc_tray_menu_server_set_menu (self->menu_server, menu);
  if (self->registration == NULL && self->bus != NULL)
    self->registration = bc_tray_registration_new (self->bus, self->status);
}

/* Hosts differ in whether they read markup here; without these there is none. */
static char *
make_tooltip_text (const char *description)
{
  g_autofree char *unmarked = g_strdup (description != NULL ? description : "");

  return bc_plain_text_line (g_strdelimit (unmarked, "<>&", ' '), DESCRIPTION_GRAPHEMES);
}

static void
set_tooltip (BcTray     *self,
             const char *description)
{
  g_autofree char *text = make_tooltip_text (description);
  const char *title = bc_dbus_status_notifier_item_get_title (self->item);
  GVariant *old = bc_dbus_status_notifier_item_get_tool_tip (self->item);
  g_autoptr (GVariant) tooltip = NULL;

  tooltip = g_variant_ref_sink (g_variant_new ("(s@a(iiay)ss)", "", no_pixmaps (), title, text));
  if (old != NULL && g_variant_equal (old, tooltip))
    return;

  bc_dbus_status_notifier_item_set_tool_tip (self->item, tooltip);
  bc_dbus_status_notifier_item_emit_new_tool_tip (self->item);
}

void
bc_tray_set_icon (BcTray     *self,
                  const char *icon_name,
                  const char *description)
{
  g_return_if_fail (BC_IS_TRAY (self));
  g_return_if_fail (icon_name != NULL);

  g_free (self->icon_name);
  self->icon_name = g_strdup (icon_name);
  update_icon (self);
  set_tooltip (self, description);
}

BcServiceStatus *
bc_tray_get_status (BcTray *self)
{
  return self->status;
}
