/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-line-scan.h"

#include "bc-line-chars.h"

#define MIN_MINUTES 1
#define MAX_MINUTES (8 * 60)

/* Long enough for any number in range, short enough never to overflow. */
#define NUMBER_CEILING 100000

/* No kind is longer. */
#define MAX_KIND_LENGTH 15

typedef struct {
  const char *at;
  gsize reads;
} Cursor;

static gunichar
peek (Cursor *self)
{
  self->reads++;

  return g_utf8_get_char (self->at);
}

static void
step (Cursor *self)
{
  self->at = g_utf8_next_char (self->at);
}

static gboolean
take (Cursor   *self,
      gunichar  wanted)
{
  if (peek (self) != wanted)
    return FALSE;

  step (self);

  return TRUE;
}

static void
skip_blanks (Cursor *self)
{
  while (bc_line_char_is_blank (peek (self)))
    step (self);
}

static gboolean
at_word_end (Cursor *self)
{
  gunichar c = peek (self);

  return c == 0 || bc_line_char_is_blank (c);
}

static void
skip_word (Cursor *self)
{
  while (!at_word_end (self))
    step (self);
}

static gboolean
take_name_char (Cursor *self)
{
  const char *start = self->at;
  gunichar c = peek (self);

  if (c == 0)
    return FALSE;

  step (self);
  if (bc_line_char_is_name (c) ||
      (bc_line_char_is_joiner (c) && bc_line_char_is_name (peek (self))))
    return TRUE;

  self->at = start;

  return FALSE;
}

static gboolean
take_name (Cursor *self)
{
  if (!g_unichar_isalpha (peek (self)))
    return FALSE;

  while (take_name_char (self))
    ;

  return TRUE;
}

static gboolean
take_closing (Cursor *self)
{
  while (bc_line_char_is_closing (peek (self)))
    step (self);

  return at_word_end (self);
}

static gboolean
take_number (Cursor *self,
             guint  *number)
{
  const char *start = self->at;

  *number = 0;
  for (gunichar c = peek (self); g_unichar_isdigit (c); c = peek (self))
    {
      *number = MIN (*number * 10 + g_unichar_digit_value (c), NUMBER_CEILING);
      step (self);
    }

  return self->at > start;
}

static gboolean
take_minutes_unit (Cursor *self)
{
  if (!take (self, 'm'))
    return FALSE;

  if (take (self, 'i'))
    return take (self, 'n');

  return TRUE;
}

static gboolean
take_timebox (Cursor *self,
              guint  *minutes)
{
  guint number;

  if (!take_number (self, &number))
    return FALSE;

  *minutes = number;
  if (take (self, 'h'))
    {
      *minutes = number * 60;
      if (!take_number (self, &number))
        return *minutes >= MIN_MINUTES && *minutes <= MAX_MINUTES;
      *minutes += number;
    }

  return take_minutes_unit (self) &&
         *minutes >= MIN_MINUTES && *minutes <= MAX_MINUTES;
}

static gboolean
take_kind (Cursor *self,
           BcKind *kind)
{
  char word[MAX_KIND_LENGTH + 1] = { 0 };
  gsize length = 0;

  for (gunichar c = peek (self); c < 0x80 && g_ascii_isalpha ((char) c); c = peek (self))
    {
      if (length == MAX_KIND_LENGTH)
        return FALSE;
      word[length++] = (char) c;
      step (self);
    }
  *kind = bc_kind_from_string (word);

  return *kind != BC_KIND_NONE;
}

static BcLineWordType
take_marker (Cursor     *self,
             BcLineWord *word)
{
  gunichar sign = peek (self);

  step (self);
  word->name = self->at;
  switch (sign)
    {
    case '#':
      return take_name (self) ? BC_LINE_WORD_TOPIC : BC_LINE_WORD_TEXT;
    case '@':
      return take_name (self) ? BC_LINE_WORD_PERSON : BC_LINE_WORD_TEXT;
    case '!':
      return take_kind (self, &word->kind) ? BC_LINE_WORD_KIND : BC_LINE_WORD_TEXT;
    case '~':
      return take_timebox (self, &word->minutes) ? BC_LINE_WORD_TIMEBOX : BC_LINE_WORD_TEXT;
    case '>':
      return BC_LINE_WORD_SPLIT;
    case '+':
      return BC_LINE_WORD_PLUS;
    default:
      return BC_LINE_WORD_TEXT;
    }
}

static BcLineWord
take_word (Cursor *self)
{
  BcLineWord word = { .start = self->at };
  const char *marker_end;
  gboolean closed;

  word.escaped = take (self, '\\');
  if (at_word_end (self))
    self->at = word.start;

  word.type = take_marker (self, &word);
  word.name_length = self->at - word.name;
  marker_end = self->at;
  closed = word.type != BC_LINE_WORD_TEXT && take_closing (self);

  skip_word (self);
  word.end = self->at;
  word.bare = word.end == marker_end;
  if (!closed || ((word.type == BC_LINE_WORD_SPLIT || word.type == BC_LINE_WORD_PLUS) && !word.bare))
    word.type = BC_LINE_WORD_TEXT;

  return word;
}

gboolean
bc_line_word_is_marker (const BcLineWord *word)
{
  if (word->escaped)
    return FALSE;

  switch (word->type)
    {
    case BC_LINE_WORD_TOPIC:
    case BC_LINE_WORD_PERSON:
    case BC_LINE_WORD_KIND:
    case BC_LINE_WORD_TIMEBOX:
      return TRUE;
    case BC_LINE_WORD_TEXT:
    case BC_LINE_WORD_SPLIT:
    case BC_LINE_WORD_PLUS:
    default:
      return FALSE;
    }
}

gboolean
bc_line_word_can_begin_next (const BcLineWord *word)
{
  gunichar c = g_utf8_get_char (word->start);

  return g_unichar_isalpha (c) || bc_line_char_is_quote (c) || bc_line_word_is_marker (word);
}

GArray *
bc_line_scan (const char *text,
              gsize      *reads)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (BcLineWord));
  Cursor cursor = { .at = text };

  for (skip_blanks (&cursor); peek (&cursor) != 0; skip_blanks (&cursor))
    {
      BcLineWord word = take_word (&cursor);

      g_array_append_val (words, word);
    }

  if (reads != NULL)
    *reads = cursor.reads;

  return words;
}

gboolean
bc_line_scan_can_split (GArray *words,
                        guint   index)
{
  const BcLineWord *word = &g_array_index (words, BcLineWord, index);

  if (word->type != BC_LINE_WORD_SPLIT || index + 1 >= words->len)
    return FALSE;

  return bc_line_word_can_begin_next (word + 1);
}

const char *
bc_line_scan_name (const char *text)
{
  Cursor cursor = { .at = text };

  take_name (&cursor);

  return cursor.at;
}

const char *
bc_line_scan_closing (const char *text)
{
  Cursor cursor = { .at = text };

  return take_closing (&cursor) ? cursor.at : NULL;
}
