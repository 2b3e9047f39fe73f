/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-export.h"

#include "bc-export-private.h"
#include "bc-journal-private.h"

/* Pages end where either is reached: many short crumbs, or a few with a long history. */
#define PAGE_ROWS 256
#define PAGE_BYTES (256 * 1024)

gboolean
bc_export_format_from_string (const char     *word,
                              BcExportFormat *format)
{
  static const struct {
    const char *word;
    BcExportFormat format;
  } names[] = {
    { "jsonl", BC_EXPORT_JSONL },
    { "csv", BC_EXPORT_CSV },
    { "markdown", BC_EXPORT_MARKDOWN },
    { "md", BC_EXPORT_MARKDOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_ascii_strcasecmp (names[i].word, word) != 0)
        continue;
      *format = names[i].format;
      return TRUE;
    }

  return FALSE;
}

BcCrumb *
bc_export_page_take_crumb (BcExportPage *page,
                           BcStatement  *row)
{
  page->after_us = bc_statement_get_int64 (row, 1);
  page->after_id = bc_statement_get_int64 (row, BC_CRUMB_N_COLUMNS);
  page->n_crumbs++;

  return bc_crumb_table_read (row);
}

static gboolean
read_page (BcExportPage          *page,
           const BcExportSource  *source,
           gboolean              *more,
           GError               **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (BcStatement) select = bc_db_prepare (page->db, source->select, error);
  guint rows = 0;

  if (select == NULL)
    return FALSE;

  bc_statement_bind_int64 (select, 1, page->after_id);
  bc_statement_bind_int64 (select, 2, page->after_us);
  bc_statement_bind_int64 (select, 3, page->last_id);
  *more = FALSE;
  while (!*more && bc_statement_next (select, &local))
    {
      if (!source->append (page, select, error))
        return FALSE;
      *more = ++rows == PAGE_ROWS || page->text->len >= PAGE_BYTES;
    }

  if (local == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

static gboolean
write_page (BcExportPage   *page,
            GOutputStream  *stream,
            GCancellable   *cancellable,
            GError        **error)
{
  gboolean ok = g_output_stream_write_all (stream, page->text->str, page->text->len, NULL, cancellable, error);

  g_string_truncate (page->text, 0);

  return ok;
}

typedef struct {
  GOutputStream *stream;
  BcExportProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
} Target;

static gboolean
write_source (BcExportPage          *page,
              const BcExportSource  *source,
              const Target          *target,
              GError               **error)
{
  gboolean more = TRUE;

  page->after_id = 0;
  page->after_us = -1;
  if (!bc_db_get_int64 (page->db, source->last, &page->last_id, error))
    return FALSE;

  while (more)
    {
      if (g_cancellable_set_error_if_cancelled (target->cancellable, error) ||
          !read_page (page, source, &more, error) ||
          !write_page (page, target->stream, target->cancellable, error))
        return FALSE;
      if (target->progress != NULL)
        target->progress (page->n_crumbs, target->user_data);
    }

  return TRUE;
}

static gboolean
write_format (BcExportPage    *page,
              BcExportFormat   format,
              const Target    *target,
              GError         **error)
{
  switch (format)
    {
    case BC_EXPORT_CSV:
      bc_export_csv_append_header (page->text);
      return write_source (page, &bc_export_csv_crumbs, target, error);
    case BC_EXPORT_MARKDOWN:
      return write_source (page, &bc_export_markdown_crumbs, target, error);
    case BC_EXPORT_JSONL:
    default:
      return write_source (page, &bc_export_json_crumbs, target, error) &&
             write_source (page, &bc_export_json_aways, target, error);
    }
}

gboolean
bc_export_run (BcJournal             *journal,
               BcExportFormat         format,
               GOutputStream         *stream,
               BcExportProgressFunc   progress,
               gpointer               user_data,
               gulong               *n_crumbs,
               GCancellable          *cancellable,
               GError               **error)
{
  g_autoptr (GString) text = g_string_sized_new (PAGE_BYTES);
  BcExportPage page = { .db = bc_journal_get_db (journal), .text = text, .day = -1 };
  Target target = { stream, progress, user_data, cancellable };
  gboolean ok = write_format (&page, format, &target, error);

  *n_crumbs = page.n_crumbs;

  return ok;
}
