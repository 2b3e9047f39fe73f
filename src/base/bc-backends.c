/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-backends.h"

static const char *
override_for (const char *service)
{
  g_autofree char *upper = g_ascii_strup (service, -1);
  g_autofree char *name = g_strconcat ("BREADCRUMBS_", upper, NULL);
  const char *value = g_getenv (name);

  return value != NULL && *value != '\0' ? value : NULL;
}

char **
bc_backends_order (const char         *service,
                   const char * const *defaults)
{
  const char *override = override_for (service);
  g_auto (GStrv) wanted = NULL;
  g_autoptr (GStrvBuilder) builder = NULL;

  if (override == NULL)
    return g_strdupv ((char **) defaults);

  wanted = g_strsplit (override, ",", -1);
  builder = g_strv_builder_new ();
  for (char **name = wanted; *name != NULL; name++)
    {
      if (g_strv_contains (defaults, g_strstrip (*name)))
        g_strv_builder_add (builder, *name);
    }

  return g_strv_builder_end (builder);
}

gboolean
bc_backends_allows (const char *service,
                    const char *backend)
{
  const char *only[] = { backend, NULL };
  g_auto (GStrv) order = bc_backends_order (service, only);

  return order[0] != NULL;
}
