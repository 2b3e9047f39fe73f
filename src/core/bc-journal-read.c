/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-journal.h"

#include "bc-crumb-table.h"
#include "bc-journal-private.h"
#include "bc-query.h"
#include "bc-tag-table.h"

BcCrumb *
bc_journal_get (BcJournal   *self,
                const char  *id,
                GError     **error)
{
  gint64 row;

  if (!bc_crumb_table_find (bc_journal_get_db (self), id, &row, error))
    return NULL;

  return bc_crumb_table_get (bc_journal_get_db (self), row, error);
}

BcCrumb *
bc_journal_find (BcJournal   *self,
                 const char  *id,
                 GError     **error)
{
  if (strlen (id) == BC_UUID_STRING_LENGTH)
    return bc_journal_get (self, id, error);

  return bc_crumb_table_find_short (bc_journal_get_db (self), id, error);
}

GPtrArray *
bc_journal_list (BcJournal      *self,
                 const BcQuery  *query,
                 GError        **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GPtrArray) crumbs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (BcStatement) select = bc_query_prepare (bc_journal_get_db (self), query, BC_CRUMB_COLUMNS, error);

  if (select == NULL)
    return NULL;

  while (bc_statement_next (select, &local))
    g_ptr_array_add (crumbs, bc_crumb_table_read (select));

  if (local == NULL)
    return g_steal_pointer (&crumbs);

  g_propagate_error (error, g_steal_pointer (&local));

  return NULL;
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  BcCrumb *one = *(BcCrumb **) a;
  BcCrumb *other = *(BcCrumb **) b;
  gint64 difference = bc_crumb_get_created_us (other) - bc_crumb_get_created_us (one);

  if (difference != 0)
    return difference > 0 ? 1 : -1;

  return strcmp (bc_crumb_get_id (other), bc_crumb_get_id (one));
}

static void
keep_first (GPtrArray *crumbs,
            guint      limit)
{
  g_ptr_array_sort (crumbs, compare_newest_first);
  for (guint i = 1; i < crumbs->len; )
    {
      if (compare_newest_first (&crumbs->pdata[i - 1], &crumbs->pdata[i]) == 0)
        g_ptr_array_remove_index (crumbs, i);
      else
        i++;
    }
  if (crumbs->len > limit)
    g_ptr_array_set_size (crumbs, (int) limit);
}

GPtrArray *
bc_journal_get_trail (BcJournal   *self,
                      const char  *id,
                      guint        limit,
                      GError     **error)
{
  g_autoptr (GPtrArray) crumbs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) topics = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BcCrumb) crumb = NULL;
  gint64 row;

  if (!bc_crumb_table_find (bc_journal_get_db (self), id, &row, error) ||
      !bc_tag_table_get_topics (bc_journal_get_db (self), row, topics, error))
    return NULL;
  crumb = bc_crumb_table_get (bc_journal_get_db (self), row, error);
  if (crumb == NULL)
    return NULL;

  for (guint i = 0; i < topics->len; i++)
    {
      if (!bc_crumb_table_get_trail (bc_journal_get_db (self), g_ptr_array_index (topics, i),
                                     bc_crumb_get_created_us (crumb), row, limit, crumbs, error))
        return NULL;
    }
  keep_first (crumbs, limit);

  return g_steal_pointer (&crumbs);
}

gboolean
bc_journal_count_open (BcJournal  *self,
                       guint      *count,
                       GError    **error)
{
  gint64 value;

  if (!bc_db_get_int64 (bc_journal_get_db (self),
                        "SELECT count(*) FROM crumb WHERE state = 'open' AND deleted_us IS NULL",
                        &value, error))
    return FALSE;

  *count = (guint) value;

  return TRUE;
}

gboolean
bc_journal_get_last_away (BcJournal  *self,
                          BcAway     *away,
                          GError    **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (BcStatement) select =
    bc_db_prepare (bc_journal_get_db (self),
                   "SELECT id, left_us, back_us, duration_us, causes FROM away ORDER BY id DESC LIMIT 1", error);

  if (select == NULL)
    return FALSE;

  *away = (BcAway) { 0 };
  if (bc_statement_next (select, &local))
    *away = (BcAway) {
      .id = bc_statement_get_int64 (select, 0),
      .left_us = bc_statement_get_int64 (select, 1),
      .back_us = bc_statement_get_int64 (select, 2),
      .duration_us = bc_statement_get_int64 (select, 3),
      .causes = (guint) bc_statement_get_int64 (select, 4),
    };
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

char **
bc_journal_get_words (BcJournal   *self,
                      BcWordType   type,
                      guint        limit,
                      GError     **error)
{
  return bc_tag_table_get_words (bc_journal_get_db (self), type, limit, error);
}

char *
bc_journal_load_draft (BcJournal  *self,
                       GError    **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (BcStatement) select = bc_db_prepare (bc_journal_get_db (self), "SELECT text FROM draft", error);

  if (select == NULL)
    return NULL;

  if (bc_statement_next (select, &local))
    return g_strdup (bc_statement_get_text (select, 0));
  if (local == NULL)
    return g_strdup ("");

  g_propagate_error (error, g_steal_pointer (&local));

  return NULL;
}
