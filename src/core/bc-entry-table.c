/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-entry-table.h"

#include "bc-crumb-table.h"
#include "bc-query.h"

#define DAY_US G_GINT64_CONSTANT (86400000000)

gboolean
bc_entry_table_count (BcDb    *db,
                      guint   *count,
                      GError **error)
{
  gint64 sum;

  if (!bc_db_get_int64 (db, "SELECT ifnull(sum(n), 0) FROM entry_day", &sum, error))
    return FALSE;

  *count = (guint) sum;

  return TRUE;
}

/* The first moment after the UTC day that a position lies in, and how far into that day it lies. */
static gboolean
locate (BcDb    *db,
        guint    position,
        gint64  *before_us,
        guint   *offset,
        GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (BcStatement) days = bc_db_prepare (db, "SELECT day, n FROM entry_day ORDER BY day DESC", error);

  if (days == NULL)
    return FALSE;

  *before_us = 0;
  *offset = position;
  while (bc_statement_next (days, &local))
    {
      guint n = (guint) bc_statement_get_int64 (days, 1);

      *before_us = (bc_statement_get_int64 (days, 0) + 1) * DAY_US;
      if (*offset < n)
        return TRUE;
      *offset -= n;
    }

  if (local == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

static BcEntry *
read_entry (BcStatement *row)
{
  BcEntry *entry = g_new0 (BcEntry, 1);
  int column = BC_CRUMB_N_COLUMNS;

  entry->id = bc_statement_get_int64 (row, column);
  entry->type = (BcTimelineEntryType) bc_statement_get_int64 (row, column + 1);
  entry->at_us = bc_statement_get_int64 (row, column + 2);
  if (entry->type == BC_TIMELINE_AWAY)
    {
      entry->away.id = bc_statement_get_int64 (row, column + 3);
      entry->away.left_us = bc_statement_get_int64 (row, column + 4);
      entry->away.back_us = entry->at_us;
      entry->away.duration_us = bc_statement_get_int64 (row, column + 5);
      entry->away.causes = (guint) bc_statement_get_int64 (row, column + 6);
    }
  else
    {
      entry->crumb = bc_crumb_table_read (row);
    }

  return entry;
}

static GPtrArray *
read_rows (BcStatement  *select,
           GError      **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) bc_entry_free);
  gint64 newer_us = G_MAXINT64;

  while (bc_statement_next (select, &local))
    {
      BcEntry *entry = read_entry (select);

      entry->newer_us = newer_us;
      newer_us = entry->at_us;
      g_ptr_array_add (entries, entry);
    }

  if (local == NULL)
    return g_steal_pointer (&entries);

  g_propagate_error (error, g_steal_pointer (&local));

  return NULL;
}

GPtrArray *
bc_entry_table_read (BcDb    *db,
                     guint    position,
                     guint    n,
                     GError **error)
{
  /* One row more above tells whether the first one begins a day. */
  guint above = position > 0 ? 1 : 0;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (BcStatement) select = NULL;
  gint64 before_us;
  guint offset;

  if (!locate (db, position - above, &before_us, &offset, error))
    return NULL;

  select = bc_db_prepare (db,
                          "SELECT " BC_CRUMB_COLUMNS ", entry.id, entry.type, entry.at_us, "
                          "away.id, away.left_us, away.duration_us, away.causes FROM "
                          "(SELECT * FROM entry WHERE at_us < ? ORDER BY at_us DESC, id DESC LIMIT ? OFFSET ?) AS entry "
                          "LEFT JOIN event ON entry.type = 3 AND event.id = entry.ref "
                          "LEFT JOIN crumb ON crumb.id = CASE entry.type WHEN 1 THEN entry.ref WHEN 3 THEN event.crumb_id END "
                          "LEFT JOIN away ON entry.type = 2 AND away.id = entry.ref "
                          "ORDER BY entry.at_us DESC, entry.id DESC",
                          error);
  if (select == NULL)
    return NULL;

  bc_statement_bind_int64 (select, 1, before_us);
  bc_statement_bind_int64 (select, 2, n + above);
  bc_statement_bind_int64 (select, 3, offset);
  entries = read_rows (select, error);
  if (entries != NULL && above > 0 && entries->len > 0)
    g_ptr_array_remove_index (entries, 0);

  return g_steal_pointer (&entries);
}

GArray *
bc_entry_table_find (BcDb        *db,
                     const char  *search,
                     GError     **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (BcStatement) select = bc_query_prepare (db, &(BcQuery) { .search = search }, "crumb.id", error);

  if (select == NULL)
    return NULL;

  while (bc_statement_next (select, &local))
    {
      gint64 row = bc_statement_get_int64 (select, 0);

      g_array_append_val (rows, row);
    }

  if (local == NULL)
    return g_steal_pointer (&rows);

  g_propagate_error (error, g_steal_pointer (&local));

  return NULL;
}

static BcEntry *
read_found (BcDb    *db,
            gint64   row,
            GError **error)
{
  BcCrumb *crumb = bc_crumb_table_get (db, row, error);
  BcEntry *entry;

  if (crumb == NULL)
    return NULL;

  entry = g_new0 (BcEntry, 1);
  entry->id = -row;
  entry->type = BC_TIMELINE_CRUMB;
  entry->at_us = bc_crumb_get_created_us (crumb);
  entry->crumb = crumb;

  return entry;
}

GPtrArray *
bc_entry_table_read_found (BcDb    *db,
                           GArray  *rows,
                           guint    position,
                           guint    n,
                           GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) bc_entry_free);
  guint first = position > 0 ? position - 1 : 0;
  guint end = MIN (position + n, rows->len);
  gint64 newer_us = G_MAXINT64;

  for (guint i = first; i < end; i++)
    {
      BcEntry *entry = read_found (db, g_array_index (rows, gint64, i), error);

      if (entry == NULL)
        return NULL;
      entry->newer_us = newer_us;
      newer_us = entry->at_us;
      if (i >= position)
        g_ptr_array_add (entries, entry);
      else
        bc_entry_free (entry);
    }

  return g_steal_pointer (&entries);
}
