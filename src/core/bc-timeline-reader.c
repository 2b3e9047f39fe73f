/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-timeline-reader.h"

#include "bc-entry-table.h"
#include "bc-journal-private.h"

typedef struct {
  char *search;
  GArray *found;
  GArray *numbers;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->search);
  g_clear_pointer (&request->found, g_array_unref);
  g_array_unref (request->numbers);
  g_free (request);
}

void
bc_timeline_answer_free (BcTimelineAnswer *self)
{
  g_clear_pointer (&self->found, g_array_unref);
  g_array_unref (self->numbers);
  g_ptr_array_unref (self->pages);
  g_free (self);
}

static gboolean
read_length (BcDb              *db,
             const Request     *request,
             BcTimelineAnswer  *answer,
             GError           **error)
{
  if (request->search == NULL)
    return bc_entry_table_count (db, &answer->n_items, error);

  answer->found = request->found != NULL
                  ? g_array_ref (request->found)
                  : bc_entry_table_find (db, request->search, error);
  if (answer->found == NULL)
    return FALSE;

  answer->n_items = answer->found->len;

  return TRUE;
}

static gboolean
read_pages (BcDb              *db,
            BcTimelineAnswer  *answer,
            GError           **error)
{
  for (guint i = 0; i < answer->numbers->len; i++)
    {
      guint position = g_array_index (answer->numbers, guint, i) * BC_TIMELINE_PAGE;
      GPtrArray *page;

      if (answer->found != NULL)
        page = bc_entry_table_read_found (db, answer->found, position, BC_TIMELINE_PAGE, error);
      else
        page = bc_entry_table_read (db, position, BC_TIMELINE_PAGE, error);
      if (page == NULL)
        return FALSE;
      g_ptr_array_add (answer->pages, page);
    }

  return TRUE;
}

static gpointer
do_read (BcJournal     *journal,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  Request *request = data;
  BcDb *db = bc_journal_get_db (journal);
  g_autoptr (BcTimelineAnswer) answer = g_new0 (BcTimelineAnswer, 1);
  gboolean ok;

  answer->numbers = g_array_ref (request->numbers);
  answer->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  if (!bc_db_exec (db, "BEGIN", error))
    return NULL;
  ok = read_length (db, request, answer, error) && read_pages (db, answer, error);

  return bc_db_end (db, ok, error) ? g_steal_pointer (&answer) : NULL;
}

void
bc_timeline_read_async (BcStore              *store,
                        const char           *search,
                        GArray               *found,
                        GArray               *numbers,
                        GCancellable         *cancellable,
                        GAsyncReadyCallback   callback,
                        gpointer              user_data)
{
  Request *request = g_new0 (Request, 1);

  request->search = g_strdup (search);
  request->found = found != NULL ? g_array_ref (found) : NULL;
  request->numbers = numbers;
  bc_store_run_async (store, do_read, request, request_free, (GDestroyNotify) bc_timeline_answer_free,
                      cancellable, callback, user_data);
}

BcTimelineAnswer *
bc_timeline_read_finish (BcStore       *store,
                         GAsyncResult  *result,
                         GError       **error)
{
  return bc_store_run_finish (store, result, error);
}
