/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-json.h"

#include <string.h>

#include "bc-text.h"

void
bc_json_add_text (JsonBuilder *builder,
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
bc_json_format_time (gint64 time_us)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (time_us / G_USEC_PER_SEC);
  g_autofree char *date = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%S") : NULL;

  if (date == NULL)
    return NULL;

  return g_strdup_printf ("%s.%06dZ", date, (int) (time_us % G_USEC_PER_SEC));
}

/* GDateTime reads seconds as a double, which is not exact to the microsecond. */
static gboolean
parse_fraction (const char  *digits,
                gint64      *fraction_us,
                const char **end)
{
  gint64 unit_us = G_USEC_PER_SEC / 10;

  *fraction_us = 0;
  for (*end = digits; g_ascii_isdigit (**end); (*end)++)
    {
      *fraction_us += g_ascii_digit_value (**end) * unit_us;
      unit_us /= 10;
    }

  return *end > digits;
}

gboolean
bc_json_parse_time (const char *text,
                    gint64     *time_us)
{
  const char *dot = strchr (text, '.');
  const char *zone = dot;
  g_autofree char *whole = NULL;
  g_autoptr (GDateTime) time = NULL;
  gint64 fraction_us = 0;

  if (dot != NULL && !parse_fraction (dot + 1, &fraction_us, &zone))
    return FALSE;

  whole = dot != NULL ? g_strdup_printf ("%.*s%s", (int) (dot - text), text, zone) : g_strdup (text);
  time = g_date_time_new_from_iso8601 (whole, NULL);
  if (time == NULL)
    return FALSE;

  *time_us = g_date_time_to_unix (time) * G_USEC_PER_SEC + fraction_us;

  return TRUE;
}

static const char * const causes[] = { "idle", "lock", "sleep" };

void
bc_json_add_causes (JsonBuilder *builder,
                    guint        set)
{
  json_builder_set_member_name (builder, "causes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (causes); i++)
    {
      if (set & (1u << i))
        json_builder_add_string_value (builder, causes[i]);
    }
  json_builder_end_array (builder);
}

guint
bc_json_parse_cause (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (causes); i++)
    {
      if (g_str_equal (causes[i], word))
        return 1u << i;
    }

  return 0;
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
  bc_json_add_text (builder, "application", bc_context_get_application (context));
  bc_json_add_text (builder, "title", bc_context_get_title (context));
  bc_json_add_text (builder, "directory", bc_context_get_directory (context));
  bc_json_add_text (builder, "repository", bc_context_get_repository (context));
  bc_json_add_text (builder, "branch", bc_context_get_branch (context));
  json_builder_end_object (builder);
}

static void
add_fields (JsonBuilder *builder,
            BcLine      *line,
            BcKind       kind)
{
  bc_json_add_text (builder, "line", bc_line_get_text (line));
  bc_json_add_text (builder, "where", bc_line_get_where (line));
  bc_json_add_text (builder, "next", bc_line_get_next (line));
  add_words (builder, "topics", bc_line_get_topics (line));
  add_words (builder, "persons", bc_line_get_persons (line));
  bc_json_add_text (builder, "kind", bc_kind_to_string (kind));
  add_timebox (builder, bc_line_get_timebox_s (line));
  json_builder_set_member_name (builder, "ask");
  json_builder_add_boolean_value (builder, bc_line_is_ask (line));
}

JsonBuilder *
bc_json_begin_object (void)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "schema");
  json_builder_add_int_value (builder, BC_JSON_SCHEMA);

  return builder;
}

/* Controls and what turns text around, escaped, are the same in JSON and harmless on a terminal. Before 1.8
 * json-glib also forgot to escape U+001F, which may stand nowhere in JSON: RFC 8259, section 7. */
static gboolean
needs_escape (gunichar c)
{
  return g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029 || bc_text_turns_direction (c);
}

static void
append_escaped (GString    *out,
                const char *json)
{
  const char *plain = json;

  for (const char *at = json; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!needs_escape (c))
        continue;
      g_string_append_len (out, plain, at - plain);
      g_string_append_printf (out, "\\u%04x", c);
      plain = g_utf8_next_char (at);
    }
  g_string_append (out, plain);
}

void
bc_json_append_object (GString     *out,
                       JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *json = json_to_string (root, FALSE);

  append_escaped (out, json);
  g_string_append_c (out, '\n');
}

void
bc_json_add_crumb (JsonBuilder *builder,
                   BcCrumb     *crumb)
{
  g_autofree char *created = bc_json_format_time (bc_crumb_get_created_us (crumb));

  bc_json_add_text (builder, "id", bc_crumb_get_id (crumb));
  bc_json_add_text (builder, "created", created);
  add_fields (builder, bc_crumb_get_line (crumb), bc_crumb_get_kind (crumb));
  bc_json_add_text (builder, "state", bc_crumb_state_to_string (bc_crumb_get_state (crumb)));
  add_context (builder, bc_crumb_get_context (crumb));
}

void
bc_json_append_crumb (GString *out,
                      BcCrumb *crumb)
{
  g_autoptr (JsonBuilder) builder = bc_json_begin_object ();

  bc_json_add_crumb (builder, crumb);
  json_builder_end_object (builder);
  bc_json_append_object (out, builder);
}

void
bc_json_append_line (GString *out,
                     BcLine  *line)
{
  g_autoptr (JsonBuilder) builder = bc_json_begin_object ();

  bc_json_add_text (builder, "id", NULL);
  bc_json_add_text (builder, "created", NULL);
  add_fields (builder, line, bc_line_get_kind (line));
  bc_json_add_text (builder, "state", NULL);
  add_context (builder, NULL);
  json_builder_end_object (builder);
  bc_json_append_object (out, builder);
}
