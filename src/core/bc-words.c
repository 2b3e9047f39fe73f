/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-words.h"

#define HELD 500
#define N_TYPES 2

struct _BcWords {
  GObject parent_instance;

  BcStore *store;
  GCancellable *cancellable;
  char **words[N_TYPES];
};

G_DEFINE_FINAL_TYPE (BcWords, bc_words, G_TYPE_OBJECT)

static void
bc_words_dispose (GObject *object)
{
  BcWords *self = BC_WORDS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (bc_words_parent_class)->dispose (object);
}

static void
bc_words_finalize (GObject *object)
{
  BcWords *self = BC_WORDS (object);

  for (guint i = 0; i < N_TYPES; i++)
    g_strfreev (self->words[i]);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (bc_words_parent_class)->finalize (object);
}

static void
bc_words_class_init (BcWordsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bc_words_dispose;
  object_class->finalize = bc_words_finalize;
}

static void
bc_words_init (BcWords *self)
{
  self->cancellable = g_cancellable_new ();
}

static void
take_words (GObject      *source,
            GAsyncResult *result,
            BcWords      *self,
            BcWordType    type)
{
  char **words = bc_store_get_words_finish (BC_STORE (source), result, NULL);

  if (words != NULL)
    {
      g_strfreev (self->words[type]);
      self->words[type] = words;
    }
  g_object_unref (self);
}

static void
topics_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  take_words (source, result, user_data, BC_WORD_TOPIC);
}

static void
persons_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  take_words (source, result, user_data, BC_WORD_PERSON);
}

static void
load (BcWords *self)
{
  bc_store_get_words_async (self->store, BC_WORD_TOPIC, HELD, self->cancellable,
                            topics_cb, g_object_ref (self));
  bc_store_get_words_async (self->store, BC_WORD_PERSON, HELD, self->cancellable,
                            persons_cb, g_object_ref (self));
}

static void
store_changed_cb (BcStore     *store,
                  BcChangeSet *changes,
                  BcWords     *self)
{
  if (bc_change_set_touches_entries (changes))
    load (self);
}

BcWords *
bc_words_new (BcStore *store)
{
  BcWords *self = g_object_new (BC_TYPE_WORDS, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, 0);
  load (self);

  return self;
}

char **
bc_words_complete (BcWords    *self,
                   BcWordType  type,
                   const char *prefix,
                   guint       max)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *wanted = bc_line_fold_word (prefix);
  guint n = 0;

  for (char **word = self->words[type]; word != NULL && *word != NULL && n < max; word++)
    {
      g_autofree char *folded = bc_line_fold_word (*word);

      if (!g_str_has_prefix (folded, wanted) || g_str_equal (folded, wanted))
        continue;
      g_strv_builder_add (builder, *word);
      n++;
    }

  return g_strv_builder_end (builder);
}
