/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-cli-json.h"

void
bc_cli_json_add_text (JsonBuilder *builder,
                      const char  *name,
                      const char  *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_words (JsonBuilder        *builder,
           const char         *name,
           const char * const *words)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; words[i] != NULL; i++)
    json_builder_add_string_value (builder, words[i]);
  json_builder_end_array (builder);
}

static void
add_timebox (JsonBuilder *builder,
             gint64       timebox_s)
{
  json_builder_set_member_name (builder, "timebox_s");
  if (timebox_s > 0)
    json_builder_add_int_value (builder, timebox_s);
  else
    json_builder_add_null_value (builder);
}

char *
bc_cli_json_format_time (gint64 time_us)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (time_us / G_USEC_PER_SEC);
  g_autofree char *date = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%S") : NULL;

  if (date == NULL)
    return NULL;

  return g_strdup_printf ("%s.%06dZ", date, (int) (time_us % G_USEC_PER_SEC));
}

static void
add_context (JsonBuilder *builder,
             BcContext   *context)
{
  json_builder_set_member_name (builder, "context");
  if (context == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_object (builder);
  bc_cli_json_add_text (builder, "application", bc_context_get_application (context));
  bc_cli_json_add_text (builder, "title", bc_context_get_title (context));
  bc_cli_json_add_text (builder, "directory", bc_context_get_directory (context));
  bc_cli_json_add_text (builder, "repository", bc_context_get_repository (context));
  bc_cli_json_add_text (builder, "branch", bc_context_get_branch (context));
  json_builder_end_object (builder);
}

static void
add_fields (JsonBuilder *builder,
            BcLine      *line,
            BcKind       kind)
{
  bc_cli_json_add_text (builder, "line", bc_line_get_text (line));
  bc_cli_json_add_text (builder, "where", bc_line_get_where (line));
  bc_cli_json_add_text (builder, "next", bc_line_get_next (line));
  add_words (builder, "topics", bc_line_get_topics (line));
  add_words (builder, "persons", bc_line_get_persons (line));
  bc_cli_json_add_text (builder, "kind", bc_kind_to_string (kind));
  add_timebox (builder, bc_line_get_timebox_s (line));
  json_builder_set_member_name (builder, "ask");
  json_builder_add_boolean_value (builder, bc_line_is_ask (line));
}

static JsonBuilder *
begin_object (void)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "schema");
  json_builder_add_int_value (builder, BC_CLI_JSON_SCHEMA);

  return builder;
}

/* Before 1.8 json-glib forgot to escape this one control character, which may
 * stand nowhere in JSON: RFC 8259, section 7. */
static void
append_escaped (GString    *out,
                const char *json)
{
  for (const char *at = json; *at != '\0'; at++)
    if (*at == 0x1f)
      g_string_append (out, "\\u001f");
    else
      g_string_append_c (out, *at);
}

void
bc_cli_json_append_object (GString     *out,
                           JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *json = json_to_string (root, FALSE);

  append_escaped (out, json);
  g_string_append_c (out, '\n');
}

void
bc_cli_json_append_crumb (GString *out,
                          BcCrumb *crumb)
{
  g_autoptr (JsonBuilder) builder = begin_object ();
  g_autofree char *created = bc_cli_json_format_time (bc_crumb_get_created_us (crumb));

  bc_cli_json_add_text (builder, "id", bc_crumb_get_id (crumb));
  bc_cli_json_add_text (builder, "created", created);
  add_fields (builder, bc_crumb_get_line (crumb), bc_crumb_get_kind (crumb));
  bc_cli_json_add_text (builder, "state", bc_crumb_state_to_string (bc_crumb_get_state (crumb)));
  add_context (builder, bc_crumb_get_context (crumb));
  json_builder_end_object (builder);
  bc_cli_json_append_object (out, builder);
}

void
bc_cli_json_append_line (GString *out,
                         BcLine  *line)
{
  g_autoptr (JsonBuilder) builder = begin_object ();

  bc_cli_json_add_text (builder, "id", NULL);
  bc_cli_json_add_text (builder, "created", NULL);
  add_fields (builder, line, bc_line_get_kind (line));
  bc_cli_json_add_text (builder, "state", NULL);
  add_context (builder, NULL);
  json_builder_end_object (builder);
  bc_cli_json_append_object (out, builder);
}
