/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-import.h"

#include <glib/gi18n-lib.h>

#include "bc-input-lines.h"
#include "bc-journal-merge.h"
#include "bc-journal-private.h"

/* A transaction ends where either is reached. */
#define BATCH_RECORDS 500
#define BATCH_BYTES (1024 * 1024)

/* Each waits five seconds for others who write. */
#define BATCH_ATTEMPTS 12

/* Who waits to write looks again every 100 ms (SQLite's busy handler), and so would never meet a moment between
 * two transactions. Once a second there is a pause that none can miss. */
#define PAUSE_EVERY_US G_USEC_PER_SEC
#define PAUSE_US (110 * 1000)

typedef struct {
  const BcImport *import;
  BcImportCounts *counts;
  GPtrArray *records;
  gsize bytes;
  gint64 paused_us;
} Batch;

static void
report (Batch        *batch,
        gulong       number,
        const GError *reason)
{
  batch->counts->broken++;
  batch->import->broken (number, reason, batch->import->user_data);
}

static gboolean
is_blank (const GString *line)
{
  for (gsize i = 0; i < line->len; i++)
    {
      if (!g_ascii_isspace (line->str[i]))
        return FALSE;
    }

  return TRUE;
}

static BcRecord *
read_record (const BcInputLines  *lines,
             GError             **error)
{
  if (!lines->too_long)
    return bc_record_parse (lines->line->str, lines->line->len, error);

  g_set_error (error, BC_RECORD_ERROR, BC_RECORD_ERROR_SYNTAX,
               _("It is longer than %d MiB."), BC_INPUT_LINES_MAX_BYTES / 1024 / 1024);

  return NULL;
}

static void
take_line (Batch              *batch,
           const BcInputLines *lines)
{
  g_autoptr (GError) reason = NULL;
  BcRecord *record;

  batch->counts->lines++;
  if (is_blank (lines->line) && !lines->too_long)
    return;

  record = read_record (lines, &reason);
  if (record == NULL)
    {
      report (batch, lines->number, reason);
      return;
    }

  record->number = lines->number;
  batch->bytes += lines->line->len;
  g_ptr_array_add (batch->records, record);
}

static void
count (Batch          *batch,
       const BcRecord *record,
       BcMergeResult   result)
{
  g_autoptr (GError) reason = NULL;

  switch (result)
    {
    case BC_MERGE_ADDED:
      batch->counts->added++;
      break;
    case BC_MERGE_CHANGED:
      batch->counts->changed++;
      break;
    case BC_MERGE_REFUSED:
      reason = g_error_new_literal (BC_RECORD_ERROR, BC_RECORD_ERROR_FIELD, _("Its history belongs to another breadcrumb."));
      report (batch, record->number, reason);
      break;
    case BC_MERGE_SAME:
    default:
      batch->counts->same++;
      break;
    }
}

static gboolean
merge_patiently (Batch          *batch,
                 BcMergeResult  *results,
                 GCancellable   *cancellable,
                 GError        **error)
{
  for (guint attempt = 1; ; attempt++)
    {
      g_autoptr (GError) local = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (bc_journal_merge (batch->import->journal, batch->records, batch->import->dry_run, results, &local))
        return TRUE;
      if (attempt == BATCH_ATTEMPTS || !g_error_matches (local, BC_STORE_ERROR, BC_STORE_ERROR_BUSY))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
}

static void
let_others_write (Batch *batch)
{
  if (batch->import->dry_run || g_get_monotonic_time () - batch->paused_us < PAUSE_EVERY_US)
    return;

  g_usleep (PAUSE_US);
  batch->paused_us = g_get_monotonic_time ();
}

static gboolean
finish_batch (Batch         *batch,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autofree BcMergeResult *results = g_new0 (BcMergeResult, batch->records->len + 1);

  if (batch->import->journal != NULL && batch->records->len > 0)
    {
      if (!merge_patiently (batch, results, cancellable, error))
        return FALSE;
      for (guint i = 0; i < batch->records->len; i++)
        count (batch, g_ptr_array_index (batch->records, i), results[i]);
      let_others_write (batch);
    }

  g_ptr_array_set_size (batch->records, 0);
  batch->bytes = 0;
  if (batch->import->progress != NULL)
    batch->import->progress (batch->counts, batch->import->user_data);

  return TRUE;
}

static gboolean
read_all (Batch         *batch,
          GInputStream  *stream,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GError) local = NULL;
  g_auto (BcInputLines) lines = { 0 };

  bc_input_lines_init (&lines, stream);
  while (bc_input_lines_next (&lines, cancellable, &local))
    {
      take_line (batch, &lines);
      if ((batch->records->len >= BATCH_RECORDS || batch->bytes >= BATCH_BYTES) &&
          !finish_batch (batch, cancellable, error))
        return FALSE;
    }

  if (local == NULL)
    return finish_batch (batch, cancellable, error);

  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

/* In a long transaction SQLite keeps what each statement may have to take back in a file, fifty writes a record;
 * it is a few pages, and gone with the statement. */
static gboolean
keep_statements_in_memory (BcJournal  *journal,
                           gboolean    keep,
                           GError    **error)
{
  return journal == NULL ||
         bc_db_exec (bc_journal_get_db (journal), keep ? "PRAGMA temp_store=MEMORY" : "PRAGMA temp_store=DEFAULT", error);
}

gboolean
bc_import_run (const BcImport  *self,
               GInputStream    *stream,
               BcImportCounts  *counts,
               GCancellable    *cancellable,
               GError         **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) bc_record_free);
  Batch batch = {
    .import = self,
    .counts = counts,
    .records = records,
    .paused_us = g_get_monotonic_time (),
  };
  gboolean ok;

  *counts = (BcImportCounts) { 0 };
  if (!keep_statements_in_memory (self->journal, TRUE, error))
    return FALSE;

  ok = read_all (&batch, stream, cancellable, error);

  return keep_statements_in_memory (self->journal, FALSE, ok ? error : NULL) && ok;
}
