/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-journal.h"

#include "bc-crumb-table.h"
#include "bc-event-table.h"
#include "bc-journal-private.h"
#include "bc-schema.h"
#include "bc-tag-table.h"

struct _BcJournal {
  GObject parent_instance;

  BcDb *db;
  BcClock *clock;
  BcUuid device;
  gint64 last_event;
  gint64 last_away;
};

G_DEFINE_FINAL_TYPE (BcJournal, bc_journal, G_TYPE_OBJECT)

static void
bc_journal_finalize (GObject *object)
{
  BcJournal *self = BC_JOURNAL (object);

  g_clear_pointer (&self->db, bc_db_close);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (bc_journal_parent_class)->finalize (object);
}

static void
bc_journal_class_init (BcJournalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bc_journal_finalize;
}

static void
bc_journal_init (BcJournal *self)
{
}

BcDb *
bc_journal_get_db (BcJournal *self)
{
  return self->db;
}

static gboolean
read_device (BcJournal  *self,
             gboolean   *found,
             GError    **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (BcStatement) select =
    bc_db_prepare (self->db, "SELECT value FROM meta WHERE key = 'device'", error);

  if (select == NULL)
    return FALSE;

  *found = bc_statement_next (select, &local) && bc_statement_get_uuid (select, 0, &self->device);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

static gboolean
make_device (BcJournal  *self,
             GError    **error)
{
  g_autoptr (BcStatement) insert =
    bc_db_prepare (self->db, "INSERT OR IGNORE INTO meta (key, value) VALUES ('device', ?)", error);
  BcUuid uuid;

  if (insert == NULL)
    return FALSE;

  bc_uuid_init_v7 (&uuid, bc_clock_now_us (self->clock));
  bc_statement_bind_uuid (insert, 1, &uuid);

  return bc_statement_run (insert, error);
}

static gboolean
load_device (BcJournal  *self,
             GError    **error)
{
  gboolean found = FALSE;

  if (!read_device (self, &found, error))
    return FALSE;
  if (found)
    return TRUE;

  return make_device (self, error) && read_device (self, &found, error);
}

static gboolean
load_marks (BcJournal  *self,
            GError    **error)
{
  return bc_db_get_int64 (self->db, "SELECT ifnull(max(id), 0) FROM event", &self->last_event, error) &&
         bc_db_get_int64 (self->db, "SELECT ifnull(max(id), 0) FROM away", &self->last_away, error);
}

/* A file that may not be written is read as it is; one that is not there yet as an empty one. */
static gboolean
open_for_reading (BcJournal   *self,
                  const char  *path,
                  GError     **error)
{
  gboolean found;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      self->db = bc_db_open_empty (error);
      return self->db != NULL && bc_schema_migrate (self->db, error);
    }

  self->db = bc_db_open (path, BC_JOURNAL_READ_ONLY, error);
  if (self->db == NULL)
    return FALSE;
  if (bc_schema_get_version (self->db) != BC_SCHEMA_VERSION)
    {
      g_clear_pointer (&self->db, bc_db_close);
      self->db = bc_db_open (path, BC_JOURNAL_READ_WRITE, error);
      return self->db != NULL && bc_schema_migrate (self->db, error);
    }

  return read_device (self, &found, error);
}

BcJournal *
bc_journal_open (const char      *path,
                 BcClock         *clock,
                 BcJournalFlags   flags,
                 GError         **error)
{
  g_autoptr (BcJournal) self = g_object_new (BC_TYPE_JOURNAL, NULL);

  self->clock = g_object_ref (clock);
  if (flags == BC_JOURNAL_READ_ONLY)
    return open_for_reading (self, path, error) && load_marks (self, error) ? g_steal_pointer (&self) : NULL;

  self->db = bc_db_open (path, flags, error);
  if (self->db == NULL ||
      !bc_schema_migrate (self->db, error) ||
      !load_device (self, error) ||
      !load_marks (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

static gboolean
insert_event (BcJournal   *self,
              BcEvent     *event,
              GError     **error)
{
  event->at_us = bc_clock_now_us (self->clock);
  event->device = self->device;
  bc_uuid_init_v7 (&event->uuid, event->at_us);

  return bc_event_table_insert (self->db, event, error);
}

/* What follows from a change for the crumbs around it is an event of its own, so that
 * whoever follows the events sees each crumb that changed. */
static gboolean
note_settled (BcJournal  *self,
              GArray     *rows,
              GError    **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      BcEvent event = { .crumb = g_array_index (rows, gint64, i), .type = "settled" };

      if (!insert_event (self, &event, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
settle (BcJournal  *self,
        gint64      row,
        GPtrArray  *topics,
        GError    **error)
{
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!bc_crumb_table_settle (self->db, row, changed, error))
    return FALSE;
  for (guint i = 0; i < topics->len; i++)
    {
      if (!bc_crumb_table_settle_topic (self->db, g_ptr_array_index (topics, i), changed, error))
        return FALSE;
    }

  return note_settled (self, changed, error);
}

gboolean
bc_journal_refold (BcJournal  *self,
                   gint64      row,
                   GError    **error)
{
  g_auto (BcHistory) history = { 0 };
  g_autoptr (GPtrArray) topics = g_ptr_array_new_with_free_func (g_free);
  gint64 created_us;

  if (!bc_crumb_table_get_created_us (self->db, row, &created_us, error) ||
      !bc_tag_table_get_topics (self->db, row, topics, error) ||
      !bc_event_table_fold (self->db, row, &history, error))
    return FALSE;

  return bc_crumb_table_update (self->db, row, &history, error) &&
         bc_tag_table_set (self->db, row, history.line, created_us, error) &&
         bc_tag_table_get_topics (self->db, row, topics, error) &&
         settle (self, row, topics, error);
}

static BcCrumb *
apply_event (BcJournal  *self,
             BcEvent    *event,
             GError    **error)
{
  if (!insert_event (self, event, error) || !bc_journal_refold (self, event->crumb, error))
    return NULL;

  return bc_crumb_table_get (self->db, event->crumb, error);
}

/* Ends the transaction; hands out the crumb and the event's id only if it was committed. */
static BcCrumb *
finish (BcJournal      *self,
        BcCrumb        *crumb,
        const BcEvent  *event,
        char          **event_id,
        GError        **error)
{
  if (!bc_db_end (self->db, crumb != NULL, error))
    {
      g_clear_object (&crumb);
      return NULL;
    }

  if (event_id != NULL)
    *event_id = bc_uuid_to_string (&event->uuid);

  return crumb;
}

BcCrumb *
bc_journal_add (BcJournal  *self,
                BcLine     *line,
                BcContext  *context,
                GError    **error)
{
  gint64 now_us = bc_clock_now_us (self->clock);
  BcEvent event = {
    .type = "created",
    .value = bc_line_get_text (line),
    .verbatim = bc_line_is_verbatim (line),
  };
  BcCrumb *crumb = NULL;
  BcUuid uuid;

  if (!bc_db_begin (self->db, error))
    return NULL;

  bc_uuid_init_v7 (&uuid, now_us);
  if (bc_crumb_table_insert (self->db, &uuid, now_us, line, context, &event.crumb, error))
    crumb = apply_event (self, &event, error);

  return finish (self, crumb, &event, NULL, error);
}

static const char * const act_types[] = {
  [BC_ACT_RESUME] = "resumed",
  [BC_ACT_LATER] = "later",
  [BC_ACT_LET_GO] = "let-go",
  [BC_ACT_DELETE] = "deleted",
  [BC_ACT_RESTORE] = "restored",
  [BC_ACT_REMIND] = "reminded",
};

static gboolean
check_act (BcCrumb  *crumb,
           BcAct     act,
           GError  **error)
{
  gboolean deleted = bc_crumb_is_deleted (crumb);
  gboolean ask = bc_line_is_ask (bc_crumb_get_line (crumb));
  gboolean about_place = act != BC_ACT_DELETE && act != BC_ACT_RESTORE;

  if (deleted != (act == BC_ACT_RESTORE))
    {
      g_set_error_literal (error, BC_STORE_ERROR, BC_STORE_ERROR_STATE,
                           deleted ? "The crumb has been deleted" : "The crumb has not been deleted");
      return FALSE;
    }
  if (ask && about_place)
    {
      g_set_error_literal (error, BC_STORE_ERROR, BC_STORE_ERROR_STATE, "An ask is no place to resume");
      return FALSE;
    }

  return TRUE;
}

static BcCrumb *
act_on_row (BcJournal   *self,
            const char  *id,
            BcAct        act,
            BcEvent     *event,
            GError     **error)
{
  g_autoptr (BcCrumb) before = NULL;

  if (!bc_crumb_table_find (self->db, id, &event->crumb, error))
    return NULL;
  before = bc_crumb_table_get (self->db, event->crumb, error);
  if (before == NULL || !check_act (before, act, error))
    return NULL;

  return apply_event (self, event, error);
}

BcCrumb *
bc_journal_act (BcJournal   *self,
                const char  *id,
                BcAct        act,
                char       **event_id,
                GError     **error)
{
  BcEvent event = { .type = act_types[act] };

  if (!bc_db_begin (self->db, error))
    return NULL;

  return finish (self, act_on_row (self, id, act, &event, error), &event, event_id, error);
}

static BcCrumb *
change (BcJournal   *self,
        const char  *id,
        BcEvent     *event,
        char       **event_id,
        GError     **error)
{
  BcCrumb *crumb = NULL;

  if (!bc_db_begin (self->db, error))
    return NULL;

  if (bc_crumb_table_find (self->db, id, &event->crumb, error))
    crumb = apply_event (self, event, error);

  return finish (self, crumb, event, event_id, error);
}

BcCrumb *
bc_journal_edit (BcJournal   *self,
                 const char  *id,
                 BcLine      *line,
                 char       **event_id,
                 GError     **error)
{
  BcEvent event = {
    .type = "edited",
    .value = bc_line_get_text (line),
    .verbatim = bc_line_is_verbatim (line),
  };

  return change (self, id, &event, event_id, error);
}

BcCrumb *
bc_journal_set_kind (BcJournal   *self,
                     const char  *id,
                     BcKind       kind,
                     char       **event_id,
                     GError     **error)
{
  BcEvent event = { .type = "kind", .value = bc_kind_to_string (kind) };

  return change (self, id, &event, event_id, error);
}

static BcCrumb *
undo_event (BcJournal     *self,
            const BcUuid  *wanted,
            BcEvent       *event,
            GError       **error)
{
  BcUuid found;
  gboolean created;

  if (!bc_event_table_find_undoable (self->db, wanted, &self->device,
                                     &found, &event->crumb, &created, error))
    return NULL;

  /* Without its beginning a crumb would have no history: it goes to the trash instead. */
  event->type = created ? act_types[BC_ACT_DELETE] : "undone";
  event->undoes = &found;

  return apply_event (self, event, error);
}

BcCrumb *
bc_journal_undo (BcJournal   *self,
                 const char  *event_id,
                 GError     **error)
{
  BcEvent event = { 0 };
  BcUuid wanted;

  if (event_id != NULL && !bc_uuid_parse (event_id, &wanted))
    {
      g_set_error (error, BC_STORE_ERROR, BC_STORE_ERROR_NOT_FOUND, "No event has the id “%s”", event_id);
      return NULL;
    }
  if (!bc_db_begin (self->db, error))
    return NULL;

  return finish (self, undo_event (self, event_id != NULL ? &wanted : NULL, &event, error),
                 &event, NULL, error);
}

gboolean
bc_journal_save_draft (BcJournal   *self,
                       const char  *text,
                       GError     **error)
{
  g_autoptr (BcStatement) statement = NULL;

  if (*text == '\0')
    return bc_db_exec (self->db, "DELETE FROM draft", error);

  statement = bc_db_prepare (self->db,
                             "INSERT INTO draft (id, text, saved_us) VALUES (1, ?, ?) "
                             "ON CONFLICT (id) DO UPDATE SET text = excluded.text, saved_us = excluded.saved_us",
                             error);
  if (statement == NULL)
    return FALSE;

  bc_statement_bind_text (statement, 1, text);
  bc_statement_bind_int64 (statement, 2, bc_clock_now_us (self->clock));

  return bc_statement_run (statement, error);
}

gboolean
bc_journal_insert_away (BcJournal     *self,
                        const BcUuid  *uuid,
                        const BcUuid  *device,
                        const BcAway  *away,
                        GError       **error)
{
  g_autoptr (BcStatement) insert =
    bc_db_prepare (self->db,
                   "INSERT INTO away (uuid, device, left_us, back_us, duration_us, causes) "
                   "VALUES (?, ?, ?, ?, ?, ?)",
                   error);

  if (insert == NULL)
    return FALSE;

  bc_statement_bind_uuid (insert, 1, uuid);
  bc_statement_bind_uuid (insert, 2, device);
  bc_statement_bind_int64 (insert, 3, away->left_us);
  bc_statement_bind_int64 (insert, 4, away->back_us);
  bc_statement_bind_int64 (insert, 5, away->duration_us);
  bc_statement_bind_int64 (insert, 6, away->causes);

  return bc_statement_run (insert, error);
}

gboolean
bc_journal_add_away (BcJournal     *self,
                     const BcAway  *away,
                     GError       **error)
{
  BcUuid uuid;

  bc_uuid_init_v7 (&uuid, away->back_us);

  return bc_journal_insert_away (self, &uuid, &self->device, away, error);
}

static gboolean
take_aways (BcJournal    *self,
            BcChangeSet  *changes,
            GError      **error)
{
  gint64 newest;

  if (!bc_db_get_int64 (self->db, "SELECT ifnull(max(id), 0) FROM away", &newest, error))
    return FALSE;

  if (newest != self->last_away)
    bc_change_set_add_entries (changes);
  self->last_away = newest;

  return TRUE;
}

BcChangeSet *
bc_journal_take_changes (BcJournal  *self,
                         GError    **error)
{
  g_autoptr (BcChangeSet) changes = bc_change_set_new ();
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean entries = FALSE;

  if (!bc_event_table_read_since (self->db, &self->last_event, rows, &entries, error) ||
      !take_aways (self, changes, error))
    return NULL;

  if (entries)
    bc_change_set_add_entries (changes);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (BcCrumb) crumb = bc_crumb_table_get (self->db, g_array_index (rows, gint64, i), error);

      if (crumb == NULL)
        return NULL;
      bc_change_set_add_crumb (changes, crumb);
    }

  return g_steal_pointer (&changes);
}
