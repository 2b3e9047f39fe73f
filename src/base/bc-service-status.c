/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-service-status.h"

#include <gio/gio.h>

typedef struct {
  char *backend;
  char *reason;
} Refusal;

struct _BcServiceStatus {
  GObject parent_instance;

  char *id;
  BcServiceState state;
  char *backend;
  char *reason;
  GPtrArray *refusals;
  guint event_count;
  char *last_event;
  gint64 last_event_us;
};

enum {
  PROP_0,
  PROP_STATE,
  PROP_BACKEND,
  PROP_REASON,
  PROP_REFUSALS,
  PROP_EVENT_COUNT,
  PROP_LAST_EVENT,
  PROP_LAST_EVENT_US,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_QUARK (bc-service-error-quark, bc_service_error)
G_DEFINE_FINAL_TYPE (BcServiceStatus, bc_service_status, G_TYPE_OBJECT)

static void
refusal_free (gpointer data)
{
  Refusal *refusal = data;

  g_free (refusal->backend);
  g_free (refusal->reason);
  g_free (refusal);
}

static void
bc_service_status_finalize (GObject *object)
{
  BcServiceStatus *self = BC_SERVICE_STATUS (object);

  g_free (self->id);
  g_free (self->backend);
  g_free (self->reason);
  g_free (self->last_event);
  g_ptr_array_unref (self->refusals);

  G_OBJECT_CLASS (bc_service_status_parent_class)->finalize (object);
}

static void
bc_service_status_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  BcServiceStatus *self = BC_SERVICE_STATUS (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_uint (value, self->state);
      break;
    case PROP_BACKEND:
      g_value_set_string (value, self->backend);
      break;
    case PROP_REASON:
      g_value_set_string (value, self->reason);
      break;
    case PROP_REFUSALS:
      g_value_take_boxed (value, bc_service_status_get_refused (self));
      break;
    case PROP_EVENT_COUNT:
      g_value_set_uint (value, self->event_count);
      break;
    case PROP_LAST_EVENT:
      g_value_set_string (value, self->last_event);
      break;
    case PROP_LAST_EVENT_US:
      g_value_set_int64 (value, self->last_event_us);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bc_service_status_class_init (BcServiceStatusClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = bc_service_status_finalize;
  object_class->get_property = bc_service_status_get_property;

  properties[PROP_STATE] = g_param_spec_uint ("state", NULL, NULL, 0, BC_SERVICE_STATE_UNAVAILABLE, 0, flags);
  properties[PROP_BACKEND] = g_param_spec_string ("backend", NULL, NULL, NULL, flags);
  properties[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, NULL, flags);
  properties[PROP_REFUSALS] = g_param_spec_boxed ("refusals", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_EVENT_COUNT] = g_param_spec_uint ("event-count", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_LAST_EVENT] = g_param_spec_string ("last-event", NULL, NULL, NULL, flags);
  properties[PROP_LAST_EVENT_US] = g_param_spec_int64 ("last-event-us", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bc_service_status_init (BcServiceStatus *self)
{
  self->refusals = g_ptr_array_new_with_free_func (refusal_free);
}

BcServiceStatus *
bc_service_status_new (const char *id)
{
  BcServiceStatus *self = g_object_new (BC_TYPE_SERVICE_STATUS, NULL);

  self->id = g_strdup (id);

  return self;
}

const char *
bc_service_status_get_id (BcServiceStatus *self)
{
  return self->id;
}

static void
set_text (BcServiceStatus  *self,
          char            **field,
          const char       *text,
          GParamSpec       *pspec)
{
  if (g_strcmp0 (*field, text) == 0)
    return;

  g_free (*field);
  *field = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

void
bc_service_status_set (BcServiceStatus *self,
                       BcServiceState   state,
                       const char      *backend,
                       const char      *reason)
{
  g_return_if_fail (BC_IS_SERVICE_STATUS (self));

  g_object_freeze_notify (G_OBJECT (self));
  if (self->state != state)
    {
      self->state = state;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
    }
  set_text (self, &self->backend, backend, properties[PROP_BACKEND]);
  set_text (self, &self->reason, reason, properties[PROP_REASON]);
  g_object_thaw_notify (G_OBJECT (self));
}

BcServiceState
bc_service_status_get_state (BcServiceStatus *self)
{
  return self->state;
}

const char *
bc_service_status_get_backend (BcServiceStatus *self)
{
  return self->backend;
}

const char *
bc_service_status_get_reason (BcServiceStatus *self)
{
  return self->reason;
}

static gboolean
find_refusal (BcServiceStatus *self,
              const char      *backend,
              guint           *index)
{
  for (guint i = 0; i < self->refusals->len; i++)
    {
      Refusal *refusal = g_ptr_array_index (self->refusals, i);

      if (g_str_equal (refusal->backend, backend))
        {
          *index = i;
          return TRUE;
        }
    }

  return FALSE;
}

static void
add_refusal (BcServiceStatus *self,
             const char      *backend,
             const char      *reason)
{
  Refusal *refusal = g_new (Refusal, 1);

  refusal->backend = g_strdup (backend);
  refusal->reason = g_strdup (reason);
  g_ptr_array_add (self->refusals, refusal);
}

void
bc_service_status_set_refusal (BcServiceStatus *self,
                               const char      *backend,
                               const char      *reason)
{
  const char *known = bc_service_status_get_refusal (self, backend);
  guint index;

  if (g_strcmp0 (known, reason) == 0)
    return;

  if (find_refusal (self, backend, &index))
    g_ptr_array_remove_index (self->refusals, index);
  if (reason != NULL)
    add_refusal (self, backend, reason);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REFUSALS]);
}

char **
bc_service_status_get_refused (BcServiceStatus *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->refusals->len; i++)
    g_strv_builder_add (builder, ((Refusal *) g_ptr_array_index (self->refusals, i))->backend);

  return g_strv_builder_end (builder);
}

const char *
bc_service_status_get_refusal (BcServiceStatus *self,
                               const char      *backend)
{
  guint index;

  if (!find_refusal (self, backend, &index))
    return NULL;

  return ((Refusal *) g_ptr_array_index (self->refusals, index))->reason;
}

void
bc_service_status_note_event (BcServiceStatus *self,
                              const char      *event,
                              gint64           now_us)
{
  g_object_freeze_notify (G_OBJECT (self));
  self->event_count++;
  self->last_event_us = now_us;
  set_text (self, &self->last_event, event, properties[PROP_LAST_EVENT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAST_EVENT_US]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EVENT_COUNT]);
  g_object_thaw_notify (G_OBJECT (self));
}

guint
bc_service_status_get_event_count (BcServiceStatus *self)
{
  return self->event_count;
}

const char *
bc_service_status_get_last_event (BcServiceStatus *self)
{
  return self->last_event;
}

gint64
bc_service_status_get_last_event_us (BcServiceStatus *self)
{
  return self->last_event_us;
}

static const char *
text_or_empty (const char *text)
{
  return text != NULL ? text : "";
}

GVariant *
bc_service_status_to_variant (BcServiceStatus *self)
{
  static const char * const states[] = { "off", "waiting", "active", "unavailable" };
  GVariantDict dict;
  GVariantBuilder refused;

  g_variant_builder_init (&refused, G_VARIANT_TYPE ("a(ss)"));
  for (guint i = 0; i < self->refusals->len; i++)
    {
      Refusal *refusal = g_ptr_array_index (self->refusals, i);

      g_variant_builder_add (&refused, "(ss)", refusal->backend, refusal->reason);
    }

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "id", "s", self->id);
  g_variant_dict_insert (&dict, "state", "s", states[self->state]);
  g_variant_dict_insert (&dict, "backend", "s", text_or_empty (self->backend));
  g_variant_dict_insert (&dict, "reason", "s", text_or_empty (self->reason));
  g_variant_dict_insert_value (&dict, "refused", g_variant_builder_end (&refused));
  g_variant_dict_insert (&dict, "events", "u", self->event_count);
  g_variant_dict_insert (&dict, "last-event", "s", text_or_empty (self->last_event));
  g_variant_dict_insert (&dict, "last-event-us", "x", self->last_event_us);

  return g_variant_dict_end (&dict);
}
