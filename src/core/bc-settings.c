/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-settings.h"

#include "bc-paths.h"

#define KEY_HOTKEY "hotkey"
#define KEY_HOTKEY_MAY_ASK "hotkey-may-ask"
#define KEY_IDLE_THRESHOLD "idle-threshold"
#define KEY_CAPTURE_CONTEXT "capture-context"
#define KEY_HIDE_TEXT "hide-notification-text"
#define KEY_TRUST_IDLE "show-text-on-idle-return"
#define KEY_PAUSED_UNTIL "reminders-paused-until"

struct _BcSettings {
  GObject parent_instance;

  GSettings *settings;
  char *hotkey;
  gboolean hotkey_may_ask;
  guint idle_threshold_s;
  gboolean capture_context;
  gboolean hide_notification_text;
  gboolean trust_idle;
  gint64 paused_until_us;
};

enum {
  PROP_0,
  PROP_HOTKEY,
  PROP_HOTKEY_MAY_ASK,
  PROP_IDLE_THRESHOLD_S,
  PROP_CAPTURE_CONTEXT,
  PROP_HIDE_NOTIFICATION_TEXT,
  PROP_TRUST_IDLE,
  PROP_REMINDERS_PAUSED_UNTIL_US,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BcSettings, bc_settings, G_TYPE_OBJECT)

static void
bc_settings_finalize (GObject *object)
{
  BcSettings *self = BC_SETTINGS (object);

  g_clear_object (&self->settings);
  g_free (self->hotkey);

  G_OBJECT_CLASS (bc_settings_parent_class)->finalize (object);
}

static void
bc_settings_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  BcSettings *self = BC_SETTINGS (object);

  switch (id)
    {
    case PROP_HOTKEY:
      g_value_set_string (value, self->hotkey);
      break;
    case PROP_HOTKEY_MAY_ASK:
      g_value_set_boolean (value, self->hotkey_may_ask);
      break;
    case PROP_IDLE_THRESHOLD_S:
      g_value_set_uint (value, self->idle_threshold_s);
      break;
    case PROP_CAPTURE_CONTEXT:
      g_value_set_boolean (value, self->capture_context);
      break;
    case PROP_HIDE_NOTIFICATION_TEXT:
      g_value_set_boolean (value, self->hide_notification_text);
      break;
    case PROP_TRUST_IDLE:
      g_value_set_boolean (value, self->trust_idle);
      break;
    case PROP_REMINDERS_PAUSED_UNTIL_US:
      g_value_set_int64 (value, self->paused_until_us);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bc_settings_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  BcSettings *self = BC_SETTINGS (object);

  switch (id)
    {
    case PROP_HOTKEY:
      g_free (self->hotkey);
      self->hotkey = g_value_dup_string (value);
      break;
    case PROP_HOTKEY_MAY_ASK:
      self->hotkey_may_ask = g_value_get_boolean (value);
      break;
    case PROP_IDLE_THRESHOLD_S:
      self->idle_threshold_s = g_value_get_uint (value);
      break;
    case PROP_CAPTURE_CONTEXT:
      self->capture_context = g_value_get_boolean (value);
      break;
    case PROP_HIDE_NOTIFICATION_TEXT:
      self->hide_notification_text = g_value_get_boolean (value);
      break;
    case PROP_TRUST_IDLE:
      self->trust_idle = g_value_get_boolean (value);
      break;
    case PROP_REMINDERS_PAUSED_UNTIL_US:
      self->paused_until_us = g_value_get_int64 (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bc_settings_class_init (BcSettingsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = bc_settings_finalize;
  object_class->get_property = bc_settings_get_property;
  object_class->set_property = bc_settings_set_property;

  properties[PROP_HOTKEY] = g_param_spec_string ("hotkey", NULL, NULL, "", flags);
  properties[PROP_HOTKEY_MAY_ASK] = g_param_spec_boolean ("hotkey-may-ask", NULL, NULL, TRUE, flags);
  properties[PROP_IDLE_THRESHOLD_S] = g_param_spec_uint ("idle-threshold-s", NULL, NULL, 1, 7200, 300, flags);
  properties[PROP_CAPTURE_CONTEXT] = g_param_spec_boolean ("capture-context", NULL, NULL, TRUE, flags);
  properties[PROP_HIDE_NOTIFICATION_TEXT] = g_param_spec_boolean ("hide-notification-text", NULL, NULL, FALSE, flags);
  properties[PROP_TRUST_IDLE] = g_param_spec_boolean ("trust-idle", NULL, NULL, FALSE, flags);
  properties[PROP_REMINDERS_PAUSED_UNTIL_US] =
    g_param_spec_int64 ("reminders-paused-until-us", NULL, NULL, BC_SETTINGS_PAUSED_FOR_GOOD, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bc_settings_init (BcSettings *self)
{
}

static GSettingsSchema *
find_schema (void)
{
  GSettingsSchemaSource *standard = g_settings_schema_source_get_default ();
  g_autofree char *folder = bc_paths_get_installed (BC_SCHEMADIR, "share/glib-2.0/schemas");
  g_autoptr (GSettingsSchemaSource) own = NULL;
  GSettingsSchema *schema = NULL;

  if (standard != NULL)
    schema = g_settings_schema_source_lookup (standard, BC_APP_ID, TRUE);
  if (schema != NULL)
    return schema;

  own = g_settings_schema_source_new_from_directory (folder, standard, TRUE, NULL);

  return own != NULL ? g_settings_schema_source_lookup (own, BC_APP_ID, TRUE) : NULL;
}

static void
bind (BcSettings *self,
      const char *key,
      GParamSpec *pspec)
{
  g_settings_bind (self->settings, key, self, pspec->name, G_SETTINGS_BIND_DEFAULT);
}

BcSettings *
bc_settings_new (GError **error)
{
  g_autoptr (GSettingsSchema) schema = find_schema ();
  BcSettings *self;

  if (schema == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           "The settings schema " BC_APP_ID " is not installed");
      return NULL;
    }

  self = g_object_new (BC_TYPE_SETTINGS, NULL);
  self->settings = g_settings_new_full (schema, NULL, NULL);
  bind (self, KEY_HOTKEY, properties[PROP_HOTKEY]);
  bind (self, KEY_HOTKEY_MAY_ASK, properties[PROP_HOTKEY_MAY_ASK]);
  bind (self, KEY_IDLE_THRESHOLD, properties[PROP_IDLE_THRESHOLD_S]);
  bind (self, KEY_CAPTURE_CONTEXT, properties[PROP_CAPTURE_CONTEXT]);
  bind (self, KEY_HIDE_TEXT, properties[PROP_HIDE_NOTIFICATION_TEXT]);
  bind (self, KEY_TRUST_IDLE, properties[PROP_TRUST_IDLE]);
  bind (self, KEY_PAUSED_UNTIL, properties[PROP_REMINDERS_PAUSED_UNTIL_US]);

  return self;
}

const char *
bc_settings_get_hotkey (BcSettings *self)
{
  return self->hotkey;
}

void
bc_settings_set_hotkey (BcSettings *self,
                        const char *accelerator)
{
  g_object_set (self, "hotkey", accelerator, NULL);
}

guint
bc_settings_get_idle_threshold_s (BcSettings *self)
{
  return self->idle_threshold_s;
}

void
bc_settings_set_idle_threshold_s (BcSettings *self,
                                  guint       seconds)
{
  g_object_set (self, "idle-threshold-s", seconds, NULL);
}

gboolean
bc_settings_get_capture_context (BcSettings *self)
{
  return self->capture_context;
}

gboolean
bc_settings_get_hide_notification_text (BcSettings *self)
{
  return self->hide_notification_text;
}

gboolean
bc_settings_get_trust_idle (BcSettings *self)
{
  return self->trust_idle;
}

gint64
bc_settings_get_reminders_paused_until_us (BcSettings *self)
{
  return self->paused_until_us;
}

void
bc_settings_set_reminders_paused_until_us (BcSettings *self,
                                           gint64      until_us)
{
  g_object_set (self, "reminders-paused-until-us", until_us, NULL);
}

gboolean
bc_settings_are_reminders_paused (BcSettings *self,
                                  gint64      now_us)
{
  return self->paused_until_us == BC_SETTINGS_PAUSED_FOR_GOOD || self->paused_until_us > now_us;
}
