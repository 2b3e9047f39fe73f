/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-line.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bc-line-chars.h"
#include "bc-line-scan.h"
#include "bc-line-words.h"

struct _BcLine {
  gatomicrefcount refs;
  char *text;
  char *where;
  char *next;
  char **topics;
  char **persons;
  BcKind kind;
  guint minutes;
  gboolean ask;
  gboolean verbatim;
};

G_DEFINE_BOXED_TYPE (BcLine, bc_line, bc_line_ref, bc_line_unref)
G_DEFINE_QUARK (bc-line-error-quark, bc_line_error)

gboolean
bc_line_validate (const char  *text,
                  gssize       length,
                  GError     **error)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;

  if (memchr (text, '\0', size) != NULL)
    {
      g_set_error_literal (error, BC_LINE_ERROR, BC_LINE_ERROR_NUL,
                           _("The line contains a NUL character."));
      return FALSE;
    }

  if (!g_utf8_validate_len (text, size, NULL))
    {
      g_set_error_literal (error, BC_LINE_ERROR, BC_LINE_ERROR_NOT_UTF8,
                           _("The line is not valid UTF-8 text."));
      return FALSE;
    }

  if (g_utf8_strlen (text, size) > BC_LINE_MAX_CHARS)
    {
      g_set_error (error, BC_LINE_ERROR, BC_LINE_ERROR_TOO_LONG,
                   ngettext ("The line is longer than %d character.",
                             "The line is longer than %d characters.", BC_LINE_MAX_CHARS),
                   BC_LINE_MAX_CHARS);
      return FALSE;
    }

  return TRUE;
}

/* What is shown of the text from @start to @end: breaks become blanks, a line
 * break of two characters only one. */
static void
append_shown (GString    *shown,
              const char *start,
              const char *end)
{
  for (const char *at = start; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\r' && at + 1 < end && at[1] == '\n')
        continue;
      if (bc_line_char_is_break (c))
        g_string_append_c (shown, ' ');
      else
        g_string_append_len (shown, at, g_utf8_next_char (at) - at);
    }
}

static const BcLineWord *
get_word (GArray *words,
          guint   index)
{
  return &g_array_index (words, BcLineWord, index);
}

static gboolean
is_ask (GArray *words)
{
  return words->len > 1 &&
         get_word (words, 0)->type == BC_LINE_WORD_PLUS &&
         !get_word (words, 0)->escaped;
}

static guint
find_split (GArray *words,
            guint   first)
{
  guint found = words->len;

  for (guint i = first; i < words->len; i++)
    if (!get_word (words, i)->escaped && bc_line_scan_can_split (words, i))
      found = i;

  return found;
}

static gboolean
drops_backslash (GArray *words,
                 guint   index)
{
  const BcLineWord *word = get_word (words, index);

  switch (word->type)
    {
    case BC_LINE_WORD_TEXT:
      return FALSE;
    case BC_LINE_WORD_SPLIT:
      return word->escaped && bc_line_scan_can_split (words, index);
    case BC_LINE_WORD_PLUS:
      return word->escaped && index == 0 && words->len > 1;
    case BC_LINE_WORD_TOPIC:
    case BC_LINE_WORD_PERSON:
    case BC_LINE_WORD_KIND:
    case BC_LINE_WORD_TIMEBOX:
    default:
      return word->escaped;
    }
}

static gboolean
is_lifted (const BcLineWord *word)
{
  return word->bare && bc_line_word_is_marker (word);
}

/* The part of the words from @first up to @end, as shown. */
static char *
show_part (GArray *words,
           guint   first,
           guint   end)
{
  g_autoptr (GString) shown = g_string_new (NULL);
  const char *at;

  while (first < end && is_lifted (get_word (words, first)))
    first++;
  while (first < end && is_lifted (get_word (words, end - 1)))
    end--;
  if (first == end)
    return g_strdup ("");

  at = get_word (words, first)->start;
  for (guint i = first; i < end; i++)
    {
      if (!drops_backslash (words, i))
        continue;
      append_shown (shown, at, get_word (words, i)->start);
      at = get_word (words, i)->start + 1;
    }
  append_shown (shown, at, get_word (words, end - 1)->end);

  return g_string_free (g_steal_pointer (&shown), FALSE);
}

static void
read_parts (BcLine *self,
            GArray *words)
{
  guint first;
  guint split;

  self->ask = is_ask (words);
  first = self->ask ? 1 : 0;
  split = find_split (words, first);
  self->where = show_part (words, first, split);

  if (split < words->len)
    self->next = show_part (words, split + 1, words->len);
  if (self->next != NULL && *self->next == '\0')
    g_clear_pointer (&self->next, g_free);
}

static void
read_markers (BcLine *self,
              GArray *words)
{
  g_autoptr (BcLineWords) topics = bc_line_words_new ();
  g_autoptr (BcLineWords) persons = bc_line_words_new ();

  for (guint i = 0; i < words->len; i++)
    {
      const BcLineWord *word = get_word (words, i);

      if (!bc_line_word_is_marker (word))
        continue;
      if (word->type == BC_LINE_WORD_TOPIC)
        bc_line_words_add (topics, word->name, word->name_length);
      else if (word->type == BC_LINE_WORD_PERSON)
        bc_line_words_add (persons, word->name, word->name_length);
      else if (word->type == BC_LINE_WORD_KIND)
        self->kind = word->kind;
      else
        self->minutes = word->minutes;
    }
  self->topics = bc_line_words_to_strv (topics);
  self->persons = bc_line_words_to_strv (persons);
}

/* Bytes that are no text would lead the reading past the end of the line. */
static BcLine *
new_line (const char *text)
{
  BcLine *self = g_new0 (BcLine, 1);

  g_atomic_ref_count_init (&self->refs);
  self->text = g_utf8_make_valid (text, -1);

  return self;
}

BcLine *
bc_line_parse (const char *text)
{
  g_autoptr (GArray) words = NULL;
  BcLine *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = new_line (text);
  words = bc_line_scan (self->text, NULL);
  read_parts (self, words);
  read_markers (self, words);

  return self;
}

BcLine *
bc_line_new_verbatim (const char *text)
{
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autoptr (GArray) words = NULL;
  BcLine *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = new_line (text);
  self->verbatim = TRUE;
  self->topics = g_new0 (char *, 1);
  self->persons = g_new0 (char *, 1);
  words = bc_line_scan (self->text, NULL);
  if (words->len > 0)
    append_shown (shown, get_word (words, 0)->start, get_word (words, words->len - 1)->end);
  self->where = g_string_free (g_steal_pointer (&shown), FALSE);

  return self;
}

BcLine *
bc_line_ref (BcLine *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
bc_line_unref (BcLine *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_free (self->text);
  g_free (self->where);
  g_free (self->next);
  g_strfreev (self->topics);
  g_strfreev (self->persons);
  g_free (self);
}

const char *
bc_line_get_text (BcLine *self)
{
  return self->text;
}

const char *
bc_line_get_where (BcLine *self)
{
  return self->where;
}

const char *
bc_line_get_next (BcLine *self)
{
  return self->next;
}

const char * const *
bc_line_get_topics (BcLine *self)
{
  return (const char * const *) self->topics;
}

const char * const *
bc_line_get_persons (BcLine *self)
{
  return (const char * const *) self->persons;
}

BcKind
bc_line_get_kind (BcLine *self)
{
  return self->kind;
}

gint64
bc_line_get_timebox_s (BcLine *self)
{
  return (gint64) self->minutes * 60;
}

gboolean
bc_line_is_ask (BcLine *self)
{
  return self->ask;
}

gboolean
bc_line_is_verbatim (BcLine *self)
{
  return self->verbatim;
}

gboolean
bc_line_is_mark (BcLine *self)
{
  const char *at = self->text;

  while (bc_line_char_is_blank (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return *at == '\0';
}

const char *
bc_line_get_headline (BcLine *self)
{
  if (self->next != NULL)
    return self->next;

  return *self->where != '\0' ? self->where : NULL;
}
