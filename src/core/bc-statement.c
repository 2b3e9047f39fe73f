/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-statement.h"

#include "bc-db-private.h"

#include <string.h>

void
bc_statement_bind_int64 (BcStatement *self,
                         int          parameter,
                         gint64       value)
{
  sqlite3_bind_int64 (self->stmt, parameter, value);
}

void
bc_statement_bind_text (BcStatement *self,
                        int          parameter,
                        const char  *text)
{
  sqlite3_bind_text (self->stmt, parameter, text, -1, SQLITE_TRANSIENT);
}

void
bc_statement_bind_uuid (BcStatement  *self,
                        int           parameter,
                        const BcUuid *uuid)
{
  if (uuid == NULL)
    sqlite3_bind_null (self->stmt, parameter);
  else
    bc_statement_bind_blob (self, parameter, uuid->bytes, BC_UUID_SIZE);
}

void
bc_statement_bind_blob (BcStatement  *self,
                        int           parameter,
                        const guint8 *bytes,
                        gsize         length)
{
  sqlite3_bind_blob64 (self->stmt, parameter, bytes, length, SQLITE_TRANSIENT);
}

int
bc_statement_find_parameter (BcStatement *self,
                             const char  *name)
{
  return sqlite3_bind_parameter_index (self->stmt, name);
}

gboolean
bc_statement_next (BcStatement  *self,
                   GError      **error)
{
  int rc;

  bc_db_assert_thread (self->db);

  rc = sqlite3_step (self->stmt);
  if (rc == SQLITE_ROW)
    return TRUE;
  if (rc != SQLITE_DONE)
    bc_db_set_error (self->db, error);

  return FALSE;
}

gboolean
bc_statement_run (BcStatement  *self,
                  GError      **error)
{
  g_autoptr (GError) local = NULL;

  while (bc_statement_next (self, &local))
    ;
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

const char *
bc_statement_get_text (BcStatement *self,
                       int          column)
{
  return (const char *) sqlite3_column_text (self->stmt, column);
}

gint64
bc_statement_get_int64 (BcStatement *self,
                        int          column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

gboolean
bc_statement_get_uuid (BcStatement *self,
                       int          column,
                       BcUuid      *uuid)
{
  const void *blob = sqlite3_column_blob (self->stmt, column);

  if (blob == NULL || sqlite3_column_bytes (self->stmt, column) != BC_UUID_SIZE)
    return FALSE;

  memcpy (uuid->bytes, blob, BC_UUID_SIZE);

  return TRUE;
}

void
bc_statement_done (BcStatement *self)
{
  if (!self->cached)
    {
      sqlite3_finalize (self->stmt);
      g_free (self);
      return;
    }

  sqlite3_reset (self->stmt);
  sqlite3_clear_bindings (self->stmt);
  self->lent = FALSE;
}
