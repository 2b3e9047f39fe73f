/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-store.h"

/* Each call of the store: its arguments, packed; what it does with them on the thread; its answer. */

typedef struct {
  char *id;
  char *text;
  BcLine *line;
  BcContext *context;
  BcAct act;
  BcKind kind;
  BcWordType word_type;
  guint limit;
  BcAway away;
  BcQuery query;
} Arguments;

typedef struct {
  BcCrumb *crumb;
  char *event_id;
} CrumbAnswer;

static void
arguments_free (gpointer data)
{
  Arguments *arguments = data;

  g_free (arguments->id);
  g_free (arguments->text);
  g_clear_pointer (&arguments->line, bc_line_unref);
  g_clear_pointer (&arguments->context, bc_context_unref);
  g_free ((char *) arguments->query.search);
  g_free ((char *) arguments->query.topic);
  g_free ((char *) arguments->query.person);
  g_free (arguments);
}

static Arguments *
arguments_new (const char *id)
{
  Arguments *arguments = g_new0 (Arguments, 1);

  arguments->id = g_strdup (id);

  return arguments;
}

static void
crumb_answer_free (gpointer data)
{
  CrumbAnswer *answer = data;

  g_clear_object (&answer->crumb);
  g_free (answer->event_id);
  g_free (answer);
}

static CrumbAnswer *
crumb_answer_new (BcCrumb *crumb,
                  char    *event_id)
{
  CrumbAnswer *answer;

  if (crumb == NULL)
    return NULL;

  answer = g_new (CrumbAnswer, 1);
  answer->crumb = crumb;
  answer->event_id = event_id;

  return answer;
}

static void
run_for_crumb (BcStore              *self,
               BcStoreFunc           func,
               Arguments            *arguments,
               GCancellable         *cancellable,
               GAsyncReadyCallback   callback,
               gpointer              user_data)
{
  bc_store_run_async (self, func, arguments, arguments_free, crumb_answer_free,
                      cancellable, callback, user_data);
}

BcCrumb *
bc_store_crumb_finish (BcStore       *self,
                       GAsyncResult  *result,
                       char         **event_id,
                       GError       **error)
{
  CrumbAnswer *answer = bc_store_run_finish (self, result, error);
  BcCrumb *crumb;

  if (answer == NULL)
    return NULL;

  crumb = g_steal_pointer (&answer->crumb);
  if (event_id != NULL)
    *event_id = g_steal_pointer (&answer->event_id);
  crumb_answer_free (answer);

  return crumb;
}

static gpointer
do_add (BcJournal     *journal,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  Arguments *arguments = data;

  return crumb_answer_new (bc_journal_add (journal, arguments->line, arguments->context, error), NULL);
}

void
bc_store_add_async (BcStore              *self,
                    BcLine               *line,
                    BcContext            *context,
                    GCancellable         *cancellable,
                    GAsyncReadyCallback   callback,
                    gpointer              user_data)
{
  Arguments *arguments = arguments_new (NULL);

  arguments->line = bc_line_ref (line);
  arguments->context = context != NULL ? bc_context_ref (context) : NULL;
  run_for_crumb (self, do_add, arguments, cancellable, callback, user_data);
}

static gpointer
do_act (BcJournal     *journal,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  Arguments *arguments = data;
  char *event_id = NULL;
  BcCrumb *crumb = bc_journal_act (journal, arguments->id, arguments->act, &event_id, error);

  return crumb_answer_new (crumb, event_id);
}

void
bc_store_act_async (BcStore              *self,
                    const char           *id,
                    BcAct                 act,
                    GCancellable         *cancellable,
                    GAsyncReadyCallback   callback,
                    gpointer              user_data)
{
  Arguments *arguments = arguments_new (id);

  arguments->act = act;
  run_for_crumb (self, do_act, arguments, cancellable, callback, user_data);
}

static gpointer
do_edit (BcJournal     *journal,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  Arguments *arguments = data;
  char *event_id = NULL;
  BcCrumb *crumb = bc_journal_edit (journal, arguments->id, arguments->line, &event_id, error);

  return crumb_answer_new (crumb, event_id);
}

void
bc_store_edit_async (BcStore              *self,
                     const char           *id,
                     BcLine               *line,
                     GCancellable         *cancellable,
                     GAsyncReadyCallback   callback,
                     gpointer              user_data)
{
  Arguments *arguments = arguments_new (id);

  arguments->line = bc_line_ref (line);
  run_for_crumb (self, do_edit, arguments, cancellable, callback, user_data);
}

static gpointer
do_set_kind (BcJournal     *journal,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Arguments *arguments = data;
  char *event_id = NULL;
  BcCrumb *crumb = bc_journal_set_kind (journal, arguments->id, arguments->kind, &event_id, error);

  return crumb_answer_new (crumb, event_id);
}

void
bc_store_set_kind_async (BcStore              *self,
                         const char           *id,
                         BcKind                kind,
                         GCancellable         *cancellable,
                         GAsyncReadyCallback   callback,
                         gpointer              user_data)
{
  Arguments *arguments = arguments_new (id);

  arguments->kind = kind;
  run_for_crumb (self, do_set_kind, arguments, cancellable, callback, user_data);
}

static gpointer
do_undo (BcJournal     *journal,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  Arguments *arguments = data;

  return crumb_answer_new (bc_journal_undo (journal, arguments->id, error), NULL);
}

void
bc_store_undo_async (BcStore              *self,
                     const char           *event_id,
                     GCancellable         *cancellable,
                     GAsyncReadyCallback   callback,
                     gpointer              user_data)
{
  run_for_crumb (self, do_undo, arguments_new (event_id), cancellable, callback, user_data);
}

static gpointer
do_get (BcJournal     *journal,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  Arguments *arguments = data;

  return crumb_answer_new (bc_journal_get (journal, arguments->id, error), NULL);
}

void
bc_store_get_async (BcStore              *self,
                    const char           *id,
                    GCancellable         *cancellable,
                    GAsyncReadyCallback   callback,
                    gpointer              user_data)
{
  run_for_crumb (self, do_get, arguments_new (id), cancellable, callback, user_data);
}

static void
run_for_crumbs (BcStore              *self,
                BcStoreFunc           func,
                Arguments            *arguments,
                GCancellable         *cancellable,
                GAsyncReadyCallback   callback,
                gpointer              user_data)
{
  bc_store_run_async (self, func, arguments, arguments_free, (GDestroyNotify) g_ptr_array_unref,
                      cancellable, callback, user_data);
}

GPtrArray *
bc_store_crumbs_finish (BcStore       *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  return bc_store_run_finish (self, result, error);
}

static gpointer
do_get_trail (BcJournal     *journal,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Arguments *arguments = data;

  return bc_journal_get_trail (journal, arguments->id, arguments->limit, error);
}

void
bc_store_get_trail_async (BcStore              *self,
                          const char           *id,
                          guint                 limit,
                          GCancellable         *cancellable,
                          GAsyncReadyCallback   callback,
                          gpointer              user_data)
{
  Arguments *arguments = arguments_new (id);

  arguments->limit = limit;
  run_for_crumbs (self, do_get_trail, arguments, cancellable, callback, user_data);
}

static gpointer
do_list (BcJournal     *journal,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  Arguments *arguments = data;

  return bc_journal_list (journal, &arguments->query, error);
}

void
bc_store_list_async (BcStore              *self,
                     const BcQuery        *query,
                     GCancellable         *cancellable,
                     GAsyncReadyCallback   callback,
                     gpointer              user_data)
{
  Arguments *arguments = arguments_new (NULL);

  arguments->query = *query;
  arguments->query.search = g_strdup (query->search);
  arguments->query.topic = g_strdup (query->topic);
  arguments->query.person = g_strdup (query->person);
  run_for_crumbs (self, do_list, arguments, cancellable, callback, user_data);
}

static gpointer
do_count_open (BcJournal     *journal,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  guint count = 0;

  if (!bc_journal_count_open (journal, &count, error))
    return NULL;

  return g_memdup2 (&count, sizeof count);
}

void
bc_store_count_open_async (BcStore              *self,
                           GCancellable         *cancellable,
                           GAsyncReadyCallback   callback,
                           gpointer              user_data)
{
  bc_store_run_async (self, do_count_open, NULL, NULL, g_free, cancellable, callback, user_data);
}

gssize
bc_store_count_open_finish (BcStore       *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_autofree guint *count = bc_store_run_finish (self, result, error);

  return count != NULL ? (gssize) *count : -1;
}

static gpointer
do_get_words (BcJournal     *journal,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Arguments *arguments = data;

  return bc_journal_get_words (journal, arguments->word_type, arguments->limit, error);
}

void
bc_store_get_words_async (BcStore              *self,
                          BcWordType            type,
                          guint                 limit,
                          GCancellable         *cancellable,
                          GAsyncReadyCallback   callback,
                          gpointer              user_data)
{
  Arguments *arguments = arguments_new (NULL);

  arguments->word_type = type;
  arguments->limit = limit;
  bc_store_run_async (self, do_get_words, arguments, arguments_free, (GDestroyNotify) g_strfreev,
                      cancellable, callback, user_data);
}

char **
bc_store_get_words_finish (BcStore       *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return bc_store_run_finish (self, result, error);
}

static gpointer
do_save_draft (BcJournal     *journal,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  Arguments *arguments = data;

  return GINT_TO_POINTER (bc_journal_save_draft (journal, arguments->text, error));
}

void
bc_store_save_draft_async (BcStore              *self,
                           const char           *text,
                           GCancellable         *cancellable,
                           GAsyncReadyCallback   callback,
                           gpointer              user_data)
{
  Arguments *arguments = arguments_new (NULL);

  arguments->text = g_strdup (text);
  bc_store_run_async (self, do_save_draft, arguments, arguments_free, NULL,
                      cancellable, callback, user_data);
}

gboolean
bc_store_save_draft_finish (BcStore       *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return bc_store_run_finish (self, result, error) != NULL;
}

static gpointer
do_load_draft (BcJournal     *journal,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  return bc_journal_load_draft (journal, error);
}

void
bc_store_load_draft_async (BcStore              *self,
                           GCancellable         *cancellable,
                           GAsyncReadyCallback   callback,
                           gpointer              user_data)
{
  bc_store_run_async (self, do_load_draft, NULL, NULL, g_free, cancellable, callback, user_data);
}

char *
bc_store_load_draft_finish (BcStore       *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return bc_store_run_finish (self, result, error);
}

static gpointer
do_add_away (BcJournal     *journal,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Arguments *arguments = data;

  return GINT_TO_POINTER (bc_journal_add_away (journal, &arguments->away, error));
}

void
bc_store_add_away_async (BcStore              *self,
                         const BcAway         *away,
                         GCancellable         *cancellable,
                         GAsyncReadyCallback   callback,
                         gpointer              user_data)
{
  Arguments *arguments = arguments_new (NULL);

  arguments->away = *away;
  bc_store_run_async (self, do_add_away, arguments, arguments_free, NULL,
                      cancellable, callback, user_data);
}

gboolean
bc_store_add_away_finish (BcStore       *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return bc_store_run_finish (self, result, error) != NULL;
}

static gpointer
do_get_last_away (BcJournal     *journal,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autofree BcAway *away = g_new (BcAway, 1);

  return bc_journal_get_last_away (journal, away, error) ? g_steal_pointer (&away) : NULL;
}

void
bc_store_get_last_away_async (BcStore              *self,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data)
{
  bc_store_run_async (self, do_get_last_away, NULL, NULL, g_free, cancellable, callback, user_data);
}

BcAway *
bc_store_get_last_away_finish (BcStore       *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return bc_store_run_finish (self, result, error);
}
