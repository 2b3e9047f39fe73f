/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-activation-token.h"

#include <string.h>

/* Desktop Entry Specification, "D-Bus Activation": the second is the older. */
static const char * const keys[] = { "activation-token", "desktop-startup-id", NULL };

gboolean
bc_activation_token_is_valid (const char *token)
{
  gsize length = token != NULL ? strnlen (token, BC_ACTIVATION_TOKEN_MAX + 1) : 0;

  if (length == 0 || length > BC_ACTIVATION_TOKEN_MAX || !g_utf8_validate (token, (gssize) length, NULL))
    return FALSE;

  /* A startup id has the program's name in it, with its blanks. */
  for (const char *at = token; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_unichar_iscntrl (g_utf8_get_char (at)))
        return FALSE;
    }

  return TRUE;
}

static char *
take_variable (const char *name)
{
  const char *value = g_getenv (name);
  char *token = bc_activation_token_is_valid (value) ? g_strdup (value) : NULL;

  g_unsetenv (name);

  return token;
}

char *
bc_activation_token_take_from_environment (void)
{
  g_autofree char *token = take_variable ("XDG_ACTIVATION_TOKEN");
  g_autofree char *startup_id = take_variable ("DESKTOP_STARTUP_ID");

  return token != NULL ? g_steal_pointer (&token) : g_steal_pointer (&startup_id);
}

char *
bc_activation_token_get (GVariant *platform_data)
{
  for (guint i = 0; keys[i] != NULL; i++)
    {
      const char *token;

      if (g_variant_lookup (platform_data, keys[i], "&s", &token) && bc_activation_token_is_valid (token))
        return g_strdup (token);
    }

  return NULL;
}

void
bc_activation_token_add (GVariantBuilder *builder,
                         const char      *token)
{
  for (guint i = 0; keys[i] != NULL && bc_activation_token_is_valid (token); i++)
    g_variant_builder_add (builder, "{sv}", keys[i], g_variant_new_string (token));
}

GVariant *
bc_activation_token_pack (const char *token)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  bc_activation_token_add (&builder, token);

  return g_variant_builder_end (&builder);
}

static gboolean
is_bad (const char *key,
        GVariant   *value)
{
  return g_strv_contains (keys, key) &&
         !(g_variant_is_of_type (value, G_VARIANT_TYPE_STRING) &&
           bc_activation_token_is_valid (g_variant_get_string (value, NULL)));
}

GVariant *
bc_activation_token_clean (GVariant *platform_data)
{
  GVariantBuilder clean;
  GVariantIter iter;
  const char *key;
  GVariant *value;

  g_variant_builder_init (&clean, G_VARIANT_TYPE_VARDICT);
  g_variant_iter_init (&iter, platform_data);
  while (g_variant_iter_loop (&iter, "{&sv}", &key, &value))
    {
      if (!is_bad (key, value))
        g_variant_builder_add (&clean, "{sv}", key, value);
    }

  return g_variant_ref_sink (g_variant_builder_end (&clean));
}
