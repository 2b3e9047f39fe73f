/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-journal-merge.h"

#include "bc-crumb-table.h"
#include "bc-journal-private.h"

/* Returns: (out): the row with that identity, 0 if there is none. */
static gboolean
find_row (BcDb          *db,
          const char    *sql,
          const BcUuid  *uuid,
          gint64        *row,
          GError       **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (BcStatement) select = bc_db_prepare (db, sql, error);

  if (select == NULL)
    return FALSE;

  bc_statement_bind_uuid (select, 1, uuid);
  *row = bc_statement_next (select, &local) ? bc_statement_get_int64 (select, 0) : 0;
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

static gboolean
find_crumb (BcDb          *db,
            const BcUuid  *uuid,
            gint64        *row,
            GError       **error)
{
  return find_row (db, "SELECT id FROM crumb WHERE uuid = ?", uuid, row, error);
}

static gboolean
find_event (BcDb          *db,
            const BcUuid  *uuid,
            gint64        *row,
            GError       **error)
{
  return find_row (db, "SELECT id FROM event WHERE uuid = ?", uuid, row, error);
}

static gboolean
insert_crumb (BcDb            *db,
              const BcRecord  *record,
              gint64          *row,
              GError         **error)
{
  const BcEvent *created = &g_array_index (record->events, BcEvent, 0);
  g_autoptr (BcLine) line =
    created->verbatim ? bc_line_new_verbatim (created->value) : bc_line_parse (created->value);

  return bc_crumb_table_insert (db, &record->uuid, record->created_us, line, record->context, row, error);
}

static gboolean
insert_events (BcDb            *db,
               const BcRecord  *record,
               guint            first,
               gint64           row,
               gboolean         dry_run,
               gboolean        *some,
               GError         **error)
{
  *some = FALSE;
  for (guint i = first; i < record->events->len; i++)
    {
      BcEvent event = g_array_index (record->events, BcEvent, i);
      gint64 known;

      if (!find_event (db, &event.uuid, &known, error))
        return FALSE;
      if (known != 0)
        continue;

      *some = TRUE;
      event.crumb = row;
      if (!dry_run && !bc_event_table_insert (db, &event, error))
        return FALSE;
    }

  return TRUE;
}

/* What has happened to a crumb in the trash is not in the timeline until it is restored. */
static gboolean
hide_trashed_entries (BcDb     *db,
                      gint64    row,
                      GError  **error)
{
  g_autoptr (BcStatement) remove =
    bc_db_prepare (db,
                   "DELETE FROM entry WHERE type = 3 AND ref IN (SELECT event.id FROM event "
                   "JOIN crumb ON crumb.id = event.crumb_id "
                   "WHERE event.crumb_id = ? AND event.type = 'resumed' AND crumb.deleted_us IS NOT NULL)",
                   error);

  if (remove == NULL)
    return FALSE;

  bc_statement_bind_int64 (remove, 1, row);

  return bc_statement_run (remove, error);
}

static gboolean
add_crumb (BcJournal       *self,
           const BcRecord  *record,
           gboolean         dry_run,
           BcMergeResult   *result,
           GError         **error)
{
  BcDb *db = bc_journal_get_db (self);
  gint64 row, known;
  gboolean some;

  if (!find_event (db, &g_array_index (record->events, BcEvent, 0).uuid, &known, error))
    return FALSE;

  *result = known != 0 ? BC_MERGE_REFUSED : BC_MERGE_ADDED;
  if (known != 0 || dry_run)
    return TRUE;

  return insert_crumb (db, record, &row, error) &&
         insert_events (db, record, 0, row, FALSE, &some, error) &&
         bc_journal_refold (self, row, error);
}

/* A crumb has one beginning: the one that is here. */
static gboolean
change_crumb (BcJournal       *self,
              const BcRecord  *record,
              gint64           row,
              gboolean         dry_run,
              BcMergeResult   *result,
              GError         **error)
{
  BcDb *db = bc_journal_get_db (self);
  gboolean some;

  if (!insert_events (db, record, 1, row, dry_run, &some, error))
    return FALSE;

  *result = some ? BC_MERGE_CHANGED : BC_MERGE_SAME;
  if (!some || dry_run)
    return TRUE;

  return hide_trashed_entries (db, row, error) && bc_journal_refold (self, row, error);
}

static gboolean
merge_crumb (BcJournal       *self,
             const BcRecord  *record,
             gboolean         dry_run,
             BcMergeResult   *result,
             GError         **error)
{
  gint64 row;

  if (!find_crumb (bc_journal_get_db (self), &record->uuid, &row, error))
    return FALSE;
  if (row != 0)
    return change_crumb (self, record, row, dry_run, result, error);

  return add_crumb (self, record, dry_run, result, error);
}

static gboolean
merge_away (BcJournal       *self,
            const BcRecord  *record,
            gboolean         dry_run,
            BcMergeResult   *result,
            GError         **error)
{
  gint64 row;

  if (!find_row (bc_journal_get_db (self), "SELECT id FROM away WHERE uuid = ?", &record->uuid, &row, error))
    return FALSE;

  *result = row != 0 ? BC_MERGE_SAME : BC_MERGE_ADDED;
  if (row != 0 || dry_run)
    return TRUE;

  return bc_journal_insert_away (self, &record->uuid, &record->device, &record->away, error);
}

static gboolean
merge_all (BcJournal      *self,
           GPtrArray      *records,
           gboolean        dry_run,
           BcMergeResult  *results,
           GError        **error)
{
  for (guint i = 0; i < records->len; i++)
    {
      const BcRecord *record = g_ptr_array_index (records, i);

      if (record->is_away ? !merge_away (self, record, dry_run, &results[i], error)
                          : !merge_crumb (self, record, dry_run, &results[i], error))
        return FALSE;
    }

  return TRUE;
}

gboolean
bc_journal_merge (BcJournal      *self,
                  GPtrArray      *records,
                  gboolean        dry_run,
                  BcMergeResult  *results,
                  GError        **error)
{
  BcDb *db = bc_journal_get_db (self);

  if (dry_run)
    return merge_all (self, records, TRUE, results, error);
  if (!bc_db_begin (db, error))
    return FALSE;

  return bc_db_end (db, merge_all (self, records, FALSE, results, error), error);
}
