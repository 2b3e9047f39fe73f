/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "notifier/bc-notify-keys.h"

/* One in twenty-four does for four actions. */
#define MAX_TRIES 4096

/* Each name gets an octal digit of the try's number for an ending. */
static char **
make_keys (const char * const *names,
           guint               try)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  for (; *names != NULL; names++, try /= 8)
    {
      g_autofree char *key = g_strdup_printf ("%s.%u", *names, try % 8);

      g_strv_builder_add (keys, g_str_equal (*names, "default") ? *names : key);
    }

  return g_strv_builder_end (keys);
}

static gboolean
are_hashed_in_order (char **keys)
{
  g_autoptr (GHashTable) table = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  const char *key;

  for (guint i = 0; keys[i] != NULL; i++)
    g_hash_table_add (table, keys[i]);

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, NULL))
    {
      if (key != *keys++)
        return FALSE;
    }

  return TRUE;
}

char **
bc_notify_keys_new (const char * const *names)
{
  g_auto (GStrv) keys = NULL;

  for (guint i = 0; i < MAX_TRIES && (keys == NULL || !are_hashed_in_order (keys)); i++)
    {
      g_strfreev (keys);
      keys = make_keys (names, i);
    }

  return g_steal_pointer (&keys);
}
