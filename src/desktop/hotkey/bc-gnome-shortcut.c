/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hotkey/bc-gnome-shortcut.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bc-desktop.h"
#include "bc-service-status.h"
#include "hotkey/bc-accelerator.h"

#define LIST_SCHEMA "org.gnome.settings-daemon.plugins.media-keys"
#define LIST_KEY "custom-keybindings"
#define ENTRY_SCHEMA LIST_SCHEMA ".custom-keybinding"
#define ENTRIES_PATH "/org/gnome/settings-daemon/plugins/media-keys/custom-keybindings/"
#define OWN_PATH ENTRIES_PATH "breadcrumbs/"

struct _BcGnomeShortcut {
  GObject parent_instance;

  gboolean is_gnome;
  char *command;
  GSettingsSchema *entry_schema;
  GSettings *list;
  GSettings *entry;
  gboolean set;
  char *binding;
};

enum {
  PROP_0,
  PROP_SET,
  PROP_BINDING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BcGnomeShortcut, bc_gnome_shortcut, G_TYPE_OBJECT)

/* GSettings aborts the program on a schema or key that is not there. */
static gboolean
has_key (GSettingsSchema    *schema,
         const char         *name,
         const GVariantType *type)
{
  g_autoptr (GSettingsSchemaKey) key = NULL;

  if (schema == NULL || !g_settings_schema_has_key (schema, name))
    return FALSE;

  key = g_settings_schema_get_key (schema, name);

  return g_variant_type_equal (g_settings_schema_key_get_value_type (key), type);
}

static GSettingsSchema *
look_up (const char *id)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();

  return source != NULL ? g_settings_schema_source_lookup (source, id, TRUE) : NULL;
}

static gboolean
is_entry_schema (GSettingsSchema *schema)
{
  return has_key (schema, "name", G_VARIANT_TYPE_STRING) &&
         has_key (schema, "command", G_VARIANT_TYPE_STRING) &&
         has_key (schema, "binding", G_VARIANT_TYPE_STRING) &&
         g_settings_schema_get_path (schema) == NULL;
}

static char *
read_binding (BcGnomeShortcut *self)
{
  return self->set ? g_settings_get_string (self->entry, "binding") : g_strdup ("");
}

static void
update (BcGnomeShortcut *self)
{
  g_auto (GStrv) paths = g_settings_get_strv (self->list, LIST_KEY);
  g_autofree char *former = g_steal_pointer (&self->binding);
  gboolean was_set = self->set;

  self->set = g_strv_contains ((const char * const *) paths, OWN_PATH);
  self->binding = read_binding (self);
  g_object_freeze_notify (G_OBJECT (self));
  if (self->set != was_set)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SET]);
  if (g_strcmp0 (former, self->binding) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BINDING]);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
open_settings (BcGnomeShortcut *self)
{
  g_autoptr (GSettingsSchema) list_schema = look_up (LIST_SCHEMA);
  g_autoptr (GSettingsSchema) entry_schema = look_up (ENTRY_SCHEMA);

  if (!has_key (list_schema, LIST_KEY, G_VARIANT_TYPE_STRING_ARRAY) || !is_entry_schema (entry_schema))
    return;

  self->entry_schema = g_steal_pointer (&entry_schema);
  self->list = g_settings_new_full (list_schema, NULL, NULL);
  self->entry = g_settings_new_full (self->entry_schema, NULL, OWN_PATH);
  g_signal_connect_object (self->list, "changed::" LIST_KEY, G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
bc_gnome_shortcut_finalize (GObject *object)
{
  BcGnomeShortcut *self = BC_GNOME_SHORTCUT (object);

  g_clear_object (&self->entry);
  g_clear_object (&self->list);
  g_clear_pointer (&self->entry_schema, g_settings_schema_unref);
  g_free (self->command);
  g_free (self->binding);

  G_OBJECT_CLASS (bc_gnome_shortcut_parent_class)->finalize (object);
}

static void
bc_gnome_shortcut_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  BcGnomeShortcut *self = BC_GNOME_SHORTCUT (object);

  switch (id)
    {
    case PROP_SET:
      g_value_set_boolean (value, self->set);
      break;
    case PROP_BINDING:
      g_value_set_string (value, self->binding);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bc_gnome_shortcut_class_init (BcGnomeShortcutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = bc_gnome_shortcut_finalize;
  object_class->get_property = bc_gnome_shortcut_get_property;

  properties[PROP_SET] = g_param_spec_boolean ("set", NULL, NULL, FALSE, flags);
  properties[PROP_BINDING] = g_param_spec_string ("binding", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bc_gnome_shortcut_init (BcGnomeShortcut *self)
{
  self->binding = g_strdup ("");
}

BcGnomeShortcut *
bc_gnome_shortcut_new (const char *desktop,
                       const char *command)
{
  BcGnomeShortcut *self = g_object_new (BC_TYPE_GNOME_SHORTCUT, NULL);

  self->is_gnome = bc_desktop_includes (desktop, "GNOME");
  self->command = g_strdup (command);
  if (self->is_gnome && command != NULL)
    open_settings (self);

  return self;
}

gboolean
bc_gnome_shortcut_is_available (BcGnomeShortcut  *self,
                                GError          **error)
{
  const char *reason;

  if (self->list != NULL)
    return TRUE;

  if (!self->is_gnome)
    reason = _("This desktop is not GNOME.");
  else if (self->command == NULL)
    reason = _("Breadcrumbs runs in a sandbox, out of reach of GNOME's keyboard settings.");
  else
    reason = _("GNOME's keyboard settings are not installed.");
  g_set_error_literal (error, BC_SERVICE_ERROR, BC_SERVICE_ERROR_UNAVAILABLE, reason);

  return FALSE;
}

gboolean
bc_gnome_shortcut_is_set (BcGnomeShortcut *self)
{
  return self->set;
}

const char *
bc_gnome_shortcut_get_binding (BcGnomeShortcut *self)
{
  return self->binding;
}

/* Whatever is in the settings: an impossible path aborts the program. */
static gboolean
is_path (const char *path)
{
  return *path == '/' && g_str_has_suffix (path, "/") && strstr (path, "//") == NULL;
}

static gboolean
same_key (const char *a,
          const char *b)
{
  BcAccelerator first;
  BcAccelerator second;

  return bc_accelerator_parse (a, &first, NULL) && bc_accelerator_parse (b, &second, NULL) &&
         first.modifiers == second.modifiers && first.keysym == second.keysym;
}

static gboolean
check_entry (BcGnomeShortcut  *self,
             GSettings        *entry,
             const char       *accelerator,
             GError          **error)
{
  g_autofree char *name = g_settings_get_string (entry, "name");
  g_autofree char *command = g_settings_get_string (entry, "command");
  g_autofree char *binding = g_settings_get_string (entry, "binding");

  if (same_key (binding, accelerator))
    /* Translators: %s is the name the user gave a shortcut of hers */
    g_set_error (error, BC_SERVICE_ERROR, BC_SERVICE_ERROR_TAKEN,
                 _("The custom shortcut “%s” already has this key. Choose another one."), name);
  else if (*binding != '\0' && g_str_equal (command, self->command))
    g_set_error (error, BC_SERVICE_ERROR, BC_SERVICE_ERROR_TAKEN,
                 _("The custom shortcut “%s” already runs this command."), name);
  else
    return TRUE;

  return FALSE;
}

static gboolean
check_others (BcGnomeShortcut     *self,
              const char * const  *paths,
              const char          *accelerator,
              GError             **error)
{
  for (; *paths != NULL; paths++)
    {
      g_autoptr (GSettings) entry = NULL;

      if (g_str_equal (*paths, OWN_PATH) || !is_path (*paths))
        continue;

      entry = g_settings_new_full (self->entry_schema, NULL, *paths);
      if (!check_entry (self, entry, accelerator, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_writable (BcGnomeShortcut  *self,
                GError          **error)
{
  if (g_settings_is_writable (self->list, LIST_KEY) && g_settings_is_writable (self->entry, "binding"))
    return TRUE;

  g_set_error_literal (error, BC_SERVICE_ERROR, BC_SERVICE_ERROR_DENIED,
                       _("The administrator of this computer has locked the keyboard settings."));

  return FALSE;
}

static void
append (BcGnomeShortcut     *self,
        const char * const  *paths)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) longer = NULL;

  if (g_strv_contains (paths, OWN_PATH))
    return;

  g_strv_builder_addv (builder, (const char **) paths);
  g_strv_builder_add (builder, OWN_PATH);
  longer = g_strv_builder_end (builder);
  g_settings_set_strv (self->list, LIST_KEY, (const char * const *) longer);
}

gboolean
bc_gnome_shortcut_set (BcGnomeShortcut  *self,
                       const char       *accelerator,
                       GError          **error)
{
  g_auto (GStrv) paths = NULL;
  BcAccelerator parsed;

  if (!bc_gnome_shortcut_is_available (self, error) || !bc_accelerator_parse (accelerator, &parsed, error))
    return FALSE;

  paths = g_settings_get_strv (self->list, LIST_KEY);
  if (!check_writable (self, error) || !check_others (self, (const char * const *) paths, accelerator, error))
    return FALSE;

  /* Complete before it is in the list, where the desktop picks it up. */
  g_settings_set_string (self->entry, "name", _("Leave a Breadcrumb"));
  g_settings_set_string (self->entry, "command", self->command);
  g_settings_set_string (self->entry, "binding", accelerator);
  append (self, (const char * const *) paths);

  return TRUE;
}

void
bc_gnome_shortcut_remove (BcGnomeShortcut *self)
{
  g_auto (GStrv) paths = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) shorter = NULL;

  if (!self->set)
    return;

  paths = g_settings_get_strv (self->list, LIST_KEY);
  for (gsize i = 0; paths[i] != NULL; i++)
    {
      if (!g_str_equal (paths[i], OWN_PATH))
        g_strv_builder_add (builder, paths[i]);
    }
  shorter = g_strv_builder_end (builder);
  g_settings_set_strv (self->list, LIST_KEY, (const char * const *) shorter);
  g_settings_reset (self->entry, "name");
  g_settings_reset (self->entry, "command");
  g_settings_reset (self->entry, "binding");
}
