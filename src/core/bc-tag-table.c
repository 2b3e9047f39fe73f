/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-tag-table.h"

static const char * const type_words[] = {
  [BC_WORD_TOPIC] = "topic",
  [BC_WORD_PERSON] = "person",
};

static gboolean
insert_tag (BcDb        *db,
            gint64       crumb,
            const char  *type,
            const char  *key,
            gint64       created_us,
            GError     **error)
{
  g_autoptr (BcStatement) insert =
    bc_db_prepare (db, "INSERT OR IGNORE INTO tag (type, key, created_us, crumb_id) VALUES (?, ?, ?, ?)", error);

  if (insert == NULL)
    return FALSE;

  bc_statement_bind_text (insert, 1, type);
  bc_statement_bind_text (insert, 2, key);
  bc_statement_bind_int64 (insert, 3, created_us);
  bc_statement_bind_int64 (insert, 4, crumb);

  return bc_statement_run (insert, error);
}

static gboolean
remember_word (BcDb        *db,
               const char  *type,
               const char  *key,
               const char  *label,
               gint64       used_us,
               GError     **error)
{
  g_autoptr (BcStatement) upsert =
    bc_db_prepare (db,
                   "INSERT INTO word (type, key, label, used_us) VALUES (?, ?, ?, ?) "
                   "ON CONFLICT (type, key) DO UPDATE SET used_us = max(used_us, excluded.used_us)",
                   error);

  if (upsert == NULL)
    return FALSE;

  bc_statement_bind_text (upsert, 1, type);
  bc_statement_bind_text (upsert, 2, key);
  bc_statement_bind_text (upsert, 3, label);
  bc_statement_bind_int64 (upsert, 4, used_us);

  return bc_statement_run (upsert, error);
}

static gboolean
add_words (BcDb                *db,
           gint64               crumb,
           BcWordType           type,
           const char * const  *words,
           gint64               created_us,
           GError             **error)
{
  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_autofree char *key = bc_line_fold_word (words[i]);

      if (!insert_tag (db, crumb, type_words[type], key, created_us, error) ||
          !remember_word (db, type_words[type], key, words[i], created_us, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
remove_all (BcDb    *db,
            gint64   crumb,
            GError **error)
{
  g_autoptr (BcStatement) remove = bc_db_prepare (db, "DELETE FROM tag WHERE crumb_id = ?", error);

  if (remove == NULL)
    return FALSE;

  bc_statement_bind_int64 (remove, 1, crumb);

  return bc_statement_run (remove, error);
}

gboolean
bc_tag_table_set (BcDb    *db,
                  gint64   crumb,
                  BcLine  *line,
                  gint64   created_us,
                  GError **error)
{
  return remove_all (db, crumb, error) &&
         add_words (db, crumb, BC_WORD_TOPIC, bc_line_get_topics (line), created_us, error) &&
         add_words (db, crumb, BC_WORD_PERSON, bc_line_get_persons (line), created_us, error);
}

gboolean
bc_tag_table_get_topics (BcDb       *db,
                         gint64      crumb,
                         GPtrArray  *keys,
                         GError    **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (BcStatement) select =
    bc_db_prepare (db, "SELECT key FROM tag WHERE crumb_id = ? AND type = 'topic'", error);

  if (select == NULL)
    return FALSE;

  bc_statement_bind_int64 (select, 1, crumb);
  while (bc_statement_next (select, &local))
    {
      const char *key = bc_statement_get_text (select, 0);

      if (!g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL))
        g_ptr_array_add (keys, g_strdup (key));
    }

  if (local == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

char **
bc_tag_table_get_words (BcDb        *db,
                        BcWordType   type,
                        guint        limit,
                        GError     **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (BcStatement) select =
    bc_db_prepare (db, "SELECT label FROM word WHERE type = ? ORDER BY used_us DESC LIMIT ?", error);

  if (select == NULL)
    return NULL;

  bc_statement_bind_text (select, 1, type_words[type]);
  bc_statement_bind_int64 (select, 2, limit);
  while (bc_statement_next (select, &local))
    g_strv_builder_add (builder, bc_statement_get_text (select, 0));

  if (local == NULL)
    return g_strv_builder_end (builder);

  g_propagate_error (error, g_steal_pointer (&local));

  return NULL;
}
