/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "notifier/bc-notify-entry.h"

static void
entry_free (gpointer data)
{
  BcNotifyEntry *entry = data;

  g_free (entry->id);
  g_clear_pointer (&entry->notice, bc_notice_free);
  g_clear_object (&entry->sent);
  g_clear_object (&entry->replaced);
  g_clear_object (&entry->in_flight);
  g_free (entry);
}

GHashTable *
bc_notify_entries_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, entry_free);
}

BcNotifyEntry *
bc_notify_entries_ensure (GHashTable *entries,
                          const char *id)
{
  BcNotifyEntry *entry = g_hash_table_lookup (entries, id);

  if (entry != NULL)
    return entry;

  entry = g_new0 (BcNotifyEntry, 1);
  entry->id = g_strdup (id);
  g_hash_table_insert (entries, entry->id, entry);

  return entry;
}

BcNotifyEntry *
bc_notify_entries_find (GHashTable         *entries,
                        NotifyNotification *message)
{
  GHashTableIter iter;
  BcNotifyEntry *entry;

  g_hash_table_iter_init (&iter, entries);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &entry))
    {
      if (entry->sent == message || entry->replaced == message)
        return entry;
    }

  return NULL;
}

gboolean
bc_notify_entries_have_waiting (GHashTable *entries)
{
  GHashTableIter iter;
  BcNotifyEntry *entry;

  g_hash_table_iter_init (&iter, entries);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &entry))
    {
      if (entry->is_waiting)
        return TRUE;
    }

  return FALSE;
}

GPtrArray *
bc_notify_entries_remove_if (GHashTable *entries,
                             gboolean  (*is_gone) (BcNotifyEntry *entry, gpointer data),
                             gpointer    data)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  BcNotifyEntry *entry;

  g_hash_table_iter_init (&iter, entries);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &entry))
    {
      if (!is_gone (entry, data))
        continue;

      g_ptr_array_add (ids, g_strdup (entry->id));
      g_hash_table_iter_remove (&iter);
    }

  return ids;
}
