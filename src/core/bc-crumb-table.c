/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-crumb-table.h"

static BcContext *
read_context (BcStatement *statement)
{
  return bc_context_new (&(BcContextFields) {
    .application = bc_statement_get_text (statement, 9),
    .title = bc_statement_get_text (statement, 10),
    .window = (guint32) bc_statement_get_int64 (statement, 11),
    .directory = bc_statement_get_text (statement, 12),
    .repository = bc_statement_get_text (statement, 13),
    .branch = bc_statement_get_text (statement, 14),
  });
}

BcCrumb *
bc_crumb_table_read (BcStatement *statement)
{
  const char *text = bc_statement_get_text (statement, 2);
  gboolean verbatim = bc_statement_get_int64 (statement, 3) != 0;
  g_autoptr (BcLine) line = verbatim ? bc_line_new_verbatim (text) : bc_line_parse (text);
  g_autoptr (BcContext) context = read_context (statement);
  g_autofree char *id = NULL;
  BcUuid uuid = { 0 };
  BcCrumbState state = BC_CRUMB_OPEN;

  bc_statement_get_uuid (statement, 0, &uuid);
  id = bc_uuid_to_string (&uuid);
  bc_crumb_state_from_string (bc_statement_get_text (statement, 5), &state);

  return bc_crumb_new (&(BcCrumbFields) {
    .id = id,
    .created_us = bc_statement_get_int64 (statement, 1),
    .line = line,
    .kind = bc_kind_from_string (bc_statement_get_text (statement, 4)),
    .state = state,
    .state_us = bc_statement_get_int64 (statement, 6),
    .reminders = (guint) bc_statement_get_int64 (statement, 7),
    .deleted = bc_statement_get_int64 (statement, 8) != 0,
    .context = context,
  });
}

static void
bind_context (BcStatement *insert,
              int          first,
              BcContext   *context)
{
  if (context == NULL)
    return;

  bc_statement_bind_text (insert, first, bc_context_get_application (context));
  bc_statement_bind_text (insert, first + 1, bc_context_get_title (context));
  if (bc_context_get_window (context) != 0)
    bc_statement_bind_int64 (insert, first + 2, bc_context_get_window (context));
  bc_statement_bind_text (insert, first + 3, bc_context_get_directory (context));
  bc_statement_bind_text (insert, first + 4, bc_context_get_repository (context));
  bc_statement_bind_text (insert, first + 5, bc_context_get_branch (context));
}

gboolean
bc_crumb_table_insert (BcDb          *db,
                       const BcUuid  *uuid,
                       gint64         created_us,
                       BcLine        *line,
                       BcContext     *context,
                       gint64        *row,
                       GError       **error)
{
  gboolean ask = bc_line_is_ask (line);
  g_autoptr (BcStatement) insert =
    bc_db_prepare (db,
                   "INSERT INTO crumb (uuid, created_us, line, verbatim, kind, timebox_s, ask, state, state_us, "
                   "application, title, window, directory, repository, branch) "
                   "VALUES (?, ?2, ?, ?, ?, nullif(?, 0), ?, ?, ?2, ?, ?, ?, ?, ?, ?)",
                   error);

  if (insert == NULL)
    return FALSE;

  bc_statement_bind_uuid (insert, 1, uuid);
  bc_statement_bind_int64 (insert, 2, created_us);
  bc_statement_bind_text (insert, 3, bc_line_get_text (line));
  bc_statement_bind_int64 (insert, 4, bc_line_is_verbatim (line));
  bc_statement_bind_text (insert, 5, bc_kind_to_string (bc_line_get_kind (line)));
  bc_statement_bind_int64 (insert, 6, bc_line_get_timebox_s (line));
  bc_statement_bind_int64 (insert, 7, ask);
  bc_statement_bind_text (insert, 8, bc_crumb_state_to_string (ask ? BC_CRUMB_PARKED : BC_CRUMB_OPEN));
  bind_context (insert, 9, context);
  if (!bc_statement_run (insert, error))
    return FALSE;

  *row = bc_db_get_last_rowid (db);

  return TRUE;
}

/* The index of words follows each write of a line, also of the same one. */
static gboolean
update_line (BcDb     *db,
             gint64    row,
             BcLine   *line,
             GError  **error)
{
  g_autoptr (BcStatement) update =
    bc_db_prepare (db,
                   "UPDATE crumb SET line = ?2, verbatim = ?3 WHERE id = ?1 AND (line <> ?2 OR verbatim <> ?3)",
                   error);

  if (update == NULL)
    return FALSE;

  bc_statement_bind_int64 (update, 1, row);
  bc_statement_bind_text (update, 2, bc_line_get_text (line));
  bc_statement_bind_int64 (update, 3, bc_line_is_verbatim (line));

  return bc_statement_run (update, error);
}

gboolean
bc_crumb_table_update (BcDb             *db,
                       gint64            row,
                       const BcHistory  *history,
                       GError          **error)
{
  g_autoptr (BcStatement) update =
    bc_db_prepare (db,
                   "UPDATE crumb SET kind = ?2, timebox_s = nullif(?3, 0), ask = ?4, "
                   "state = ?5, state_us = ?6, reminders = ?7, deleted_us = nullif(?8, 0) WHERE id = ?1",
                   error);

  if (update == NULL || !update_line (db, row, history->line, error))
    return FALSE;

  bc_statement_bind_int64 (update, 1, row);
  bc_statement_bind_text (update, 2, bc_kind_to_string (history->kind));
  bc_statement_bind_int64 (update, 3, bc_line_get_timebox_s (history->line));
  bc_statement_bind_int64 (update, 4, bc_line_is_ask (history->line));
  bc_statement_bind_text (update, 5, bc_crumb_state_to_string (history->state));
  bc_statement_bind_int64 (update, 6, history->state_us);
  bc_statement_bind_int64 (update, 7, history->reminders);
  bc_statement_bind_int64 (update, 8, history->deleted_us);

  return bc_statement_run (update, error);
}

static BcCrumb *
read_one (BcStatement  *select,
          const char   *id,
          GError      **error)
{
  g_autoptr (GError) local = NULL;

  if (bc_statement_next (select, &local))
    return bc_crumb_table_read (select);

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, BC_STORE_ERROR, BC_STORE_ERROR_NOT_FOUND, "No crumb has the id “%s”", id);

  return NULL;
}

BcCrumb *
bc_crumb_table_get (BcDb    *db,
                    gint64   row,
                    GError **error)
{
  g_autoptr (BcStatement) select =
    bc_db_prepare (db, "SELECT " BC_CRUMB_COLUMNS " FROM crumb WHERE id = ?", error);

  if (select == NULL)
    return NULL;

  bc_statement_bind_int64 (select, 1, row);

  return read_one (select, "", error);
}

gboolean
bc_crumb_table_get_created_us (BcDb     *db,
                               gint64    row,
                               gint64   *created_us,
                               GError  **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (BcStatement) select = bc_db_prepare (db, "SELECT created_us FROM crumb WHERE id = ?", error);

  if (select == NULL)
    return FALSE;

  bc_statement_bind_int64 (select, 1, row);
  *created_us = bc_statement_next (select, &local) ? bc_statement_get_int64 (select, 0) : 0;
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

gboolean
bc_crumb_table_find (BcDb        *db,
                     const char  *id,
                     gint64      *row,
                     GError     **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (BcStatement) select = bc_db_prepare (db, "SELECT id FROM crumb WHERE uuid = ?", error);
  BcUuid uuid;

  if (select == NULL)
    return FALSE;

  if (bc_uuid_parse (id, &uuid))
    {
      bc_statement_bind_uuid (select, 1, &uuid);
      if (bc_statement_next (select, &local))
        {
          *row = bc_statement_get_int64 (select, 0);
          return TRUE;
        }
    }

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, BC_STORE_ERROR, BC_STORE_ERROR_NOT_FOUND, "No crumb has the id “%s”", id);

  return FALSE;
}

static gboolean
parse_short (const char *id,
             BcUuid     *uuid)
{
  g_autofree char *padded = g_strconcat ("00000000-0000-0000-0000-0000", id, NULL);

  return bc_uuid_parse (padded, uuid);
}

BcCrumb *
bc_crumb_table_find_short (BcDb        *db,
                           const char  *id,
                           GError     **error)
{
  g_autoptr (BcCrumb) crumb = NULL;
  g_autoptr (BcStatement) select =
    bc_db_prepare (db, "SELECT " BC_CRUMB_COLUMNS " FROM crumb WHERE substr(uuid, 13, 4) = ? LIMIT 2", error);
  BcUuid uuid;

  if (select == NULL)
    return NULL;
  if (!parse_short (id, &uuid))
    {
      g_set_error (error, BC_STORE_ERROR, BC_STORE_ERROR_NOT_FOUND, "No crumb has the id “%s”", id);
      return NULL;
    }

  bc_statement_bind_blob (select, 1, uuid.bytes + 12, 4);
  crumb = read_one (select, id, error);
  if (crumb != NULL && bc_statement_next (select, NULL))
    {
      g_set_error (error, BC_STORE_ERROR, BC_STORE_ERROR_AMBIGUOUS,
                   "Several crumbs have the short id “%s”; use the full one", id);
      return NULL;
    }

  return g_steal_pointer (&crumb);
}

gboolean
bc_crumb_table_get_trail (BcDb        *db,
                          const char  *key,
                          gint64       created_us,
                          gint64       row,
                          guint        limit,
                          GPtrArray   *crumbs,
                          GError     **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (BcStatement) select =
    bc_db_prepare (db,
                   "SELECT " BC_CRUMB_COLUMNS " FROM tag JOIN crumb ON crumb.id = tag.crumb_id "
                   "WHERE tag.type = 'topic' AND tag.key = ? AND (tag.created_us, tag.crumb_id) < (?, ?) "
                   "AND crumb.deleted_us IS NULL AND NOT crumb.ask "
                   "ORDER BY tag.created_us DESC, tag.crumb_id DESC LIMIT ?",
                   error);

  if (select == NULL)
    return FALSE;

  bc_statement_bind_text (select, 1, key);
  bc_statement_bind_int64 (select, 2, created_us);
  bc_statement_bind_int64 (select, 3, row);
  bc_statement_bind_int64 (select, 4, limit);
  while (bc_statement_next (select, &local))
    g_ptr_array_add (crumbs, bc_crumb_table_read (select));

  if (local == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

gboolean
bc_crumb_table_settle (BcDb     *db,
                       gint64    row,
                       GArray   *changed,
                       GError  **error)
{
  g_autoptr (BcStatement) update =
    bc_db_prepare (db,
                   "UPDATE crumb SET state = wanted.state FROM ("
                   "  SELECT CASE WHEN EXISTS ("
                   "    SELECT 1 FROM tag AS mine"
                   "    JOIN tag AS other ON other.type = 'topic' AND other.key = mine.key"
                   "      AND (other.created_us, other.crumb_id) > (mine.created_us, mine.crumb_id)"
                   "    JOIN crumb AS newer ON newer.id = other.crumb_id"
                   "      AND newer.deleted_us IS NULL AND NOT newer.ask"
                   "    WHERE mine.crumb_id = ?1 AND mine.type = 'topic'"
                   "  ) THEN 'trail' ELSE 'open' END AS state"
                   ") AS wanted "
                   "WHERE crumb.id = ?1 AND crumb.state IN ('open', 'trail') AND crumb.state <> wanted.state",
                   error);

  if (update == NULL)
    return FALSE;

  bc_statement_bind_int64 (update, 1, row);
  if (!bc_statement_run (update, error))
    return FALSE;

  if (bc_db_get_changes (db) > 0)
    g_array_append_val (changed, row);

  return TRUE;
}

gboolean
bc_crumb_table_settle_topic (BcDb        *db,
                             const char  *key,
                             GArray      *changed,
                             GError     **error)
{
  g_autoptr (GError) local = NULL;
  gint64 rows[2];
  guint n = 0;
  g_autoptr (BcStatement) select =
    bc_db_prepare (db,
                   "SELECT crumb_id FROM tag JOIN crumb ON crumb.id = tag.crumb_id "
                   "WHERE tag.type = 'topic' AND tag.key = ? AND crumb.deleted_us IS NULL AND NOT crumb.ask "
                   "ORDER BY tag.created_us DESC, tag.crumb_id DESC LIMIT 2",
                   error);

  if (select == NULL)
    return FALSE;

  bc_statement_bind_text (select, 1, key);
  while (n < G_N_ELEMENTS (rows) && bc_statement_next (select, &local))
    rows[n++] = bc_statement_get_int64 (select, 0);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  for (guint i = 0; i < n; i++)
    {
      if (!bc_crumb_table_settle (db, rows[i], changed, error))
        return FALSE;
    }

  return TRUE;
}
