/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-event-table.h"

gboolean
bc_event_table_insert (BcDb           *db,
                       const BcEvent  *event,
                       GError        **error)
{
  g_autoptr (BcStatement) insert =
    bc_db_prepare (db,
                   "INSERT INTO event (uuid, crumb_id, device, at_us, type, value, verbatim, undoes) "
                   "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                   error);

  if (insert == NULL)
    return FALSE;

  bc_statement_bind_uuid (insert, 1, &event->uuid);
  bc_statement_bind_int64 (insert, 2, event->crumb);
  bc_statement_bind_uuid (insert, 3, &event->device);
  bc_statement_bind_int64 (insert, 4, event->at_us);
  bc_statement_bind_text (insert, 5, event->type);
  bc_statement_bind_text (insert, 6, event->value);
  bc_statement_bind_int64 (insert, 7, event->verbatim);
  bc_statement_bind_uuid (insert, 8, event->undoes);

  return bc_statement_run (insert, error);
}

/* The order in which a machine wrote its own events holds, even where its clock was set back between them;
 * those of several machines go by time. */
gboolean
bc_event_table_fold (BcDb       *db,
                     gint64      crumb,
                     BcHistory  *history,
                     GError    **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (BcStatement) select =
    bc_db_prepare (db,
                   "SELECT type, value, verbatim, at_us FROM "
                   "(SELECT *, max(at_us) OVER (PARTITION BY device ORDER BY id) AS reached_us"
                   " FROM event WHERE crumb_id = ?) AS event "
                   "WHERE type <> 'undone' AND (type = 'created' "
                   "OR NOT EXISTS (SELECT 1 FROM event AS undo WHERE undo.undoes = event.uuid)) "
                   "ORDER BY type <> 'created', reached_us, id",
                   error);

  if (select == NULL)
    return FALSE;

  bc_statement_bind_int64 (select, 1, crumb);
  while (bc_statement_next (select, &local))
    bc_history_apply (history,
                      bc_statement_get_text (select, 0),
                      bc_statement_get_text (select, 1),
                      bc_statement_get_int64 (select, 2) != 0,
                      bc_statement_get_int64 (select, 3));

  if (local == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

#define UNDOABLE \
  "SELECT uuid, crumb_id, type = 'created' FROM event " \
  "WHERE type IN ('created', 'edited', 'kind', 'resumed', 'later', 'let-go', 'deleted', 'restored') " \
  "AND undoes IS NULL AND NOT EXISTS (SELECT 1 FROM event AS undo WHERE undo.undoes = event.uuid) "

gboolean
bc_event_table_find_undoable (BcDb          *db,
                              const BcUuid  *uuid,
                              const BcUuid  *device,
                              BcUuid        *found,
                              gint64        *crumb,
                              gboolean      *created,
                              GError       **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (BcStatement) select =
    bc_db_prepare (db,
                   uuid != NULL ? UNDOABLE "AND uuid = ?" : UNDOABLE "AND device = ? ORDER BY id DESC LIMIT 1",
                   error);

  if (select == NULL)
    return FALSE;

  bc_statement_bind_uuid (select, 1, uuid != NULL ? uuid : device);
  if (bc_statement_next (select, &local) && bc_statement_get_uuid (select, 0, found))
    {
      *crumb = bc_statement_get_int64 (select, 1);
      *created = bc_statement_get_int64 (select, 2) != 0;
      return TRUE;
    }

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, BC_STORE_ERROR, BC_STORE_ERROR_NOTHING, "There is nothing to undo");

  return FALSE;
}

static void
add_once (GArray     *rows,
          GHashTable *seen,
          gint64      row)
{
  if (g_hash_table_add (seen, g_memdup2 (&row, sizeof row)))
    g_array_append_val (rows, row);
}

static gboolean
type_moves_entries (const char *type)
{
  static const char * const types[] = { "created", "resumed", "deleted", "restored", "undone", NULL };

  return g_strv_contains (types, type);
}

gboolean
bc_event_table_read_since (BcDb      *db,
                           gint64    *last,
                           GArray    *crumbs,
                           gboolean  *entries,
                           GError   **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (BcStatement) select =
    bc_db_prepare (db, "SELECT id, crumb_id, type FROM event WHERE id > ? ORDER BY id", error);

  if (select == NULL)
    return FALSE;

  bc_statement_bind_int64 (select, 1, *last);
  while (bc_statement_next (select, &local))
    {
      *last = bc_statement_get_int64 (select, 0);
      add_once (crumbs, seen, bc_statement_get_int64 (select, 1));
      *entries |= type_moves_entries (bc_statement_get_text (select, 2));
    }

  if (local == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}
