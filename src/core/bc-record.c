/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bc-json-check.h"
#include "bc-json.h"

#define MAX_TYPE_LENGTH 32

G_DEFINE_QUARK (bc-record-error-quark, bc_record_error)

static gboolean
fail (GError        **error,
      BcRecordError   code,
      const char     *sentence)
{
  g_set_error_literal (error, BC_RECORD_ERROR, (int) code, sentence);

  return FALSE;
}

static gboolean
fail_field (GError     **error,
            const char  *name)
{
  g_set_error (error, BC_RECORD_ERROR, BC_RECORD_ERROR_FIELD, _("The field “%s” is missing or makes no sense."), name);

  return FALSE;
}

/* Returns: (nullable): the member, if it is there and is text. */
static const char *
peek_text (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  const char *text = NULL;

  if (node != NULL && json_node_get_value_type (node) == G_TYPE_STRING)
    text = json_node_get_string (node);

  return text != NULL && g_utf8_validate (text, -1, NULL) ? text : NULL;
}

static JsonObject *
peek_object (JsonObject *object,
             const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonArray *
peek_array (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static gint64
peek_int64 (JsonObject *object,
            const char *name,
            gint64      otherwise)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : otherwise;
}

static gboolean
peek_boolean (JsonObject *object,
              const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

static gboolean
read_uuid (JsonObject  *object,
           const char  *name,
           BcUuid      *uuid,
           GError     **error)
{
  const char *text = peek_text (object, name);

  return (text != NULL && bc_uuid_parse (text, uuid)) || fail_field (error, name);
}

static gboolean
read_time (JsonObject  *object,
           const char  *name,
           gint64      *time_us,
           GError     **error)
{
  const char *text = peek_text (object, name);

  return (text != NULL && bc_json_parse_time (text, time_us) && *time_us >= 0) || fail_field (error, name);
}

static BcContext *
read_context (JsonObject *object)
{
  JsonObject *context = peek_object (object, "context");

  if (context == NULL)
    return NULL;

  return bc_context_new (&(BcContextFields) {
    .application = peek_text (context, "application"),
    .title = peek_text (context, "title"),
    .directory = peek_text (context, "directory"),
    .repository = peek_text (context, "repository"),
    .branch = peek_text (context, "branch"),
  });
}

static gboolean
is_event_type (const char *type)
{
  gsize length = strlen (type);

  return length > 0 && length <= MAX_TYPE_LENGTH && strspn (type, "abcdefghijklmnopqrstuvwxyz-") == length;
}

static gboolean
has_line (const BcEvent *event)
{
  return g_str_equal (event->type, "created") || g_str_equal (event->type, "edited");
}

static gboolean
read_value (JsonObject  *object,
            BcEvent     *event,
            GError     **error)
{
  event->value = peek_text (object, "value");
  if (event->value == NULL)
    return !has_line (event) || fail_field (error, "value");

  return bc_line_validate (event->value, -1, error);
}

static gboolean
read_event (JsonObject  *object,
            BcEvent     *event,
            GError     **error)
{
  event->type = peek_text (object, "type");
  if (event->type == NULL || !is_event_type (event->type))
    return fail_field (error, "type");

  event->verbatim = peek_boolean (object, "verbatim");

  return read_uuid (object, "id", &event->uuid, error) &&
         read_uuid (object, "device", &event->device, error) &&
         read_time (object, "at", &event->at_us, error) &&
         read_value (object, event, error);
}

static guint
hash_uuid (gconstpointer key)
{
  guint hash;

  memcpy (&hash, (const guint8 *) key + BC_UUID_SIZE - sizeof hash, sizeof hash);

  return hash;
}

static gboolean
equal_uuid (gconstpointer a,
            gconstpointer b)
{
  return memcmp (a, b, BC_UUID_SIZE) == 0;
}

/* What an event undoes stands before it, so that no order of merging can tear the two apart. */
static gboolean
link_event (GHashTable  *seen,
            JsonObject  *object,
            BcEvent     *event,
            GError     **error)
{
  BcUuid undoes;

  if (json_object_has_member (object, "undoes"))
    {
      if (!read_uuid (object, "undoes", &undoes, error))
        return FALSE;
      event->undoes = g_hash_table_lookup (seen, &undoes);
      if (event->undoes == NULL)
        return fail_field (error, "undoes");
    }

  return g_hash_table_add (seen, &event->uuid) || fail_field (error, "id");
}

static gboolean
read_events (BcRecord   *self,
             JsonArray  *array,
             GError    **error)
{
  guint length = json_array_get_length (array);
  g_autoptr (GHashTable) seen = g_hash_table_new (hash_uuid, equal_uuid);

  g_array_set_size (self->events, length);
  for (guint i = 0; i < length; i++)
    {
      BcEvent *event = &g_array_index (self->events, BcEvent, i);
      JsonNode *node = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_OBJECT (node))
        return fail_field (error, "events");
      if (!read_event (json_node_get_object (node), event, error) ||
          !link_event (seen, json_node_get_object (node), event, error))
        return FALSE;
      if (g_str_equal (event->type, "created") != (i == 0))
        return fail_field (error, "events");
    }

  return length > 0 || fail_field (error, "events");
}

/* Nothing is known but the line: it was left, and that is all. Its identity must be the same next time. */
static gboolean
make_created (BcRecord    *self,
              JsonObject  *object,
              GError     **error)
{
  BcEvent event = {
    .uuid = self->uuid,
    .at_us = self->created_us,
    .type = "created",
    .value = peek_text (object, "line"),
    .verbatim = peek_boolean (object, "verbatim"),
  };

  if (event.value == NULL)
    return fail_field (error, "line");

  g_array_append_val (self->events, event);

  return bc_line_validate (event.value, -1, error);
}

static gboolean
read_crumb (BcRecord    *self,
            JsonObject  *object,
            GError     **error)
{
  if (!read_uuid (object, "id", &self->uuid, error) ||
      !read_time (object, "created", &self->created_us, error))
    return FALSE;

  self->context = read_context (object);
  self->events = g_array_new (FALSE, TRUE, sizeof (BcEvent));
  if (!json_object_has_member (object, "events"))
    return make_created (self, object, error);
  if (peek_array (object, "events") == NULL)
    return fail_field (error, "events");

  return read_events (self, peek_array (object, "events"), error);
}

static gboolean
read_causes (BcRecord    *self,
             JsonObject  *object,
             GError     **error)
{
  JsonArray *causes = peek_array (object, "causes");

  for (guint i = 0; causes != NULL && i < json_array_get_length (causes); i++)
    {
      JsonNode *node = json_array_get_element (causes, i);

      if (json_node_get_value_type (node) == G_TYPE_STRING)
        self->away.causes |= bc_json_parse_cause (json_node_get_string (node));
    }

  return self->away.causes != 0 || fail_field (error, "causes");
}

static gboolean
read_away (BcRecord    *self,
           JsonObject  *object,
           GError     **error)
{
  self->is_away = TRUE;
  self->away.duration_us = peek_int64 (object, "duration_us", -1);

  if (self->away.duration_us < 0)
    return fail_field (error, "duration_us");

  return read_uuid (object, "id", &self->uuid, error) &&
         read_uuid (object, "device", &self->device, error) &&
         read_time (object, "left", &self->away.left_us, error) &&
         read_time (object, "back", &self->away.back_us, error) &&
         read_causes (self, object, error);
}

static gboolean
read_record (BcRecord    *self,
             JsonObject  *object,
             GError     **error)
{
  const char *type = peek_text (object, "type");

  if (peek_int64 (object, "schema", 0) != BC_JSON_SCHEMA)
    return fail (error, BC_RECORD_ERROR_SCHEMA, _("It is no record of an export, or of a newer Breadcrumbs."));
  if (g_strcmp0 (type, "crumb") == 0)
    return read_crumb (self, object, error);
  if (g_strcmp0 (type, "away") == 0)
    return read_away (self, object, error);

  return fail (error, BC_RECORD_ERROR_SCHEMA, _("It is no record of an export, or of a newer Breadcrumbs."));
}

static JsonNode *
parse_json (const char  *text,
            gsize        length,
            GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  const char *problem = NULL;

  if (!g_utf8_validate_len (text, length, NULL))
    problem = _("It is not valid UTF-8, or has a NUL in it.");
  else
    problem = bc_json_check (text);

  if (problem == NULL &&
      (!json_parser_load_from_data (parser, text, (gssize) length, NULL) ||
       json_parser_get_root (parser) == NULL || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser))))
    problem = _("It is not JSON.");
  if (problem == NULL)
    return json_parser_steal_root (parser);

  fail (error, BC_RECORD_ERROR_SYNTAX, problem);

  return NULL;
}

BcRecord *
bc_record_parse (const char  *text,
                 gsize        length,
                 GError     **error)
{
  g_autoptr (BcRecord) self = g_new0 (BcRecord, 1);

  self->root = parse_json (text, length, error);
  if (self->root == NULL || !read_record (self, json_node_get_object (self->root), error))
    return NULL;

  return g_steal_pointer (&self);
}

void
bc_record_free (BcRecord *self)
{
  g_clear_pointer (&self->root, json_node_unref);
  g_clear_pointer (&self->context, bc_context_unref);
  g_clear_pointer (&self->events, g_array_unref);
  g_free (self);
}
