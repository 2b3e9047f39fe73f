/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-schema.h"

#include "bc-core-resources.h"

gboolean
bc_schema_check_numbers (guint32      application_id,
                         guint32      version,
                         const char  *path,
                         GError     **error)
{
  if (application_id != 0 && application_id != BC_SCHEMA_APPLICATION_ID)
    {
      g_set_error (error, BC_STORE_ERROR, BC_STORE_ERROR_NOT_OURS,
                   "%s is another program's database", path);
      return FALSE;
    }
  if (application_id != 0 && version > BC_SCHEMA_VERSION)
    {
      g_set_error (error, BC_STORE_ERROR, BC_STORE_ERROR_NEWER,
                   "%s was written by a newer Breadcrumbs (version %u of the data, this one knows %d)",
                   path, version, BC_SCHEMA_VERSION);
      return FALSE;
    }

  return TRUE;
}

gboolean
bc_schema_check (BcDb    *db,
                 GError **error)
{
  gint64 id, version, tables;

  if (!bc_db_get_int64 (db, "PRAGMA application_id", &id, error) ||
      !bc_db_get_int64 (db, "PRAGMA user_version", &version, error) ||
      !bc_schema_check_numbers ((guint32) id, (guint32) version, "The data file", error))
    return FALSE;
  if (id != 0)
    return TRUE;

  if (!bc_db_get_int64 (db, "SELECT count(*) FROM sqlite_schema", &tables, error))
    return FALSE;
  if (tables == 0)
    return TRUE;

  /* Another process may just have made its first transaction between the two reads. */
  if (!bc_db_get_int64 (db, "PRAGMA application_id", &id, error))
    return FALSE;
  if (id == BC_SCHEMA_APPLICATION_ID)
    return TRUE;

  g_set_error_literal (error, BC_STORE_ERROR, BC_STORE_ERROR_NOT_OURS,
                       "The data file is another program's database");

  return FALSE;
}

static GBytes *
load_step (guint    version,
           GError **error)
{
  static const char * const names[] = { "001-initial.sql" };
  g_autofree char *path = g_strconcat ("/org/example/Breadcrumbs/schema/", names[version - 1], NULL);

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == BC_SCHEMA_VERSION);

  return g_resource_lookup_data (bc_core_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

static gboolean
apply_step (BcDb    *db,
            guint    version,
            GError **error)
{
  g_autoptr (GBytes) sql = load_step (version, error);
  g_autofree char *numbers = NULL;

  if (sql == NULL)
    return FALSE;

  numbers = g_strdup_printf ("PRAGMA application_id=%d; PRAGMA user_version=%u;",
                             BC_SCHEMA_APPLICATION_ID, version);

  return bc_db_exec (db, g_bytes_get_data (sql, NULL), error) &&
         bc_db_exec (db, numbers, error);
}

guint
bc_schema_get_version (BcDb *db)
{
  gint64 version = 0;

  bc_db_get_int64 (db, "PRAGMA user_version", &version, NULL);

  return (guint) version;
}

gboolean
bc_schema_migrate (BcDb    *db,
                   GError **error)
{
  while (bc_schema_get_version (db) < BC_SCHEMA_VERSION)
    {
      guint next;

      if (!bc_db_begin (db, error))
        return FALSE;

      /* Another process may have been faster. */
      next = bc_schema_get_version (db) + 1;
      if (!bc_db_end (db, next > BC_SCHEMA_VERSION || apply_step (db, next, error), error))
        return FALSE;
    }

  return TRUE;
}
