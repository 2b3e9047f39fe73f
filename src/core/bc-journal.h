/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "bc-change-set.h"
#include "bc-clock.h"

G_BEGIN_DECLS

/**
 * BC_STORE_ERROR:
 *
 * What can be wrong with the data file.
 */
#define BC_STORE_ERROR (bc_store_error_quark ())
GQuark bc_store_error_quark (void);

/**
 * BcStoreError:
 * @BC_STORE_ERROR_FAILED: anything else
 * @BC_STORE_ERROR_NOT_FOUND: no crumb has that id
 * @BC_STORE_ERROR_AMBIGUOUS: several crumbs have that short id
 * @BC_STORE_ERROR_CORRUPT: the file is damaged
 * @BC_STORE_ERROR_NOT_OURS: the file is no data file of Breadcrumbs
 * @BC_STORE_ERROR_NEWER: a newer Breadcrumbs wrote the file
 * @BC_STORE_ERROR_FULL: no room is left on the disk
 * @BC_STORE_ERROR_READ_ONLY: the file or folder may not be written
 * @BC_STORE_ERROR_BUSY: other processes kept the file locked for too long
 * @BC_STORE_ERROR_NOTHING: there is nothing to do that to: nothing open, nothing to undo
 * @BC_STORE_ERROR_STATE: the crumb's state does not allow it
 */
typedef enum {
  BC_STORE_ERROR_FAILED,
  BC_STORE_ERROR_NOT_FOUND,
  BC_STORE_ERROR_AMBIGUOUS,
  BC_STORE_ERROR_CORRUPT,
  BC_STORE_ERROR_NOT_OURS,
  BC_STORE_ERROR_NEWER,
  BC_STORE_ERROR_FULL,
  BC_STORE_ERROR_READ_ONLY,
  BC_STORE_ERROR_BUSY,
  BC_STORE_ERROR_NOTHING,
  BC_STORE_ERROR_STATE,
} BcStoreError;

/**
 * BcAct:
 *
 * What a user does to a crumb. Each is kept as a dated event and can be undone.
 */
typedef enum {
  BC_ACT_RESUME,
  BC_ACT_LATER,
  BC_ACT_LET_GO,
  BC_ACT_DELETE,
  BC_ACT_RESTORE,
  BC_ACT_REMIND,
} BcAct;

/**
 * BcWordType:
 *
 * What completion can offer.
 */
typedef enum {
  BC_WORD_TOPIC,
  BC_WORD_PERSON,
} BcWordType;

/**
 * BcQuery:
 * @search: (nullable): words that must all be in the line; the last may be unfinished
 * @topic: (nullable): a topic without its sign
 * @person: (nullable): a person without their sign
 * @kind: a kind, or %BC_KIND_NONE for any
 * @has_state: whether @state counts
 * @state: the state wanted
 * @since_us: the earliest time wanted, 0 for any
 * @until_us: the first time no longer wanted, 0 for any
 * @limit: how many at the most, 0 for no limit
 *
 * Which crumbs are wanted; a zeroed query wants all. Answers come newest first.
 */
typedef struct {
  const char *search;
  const char *topic;
  const char *person;
  BcKind kind;
  gboolean has_state;
  BcCrumbState state;
  gint64 since_us;
  gint64 until_us;
  guint limit;
} BcQuery;

#define BC_TYPE_JOURNAL (bc_journal_get_type ())
G_DECLARE_FINAL_TYPE (BcJournal, bc_journal, BC, JOURNAL, GObject)

/**
 * BcJournal:
 *
 * The data file, opened: everything that can be done to it, each call one
 * transaction, durable (`synchronous=FULL`) when it returns. Blocking; belongs
 * to the thread that opened it. The command line uses it directly, the
 * application through #BcStore.
 */

/**
 * BcJournalFlags:
 * @BC_JOURNAL_READ_WRITE: make the file where there is none, migrate an older one
 * @BC_JOURNAL_READ_ONLY: never write; a missing file counts as an empty one
 */
typedef enum {
  BC_JOURNAL_READ_WRITE,
  BC_JOURNAL_READ_ONLY,
} BcJournalFlags;

/**
 * bc_journal_open:
 * @path: (type filename): the data file; its folder is made where it is missing
 * @clock: where the time is read
 * @error: return location for a #BcStoreError or #GIOErrorEnum
 *
 * Returns: (transfer full): the journal, %NULL with @error set
 */
BcJournal *bc_journal_open (const char      *path,
                            BcClock         *clock,
                            BcJournalFlags   flags,
                            GError         **error);

/**
 * bc_journal_add:
 * @line: the line
 * @context: (nullable): where it was written
 *
 * Saves a crumb, or parks an ask.
 *
 * Returns: (transfer full): the crumb as saved
 */
BcCrumb *bc_journal_add (BcJournal  *self,
                         BcLine     *line,
                         BcContext  *context,
                         GError    **error);

/**
 * bc_journal_act:
 * @id: a crumb's full id
 * @event_id: (out) (optional): the event's id, for bc_journal_undo()
 *
 * Returns: (transfer full): the crumb as it is now
 */
BcCrumb *bc_journal_act (BcJournal   *self,
                         const char  *id,
                         BcAct        act,
                         char       **event_id,
                         GError     **error);

/**
 * bc_journal_edit:
 * @id: a crumb's full id
 * @line: the new line; the old one stays in the history
 * @event_id: (out) (optional): the event's id, for bc_journal_undo()
 *
 * Words a mark, or words a crumb anew.
 *
 * Returns: (transfer full): the crumb as it is now
 */
BcCrumb *bc_journal_edit (BcJournal   *self,
                          const char  *id,
                          BcLine      *line,
                          char       **event_id,
                          GError     **error);

/**
 * bc_journal_set_kind:
 * @id: a crumb's full id
 * @kind: what the interruption was; %BC_KIND_NONE takes it back
 *
 * Says after the fact what the interruption was. The line stays as it was typed.
 *
 * Returns: (transfer full): the crumb as it is now
 */
BcCrumb *bc_journal_set_kind (BcJournal   *self,
                              const char  *id,
                              BcKind       kind,
                              char       **event_id,
                              GError     **error);

/**
 * bc_journal_undo:
 * @event_id: (nullable): the event to undo, %NULL for the newest not undone yet
 *
 * Undoes an act, an edit, a kind or an addition.
 *
 * Returns: (transfer full): the crumb as it is now
 */
BcCrumb *bc_journal_undo (BcJournal   *self,
                          const char  *event_id,
                          GError     **error);

/**
 * bc_journal_get:
 * @id: a crumb's full id
 *
 * Returns: (transfer full): the crumb; %NULL with %BC_STORE_ERROR_NOT_FOUND
 */
BcCrumb *bc_journal_get (BcJournal   *self,
                         const char  *id,
                         GError     **error);

/**
 * bc_journal_find:
 * @id: a full id, or the last eight characters of one (its short id), of any case
 *
 * Returns: (transfer full): the crumb; %NULL with %BC_STORE_ERROR_NOT_FOUND or
 *   %BC_STORE_ERROR_AMBIGUOUS
 */
BcCrumb *bc_journal_find (BcJournal   *self,
                          const char  *id,
                          GError     **error);

/**
 * bc_journal_list:
 *
 * Returns: (transfer full) (element-type BcCrumb): the crumbs and asks that fit,
 *   newest first, none that is in the trash
 */
GPtrArray *bc_journal_list (BcJournal      *self,
                            const BcQuery  *query,
                            GError        **error);

/**
 * bc_journal_get_trail:
 * @id: a crumb's full id
 * @limit: how many at the most
 *
 * Returns: (transfer full) (element-type BcCrumb): older crumbs that share a
 *   topic with it, newest first
 */
GPtrArray *bc_journal_get_trail (BcJournal   *self,
                                 const char  *id,
                                 guint        limit,
                                 GError     **error);

/**
 * bc_journal_count_open:
 * @count: (out): how many crumbs are open
 */
gboolean bc_journal_count_open (BcJournal  *self,
                                guint      *count,
                                GError    **error);

/**
 * bc_journal_get_last_away:
 * @away: (out caller-allocates): the away that ended last; its `back_us` is 0 if there was
 *   none yet
 */
gboolean bc_journal_get_last_away (BcJournal  *self,
                                   BcAway     *away,
                                   GError    **error);

/**
 * bc_journal_get_words:
 * @limit: how many at the most
 *
 * Returns: (transfer full) (array zero-terminated=1): topics or persons used
 *   before, each once, as first typed, the most recently used first
 */
char **bc_journal_get_words (BcJournal   *self,
                             BcWordType   type,
                             guint        limit,
                             GError     **error);

/**
 * bc_journal_save_draft:
 * @text: the unfinished line; an empty one takes the draft away
 */
gboolean bc_journal_save_draft (BcJournal   *self,
                                const char  *text,
                                GError     **error);

/**
 * bc_journal_load_draft:
 *
 * Returns: (transfer full): the draft, an empty string if there is none; %NULL
 *   with @error set
 */
char *bc_journal_load_draft (BcJournal  *self,
                             GError    **error);

/**
 * bc_journal_add_away:
 * @away: a span of absence; its id is ignored
 */
gboolean bc_journal_add_away (BcJournal     *self,
                              const BcAway  *away,
                              GError       **error);

/**
 * bc_journal_take_changes:
 *
 * What was committed since the last call (since the file was opened, at first),
 * by this journal and by every other process.
 *
 * Returns: (transfer full): the changes, perhaps empty
 */
BcChangeSet *bc_journal_take_changes (BcJournal  *self,
                                      GError    **error);

G_END_DECLS
