/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tray/bc-tray-menu-server.h"

#include <glib/gi18n-lib.h>

#include "bc-dbus-dbusmenu.h"
#include "tray/bc-tray-layout.h"

/* Far above what a host asks for at once, far below what would cost time. */
#define MAX_GROUP 1024
#define MAX_NAMES 64

struct _BcTrayMenuServer {
  GObject parent_instance;

  BcDBusDbusmenu *skeleton;
  BcTrayLayout *layout;

  guint revision;
  guint read_revision;
  guint told_revision;
  GHashTable *changed;
  guint tell_id;
};

enum {
  ABOUT_TO_SHOW,
  CLICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcTrayMenuServer, bc_tray_menu_server, G_TYPE_OBJECT)

static void
tell_properties (BcTrayMenuServer *self)
{
  static const char * const all[] = { NULL };
  g_autoptr (GVariant) updated = NULL;

  if (g_hash_table_size (self->changed) == 0)
    return;

  updated = g_variant_ref_sink (bc_tray_layout_get_group (self->layout, self->changed, all));
  g_hash_table_remove_all (self->changed);
  if (g_variant_n_children (updated) > 0)
    bc_dbus_dbusmenu_emit_items_properties_updated (self->skeleton, updated,
                                                    g_variant_new ("a(ias)", NULL));
}

static void
tell (BcTrayMenuServer *self)
{
  g_clear_handle_id (&self->tell_id, g_source_remove);
  tell_properties (self);

  if (self->told_revision == self->revision)
    return;

  self->told_revision = self->revision;
  bc_dbus_dbusmenu_emit_layout_updated (self->skeleton, self->revision, 0);
}

static gboolean
tell_cb (gpointer data)
{
  BcTrayMenuServer *self = data;

  self->tell_id = 0;
  tell (self);

  return G_SOURCE_REMOVE;
}

static gboolean
refuse_id (GDBusMethodInvocation *call,
           gint32                 id)
{
  g_dbus_method_invocation_return_error (call, G_DBUS_ERROR, G_DBUS_ERROR_INVALID_ARGS,
                                         "There is no item %d", id);

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
refuse_size (GDBusMethodInvocation *call)
{
  g_dbus_method_invocation_return_error_literal (call, G_DBUS_ERROR, G_DBUS_ERROR_LIMITS_EXCEEDED,
                                                 "Too much at once");

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
is_too_many (const char * const *names)
{
  guint n = 0;

  while (n <= MAX_NAMES && names[n] != NULL)
    n++;

  return n > MAX_NAMES;
}

static gboolean
handle_get_layout_cb (BcDBusDbusmenu        *skeleton,
                      GDBusMethodInvocation *call,
                      gint32                 parent,
                      gint32                 depth,
                      const char * const    *names,
                      gpointer               data)
{
  BcTrayMenuServer *self = data;
  GVariant *node;

  if (is_too_many (names))
    return refuse_size (call);

  node = bc_tray_layout_get_node (self->layout, parent, depth, names);
  if (node == NULL)
    return refuse_id (call, parent);

  if (parent == 0 && depth != 0)
    self->read_revision = self->revision;
  bc_dbus_dbusmenu_complete_get_layout (skeleton, call, self->revision, node);

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static GHashTable *
make_set (GVariant *ids)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);
  GVariantIter iter;
  gint32 id;

  g_variant_iter_init (&iter, ids);
  while (g_variant_iter_next (&iter, "i", &id))
    g_hash_table_add (set, GINT_TO_POINTER (id));

  return set;
}

static gboolean
handle_get_group_properties_cb (BcDBusDbusmenu        *skeleton,
                                GDBusMethodInvocation *call,
                                GVariant              *ids,
                                const char * const    *names,
                                gpointer               data)
{
  BcTrayMenuServer *self = data;
  g_autoptr (GHashTable) set = NULL;

  if (g_variant_n_children (ids) > MAX_GROUP || is_too_many (names))
    return refuse_size (call);

  if (g_variant_n_children (ids) > 0)
    set = make_set (ids);
  bc_dbus_dbusmenu_complete_get_group_properties (
    skeleton, call, bc_tray_layout_get_group (self->layout, set, names));

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
handle_get_property_cb (BcDBusDbusmenu        *skeleton,
                        GDBusMethodInvocation *call,
                        gint32                 id,
                        const char            *name,
                        gpointer               data)
{
  BcTrayMenuServer *self = data;
  g_autoptr (GVariant) value = NULL;

  if (!bc_tray_layout_has (self->layout, id))
    return refuse_id (call, id);

  value = bc_tray_layout_get_property (self->layout, id, name);
  if (value != NULL)
    bc_dbus_dbusmenu_complete_get_property (skeleton, call, g_variant_new_variant (value));
  else
    g_dbus_method_invocation_return_error_literal (call, G_DBUS_ERROR, G_DBUS_ERROR_INVALID_ARGS,
                                                   "The item has no such property");

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
is_known (BcTrayMenuServer *self,
          gint32            id)
{
  return id == 0 || bc_tray_layout_find_shown (self->layout, id) != NULL;
}

static gboolean
emit_clicked (BcTrayMenuServer *self,
              gint32            id,
              const char       *type)
{
  BcTrayMenuItem *item = bc_tray_layout_find_shown (self->layout, id);

  if (item == NULL || item->action == NULL || !g_str_equal (type, "clicked"))
    return FALSE;

  item = g_rc_box_acquire (item);
  g_signal_emit (self, signals[CLICKED], 0, item->action, item->target);
  bc_tray_menu_item_unref (item);

  return TRUE;
}

static gboolean
handle_event_cb (BcDBusDbusmenu        *skeleton,
                 GDBusMethodInvocation *call,
                 gint32                 id,
                 const char            *type,
                 GVariant              *event_data,
                 guint32                timestamp,
                 gpointer               data)
{
  g_autoptr (BcTrayMenuServer) self = g_object_ref (data);

  if (!is_known (self, id))
    return refuse_id (call, id);

  bc_dbus_dbusmenu_complete_event (skeleton, call);
  emit_clicked (self, id, type);

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

/* A hand clicks one item at a time, whatever the group says. */
static void
emit_first_clicked (BcTrayMenuServer *self,
                    GVariant         *events)
{
  GVariantIter iter;
  const char *type;
  gint32 id;

  g_variant_iter_init (&iter, events);
  while (g_variant_iter_next (&iter, "(i&s@vu)", &id, &type, NULL, NULL))
    {
      if (emit_clicked (self, id, type))
        break;
    }
}

static GVariant *
find_unknown (BcTrayMenuServer *self,
              GVariant         *events)
{
  GVariantBuilder unknown;
  GVariantIter iter;
  gint32 id;

  g_variant_builder_init (&unknown, G_VARIANT_TYPE ("ai"));
  g_variant_iter_init (&iter, events);
  while (g_variant_iter_next (&iter, "(i&s@vu)", &id, NULL, NULL, NULL))
    {
      if (!is_known (self, id))
        g_variant_builder_add (&unknown, "i", id);
    }

  return g_variant_ref_sink (g_variant_builder_end (&unknown));
}

static gboolean
handle_event_group_cb (BcDBusDbusmenu        *skeleton,
                       GDBusMethodInvocation *call,
                       GVariant              *events,
                       gpointer               data)
{
  g_autoptr (BcTrayMenuServer) self = g_object_ref (data);
  gsize n_events = g_variant_n_children (events);
  g_autoptr (GVariant) unknown = NULL;

  if (n_events > MAX_GROUP)
    return refuse_size (call);

  unknown = find_unknown (self, events);
  if (n_events > 0 && g_variant_n_children (unknown) == n_events)
    {
      g_dbus_method_invocation_return_error_literal (call, G_DBUS_ERROR, G_DBUS_ERROR_INVALID_ARGS,
                                                     "There is none of these items");
      return G_DBUS_METHOD_INVOCATION_HANDLED;
    }

  bc_dbus_dbusmenu_complete_event_group (skeleton, call, unknown);
  emit_first_clicked (self, events);

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
needs_update (BcTrayMenuServer *self,
              gint32            id)
{
  return id == 0 && self->read_revision != self->revision;
}

/* Whoever fills the menu may bring it up to date first, and the host reads that. */
static void
prepare (BcTrayMenuServer *self)
{
  g_signal_emit (self, signals[ABOUT_TO_SHOW], 0);
  tell (self);
}

static gboolean
handle_about_to_show_cb (BcDBusDbusmenu        *skeleton,
                         GDBusMethodInvocation *call,
                         gint32                 id,
                         gpointer               data)
{
  g_autoptr (BcTrayMenuServer) self = g_object_ref (data);

  if (!bc_tray_layout_has (self->layout, id))
    return refuse_id (call, id);

  prepare (self);
  bc_dbus_dbusmenu_complete_about_to_show (skeleton, call, needs_update (self, id));

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
handle_about_to_show_group_cb (BcDBusDbusmenu        *skeleton,
                               GDBusMethodInvocation *call,
                               GVariant              *ids,
                               gpointer               data)
{
  g_autoptr (BcTrayMenuServer) self = g_object_ref (data);
  GVariantBuilder needed, unknown;
  GVariantIter iter;
  gint32 id;

  if (g_variant_n_children (ids) > MAX_GROUP)
    return refuse_size (call);

  prepare (self);
  g_variant_builder_init (&needed, G_VARIANT_TYPE ("ai"));
  g_variant_builder_init (&unknown, G_VARIANT_TYPE ("ai"));
  g_variant_iter_init (&iter, ids);
  while (g_variant_iter_next (&iter, "i", &id))
    {
      if (!bc_tray_layout_has (self->layout, id))
        g_variant_builder_add (&unknown, "i", id);
      else if (needs_update (self, id))
        g_variant_builder_add (&needed, "i", id);
    }
  bc_dbus_dbusmenu_complete_about_to_show_group (skeleton, call, g_variant_builder_end (&needed),
                                                 g_variant_builder_end (&unknown));

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static void
bc_tray_menu_server_dispose (GObject *object)
{
  BcTrayMenuServer *self = BC_TRAY_MENU_SERVER (object);

  g_clear_handle_id (&self->tell_id, g_source_remove);
  if (self->skeleton != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->skeleton, self);
      if (g_dbus_interface_skeleton_get_connection (G_DBUS_INTERFACE_SKELETON (self->skeleton)) != NULL)
        g_dbus_interface_skeleton_unexport (G_DBUS_INTERFACE_SKELETON (self->skeleton));
    }
  g_clear_object (&self->skeleton);

  G_OBJECT_CLASS (bc_tray_menu_server_parent_class)->dispose (object);
}

static void
bc_tray_menu_server_finalize (GObject *object)
{
  BcTrayMenuServer *self = BC_TRAY_MENU_SERVER (object);

  g_hash_table_unref (self->changed);
  bc_tray_layout_free (self->layout);

  G_OBJECT_CLASS (bc_tray_menu_server_parent_class)->finalize (object);
}

static void
bc_tray_menu_server_class_init (BcTrayMenuServerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bc_tray_menu_server_dispose;
  object_class->finalize = bc_tray_menu_server_finalize;

  signals[ABOUT_TO_SHOW] = g_signal_new ("about-to-show", BC_TYPE_TRAY_MENU_SERVER, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLICKED] = g_signal_new ("clicked", BC_TYPE_TRAY_MENU_SERVER, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 2,
                                   G_TYPE_STRING, G_TYPE_VARIANT);
}

/* The layer has no GTK, but the program that it serves has: the direction is a message of GTK's. */
static const char *
get_text_direction (void)
{
  return g_str_equal (g_dgettext ("gtk40", "default:LTR"), "default:RTL") ? "rtl" : "ltr";
}

static void
connect_handlers (BcTrayMenuServer *self)
{
  const struct {
    const char *signal;
    GCallback callback;
  } handlers[] = {
    { "handle-get-layout", G_CALLBACK (handle_get_layout_cb) },
    { "handle-get-group-properties", G_CALLBACK (handle_get_group_properties_cb) },
    { "handle-get-property", G_CALLBACK (handle_get_property_cb) },
    { "handle-event", G_CALLBACK (handle_event_cb) },
    { "handle-event-group", G_CALLBACK (handle_event_group_cb) },
    { "handle-about-to-show", G_CALLBACK (handle_about_to_show_cb) },
    { "handle-about-to-show-group", G_CALLBACK (handle_about_to_show_group_cb) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect (self->skeleton, handlers[i].signal, handlers[i].callback, self);
}

static void
bc_tray_menu_server_init (BcTrayMenuServer *self)
{
  static const char * const no_paths[] = { NULL };

  self->layout = bc_tray_layout_new ();
  self->changed = g_hash_table_new (NULL, NULL);
  self->revision = self->told_revision = 1;
  self->skeleton = bc_dbus_dbusmenu_skeleton_new ();
  bc_dbus_dbusmenu_set_version (self->skeleton, 3);
  bc_dbus_dbusmenu_set_status (self->skeleton, "normal");
  bc_dbus_dbusmenu_set_text_direction (self->skeleton, get_text_direction ());
  bc_dbus_dbusmenu_set_icon_theme_path (self->skeleton, no_paths);
  connect_handlers (self);
}

BcTrayMenuServer *
bc_tray_menu_server_new (void)
{
  return g_object_new (BC_TYPE_TRAY_MENU_SERVER, NULL);
}

gboolean
bc_tray_menu_server_export (BcTrayMenuServer  *self,
                            GDBusConnection   *bus,
                            const char        *path,
                            GError           **error)
{
  return g_dbus_interface_skeleton_export (G_DBUS_INTERFACE_SKELETON (self->skeleton),
                                           bus, path, error);
}

void
bc_tray_menu_server_set_menu (BcTrayMenuServer *self,
                              BcTrayMenu       *menu)
{
  if (bc_tray_layout_update (self->layout, menu, self->changed))
    self->revision++;

  if (self->tell_id == 0 &&
      (self->revision != self->told_revision || g_hash_table_size (self->changed) > 0))
    self->tell_id = g_idle_add (tell_cb, self);
}
