/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-cli-report.h"

#include "bc-cli-text.h"

#define SERVICES_MAX 32
#define PAIRS_MAX 16
#define TEXT_MAX_LETTERS 300

typedef struct {
  const char *name;
  const char *type;
} Key;

static const Key service_keys[] = {
  { "id", "s" },
  { "state", "s" },
  { "backend", "s" },
  { "reason", "s" },
  { "refused", "a(ss)" },
  { "events", "u" },
  { "last-event", "s" },
  { "last-event-us", "x" },
  { NULL }
};

static const Key program_keys[] = {
  { "version", "s" },
  { "started-us", "x" },
  { "install", "s" },
  { "desktop", "s" },
  { "session", "s" },
  { "display", "s" },
  { "gtk", "s" },
  { "adwaita", "s" },
  { "glib", "s" },
  { "locale", "s" },
  { NULL }
};

char *
bc_cli_report_read_text (const char *told)
{
  const char *end = told;
  g_autofree char *start = NULL;
  g_autofree char *clean = NULL;

  for (guint i = 0; i < TEXT_MAX_LETTERS && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  start = g_strndup (told, (gsize) (end - told));
  clean = bc_text_clean (start);

  return g_strconcat (clean, *end != '\0' ? "…" : "", NULL);
}

static GVariant *
read_pairs (GVariant *told)
{
  GVariantBuilder pairs;

  g_variant_builder_init (&pairs, G_VARIANT_TYPE ("a(ss)"));
  for (gsize i = 0; told != NULL && i < MIN (g_variant_n_children (told), PAIRS_MAX); i++)
    {
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;
      const char *name;
      const char *text;

      g_variant_get_child (told, i, "(&s&s)", &name, &text);
      first = bc_cli_report_read_text (name);
      second = bc_cli_report_read_text (text);
      g_variant_builder_add (&pairs, "(ss)", first, second);
    }

  return g_variant_builder_end (&pairs);
}

static GVariant *
read_value (GVariant           *told,
            const GVariantType *type)
{
  if (g_variant_type_is_array (type))
    return read_pairs (told);

  if (g_variant_type_equal (type, G_VARIANT_TYPE_STRING))
    return g_variant_new_take_string (bc_cli_report_read_text (told != NULL ? g_variant_get_string (told, NULL) : ""));

  if (g_variant_type_equal (type, G_VARIANT_TYPE_UINT32))
    return g_variant_new_uint32 (told != NULL ? g_variant_get_uint32 (told) : 0);

  /* A time: never before 1970. */
  return g_variant_new_int64 (told != NULL ? MAX (0, g_variant_get_int64 (told)) : 0);
}

static GVariant *
read_keys (GVariant  *told,
           const Key *keys)
{
  GVariantBuilder known;

  g_variant_builder_init (&known, G_VARIANT_TYPE_VARDICT);
  for (guint i = 0; keys[i].name != NULL; i++)
    {
      const GVariantType *type = G_VARIANT_TYPE (keys[i].type);
      g_autoptr (GVariant) value = g_variant_lookup_value (told, keys[i].name, type);

      g_variant_builder_add (&known, "{sv}", keys[i].name, read_value (value, type));
    }

  return g_variant_builder_end (&known);
}

GVariant *
bc_cli_report_read_services (GVariant *told)
{
  GVariantBuilder services;

  g_variant_builder_init (&services, G_VARIANT_TYPE ("aa{sv}"));
  for (gsize i = 0; i < MIN (g_variant_n_children (told), SERVICES_MAX); i++)
    {
      g_autoptr (GVariant) service = g_variant_get_child_value (told, i);

      g_variant_builder_add_value (&services, read_keys (service, service_keys));
    }

  return g_variant_ref_sink (g_variant_builder_end (&services));
}

GVariant *
bc_cli_report_read_program (GVariant *told)
{
  return g_variant_ref_sink (read_keys (told, program_keys));
}

const char *
bc_cli_report_peek_text (GVariant   *part,
                         const char *key)
{
  const char *text;

  return g_variant_lookup (part, key, "&s", &text) ? text : "";
}
