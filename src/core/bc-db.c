/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-db.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "bc-db-file.h"
#include "bc-db-private.h"
#include "bc-schema.h"

#define BUSY_TIMEOUT_MS 5000
#define WAL_ATTEMPTS 50

struct _BcDb {
  sqlite3 *handle;
  GHashTable *statements;
  GThread *thread;
};

G_DEFINE_QUARK (bc-store-error-quark, bc_store_error)

void
bc_db_assert_thread (BcDb *self)
{
  g_assert (self->thread == g_thread_self ());
}

static BcStoreError
code_for (int rc)
{
  switch (rc & 0xff)
    {
    case SQLITE_CORRUPT:
      return BC_STORE_ERROR_CORRUPT;
    case SQLITE_NOTADB:
      return BC_STORE_ERROR_NOT_OURS;
    case SQLITE_FULL:
      return BC_STORE_ERROR_FULL;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return BC_STORE_ERROR_READ_ONLY;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return BC_STORE_ERROR_BUSY;
    default:
      return BC_STORE_ERROR_FAILED;
    }
}

void
bc_db_set_error (BcDb    *self,
                 GError **error)
{
  int rc = sqlite3_extended_errcode (self->handle);

  if ((rc & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, sqlite3_errmsg (self->handle));
  else
    g_set_error_literal (error, BC_STORE_ERROR, code_for (rc), sqlite3_errmsg (self->handle));
}

static void
statement_free (gpointer data)
{
  BcStatement *statement = data;

  sqlite3_finalize (statement->stmt);
  g_free (statement);
}

void
bc_db_close (BcDb *self)
{
  bc_db_assert_thread (self);

  g_hash_table_unref (self->statements);
  sqlite3_close_v2 (self->handle);
  g_free (self);
}

static BcStatement *
statement_new (BcDb        *self,
               const char  *sql,
               gboolean     cached,
               GError     **error)
{
  BcStatement *statement;
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v3 (self->handle, sql, -1, cached ? SQLITE_PREPARE_PERSISTENT : 0,
                          &stmt, NULL) != SQLITE_OK)
    {
      bc_db_set_error (self, error);
      return NULL;
    }

  statement = g_new0 (BcStatement, 1);
  statement->db = self;
  statement->stmt = stmt;
  statement->cached = cached;
  statement->lent = TRUE;

  return statement;
}

BcStatement *
bc_db_prepare (BcDb        *self,
               const char  *sql,
               GError     **error)
{
  BcStatement *statement;

  bc_db_assert_thread (self);

  statement = g_hash_table_lookup (self->statements, sql);
  if (statement != NULL)
    {
      g_assert (!statement->lent);
      statement->lent = TRUE;
      return statement;
    }

  statement = statement_new (self, sql, TRUE, error);
  if (statement != NULL)
    g_hash_table_insert (self->statements, (gpointer) sql, statement);

  return statement;
}

BcStatement *
bc_db_prepare_once (BcDb        *self,
                    const char  *sql,
                    GError     **error)
{
  bc_db_assert_thread (self);

  return statement_new (self, sql, FALSE, error);
}

gboolean
bc_db_exec (BcDb        *self,
            const char  *sql,
            GError     **error)
{
  bc_db_assert_thread (self);

  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  bc_db_set_error (self, error);

  return FALSE;
}

gboolean
bc_db_get_int64 (BcDb        *self,
                 const char  *sql,
                 gint64      *value,
                 GError     **error)
{
  g_autoptr (BcStatement) statement = bc_db_prepare (self, sql, error);
  g_autoptr (GError) local = NULL;

  if (statement == NULL)
    return FALSE;

  if (bc_statement_next (statement, &local))
    *value = bc_statement_get_int64 (statement, 0);
  else if (local == NULL)
    *value = 0;

  if (local == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

gint64
bc_db_get_last_rowid (BcDb *self)
{
  return sqlite3_last_insert_rowid (self->handle);
}

gint64
bc_db_get_changes (BcDb *self)
{
  return sqlite3_changes64 (self->handle);
}

gboolean
bc_db_begin (BcDb    *self,
             GError **error)
{
  return bc_db_exec (self, "BEGIN IMMEDIATE", error);
}

gboolean
bc_db_end (BcDb      *self,
           gboolean   ok,
           GError   **error)
{
  if (ok && bc_db_exec (self, "COMMIT", error))
    return TRUE;

  /* A failed statement may have rolled back by itself. */
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);

  return FALSE;
}

/* The switch to WAL needs the file alone for a moment, and does not wait for it. */
static gboolean
set_journal_mode (BcDb        *self,
                  const char  *sql,
                  GError     **error)
{
  for (int attempt = 1; ; attempt++)
    {
      g_autoptr (GError) local = NULL;

      if (bc_db_exec (self, sql, &local))
        return TRUE;

      if (attempt == WAL_ATTEMPTS || !g_error_matches (local, BC_STORE_ERROR, BC_STORE_ERROR_BUSY))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      g_usleep (20000);
    }
}

static gboolean
configure (BcDb            *self,
           const char      *path,
           BcJournalFlags   flags,
           GError         **error)
{
  if (flags == BC_JOURNAL_READ_ONLY)
    return bc_db_exec (self, "PRAGMA query_only=ON", error);

  if (!set_journal_mode (self,
                         bc_db_file_is_remote (path) ? "PRAGMA journal_mode=TRUNCATE" : "PRAGMA journal_mode=WAL",
                         error))
    return FALSE;

  return bc_db_exec (self,
                     "PRAGMA synchronous=FULL;"
                     "PRAGMA foreign_keys=ON;"
                     "PRAGMA journal_size_limit=4194304;",
                     error);
}

/* The log of a file in a folder that may not be written cannot be opened. Where it is empty, the
 * file alone is whole, and nobody can be writing it (https://www.sqlite.org/wal.html#read_only_databases). */
static char *
get_uri (const char     *path,
         BcJournalFlags  flags)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *uri = NULL;
  GStatBuf info;

  if (flags == BC_JOURNAL_READ_WRITE || g_access (folder, W_OK) == 0 ||
      (g_stat (wal, &info) == 0 && info.st_size > 0))
    return g_strdup (path);

  uri = g_filename_to_uri (path, NULL, NULL);

  return uri != NULL ? g_strconcat (uri, "?immutable=1", NULL) : g_strdup (path);
}

static gboolean
open_handle (BcDb            *self,
             const char      *path,
             BcJournalFlags   flags,
             GError         **error)
{
  g_autofree char *uri = get_uri (path, flags);
  int mode = flags == BC_JOURNAL_READ_ONLY ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI : SQLITE_OPEN_READWRITE;
  int rc = sqlite3_open_v2 (uri, &self->handle, mode | SQLITE_OPEN_NOMUTEX, NULL);

  if (self->handle == NULL)
    {
      g_set_error_literal (error, BC_STORE_ERROR, BC_STORE_ERROR_FAILED, sqlite3_errstr (rc));
      return FALSE;
    }
  if (rc != SQLITE_OK)
    {
      bc_db_set_error (self, error);
      return FALSE;
    }

  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);

  return TRUE;
}

/* Refused, the file must stay as it was, byte for byte: closing may not fold the log in. */
static gboolean
check_version (BcDb    *self,
               GError **error)
{
  if (bc_schema_check (self, error))
    return TRUE;

  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);

  return FALSE;
}

static BcDb *
db_new (void)
{
  BcDb *self = g_new0 (BcDb, 1);

  self->thread = g_thread_self ();
  self->statements = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, statement_free);

  return self;
}

BcDb *
bc_db_open_empty (GError **error)
{
  g_autoptr (BcDb) self = db_new ();

  return open_handle (self, ":memory:", BC_JOURNAL_READ_WRITE, error) ? g_steal_pointer (&self) : NULL;
}

BcDb *
bc_db_open (const char      *path,
            BcJournalFlags   flags,
            GError         **error)
{
  g_autoptr (BcDb) self = db_new ();

  if (flags == BC_JOURNAL_READ_WRITE && !bc_db_file_prepare (path, error))
    return NULL;
  if (!bc_db_file_check (path, error) ||
      !open_handle (self, path, flags, error) ||
      !check_version (self, error) ||
      !configure (self, path, flags, error))
    return NULL;

  return g_steal_pointer (&self);
}
