/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-plain-text.h"

/* Enough for any real character; what piles up more marks than that is no text. */
#define MAX_CODE_POINTS_PER_GRAPHEME 16

#define ZERO_WIDTH_JOINER 0x200d
#define POP_ISOLATE 0x2069

typedef struct {
  gunichar previous;
  guint joined;
  guint flags_in_row;
} Grapheme;

typedef struct {
  GString *line;
  Grapheme grapheme;
  guint n_graphemes;
  guint max_graphemes;
  gboolean keep_breaks;
  char blank;
  guint depth;
  guint n_isolates;
} Text;

static gboolean
is_isolate_start (gunichar c)
{
  return c >= 0x2066 && c <= 0x2068;
}

static gboolean
is_format_to_drop (gunichar c)
{
  switch (c)
    {
    case 0x061c: /* Arabic letter mark */
    case 0x200c: /* zero width non-joiner */
    case ZERO_WIDTH_JOINER:
    case 0x200e: /* left-to-right mark */
    case 0x200f: /* right-to-left mark */
      return FALSE;
    default:
      return g_unichar_type (c) == G_UNICODE_FORMAT;
    }
}

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029;
}

static gboolean
is_flag_half (gunichar c)
{
  return c >= 0x1f1e6 && c <= 0x1f1ff;
}

static gboolean
is_extender (gunichar c)
{
  return g_unichar_ismark (c) ||
         (c >= 0x1f3fb && c <= 0x1f3ff) || /* skin tones */
         (c >= 0x1160 && c <= 0x11ff) ||   /* Hangul vowels and finals */
         c == ZERO_WIDTH_JOINER || c == 0x200c;
}

/* A close likeness of the rules of Unicode's annex 29, for cutting only. */
static gboolean
starts_grapheme (Grapheme *state,
                 gunichar  c)
{
  gboolean second_half = is_flag_half (c) && state->flags_in_row % 2 == 1;
  gboolean joins = is_extender (c) || state->previous == ZERO_WIDTH_JOINER || second_half;

  if (state->previous == 0 || state->joined >= MAX_CODE_POINTS_PER_GRAPHEME)
    joins = FALSE;

  state->flags_in_row = is_flag_half (c) ? state->flags_in_row + 1 : 0;
  state->previous = c;
  state->joined = joins ? state->joined + 1 : 0;

  return !joins;
}

static gunichar
next_character (const char **text)
{
  gunichar c = g_utf8_get_char_validated (*text, -1);

  if (c == (gunichar) -1 || c == (gunichar) -2)
    {
      *text += 1;
      return 0xfffd;
    }

  *text = g_utf8_next_char (*text);

  return c;
}

static void
append_blank (Text *self)
{
  if (self->blank != '\0' && self->line->len > 0)
    g_string_append_c (self->line, self->blank);
  self->blank = '\0';
}

/* They take no room of their own, so that their number is limited here. */
static void
append_isolate (Text     *self,
                gunichar  c)
{
  if (c == POP_ISOLATE)
    {
      if (self->depth == 0)
        return;
      self->depth--;
    }
  else
    {
      if (self->n_isolates++ >= self->max_graphemes)
        return;
      self->depth++;
      append_blank (self);
    }

  g_string_append_unichar (self->line, c);
}

static gboolean
has_room (Text     *self,
          gunichar  c)
{
  if (self->blank != '\0' && self->line->len > 0 && starts_grapheme (&self->grapheme, ' '))
    self->n_graphemes++;
  if (starts_grapheme (&self->grapheme, c))
    self->n_graphemes++;

  return self->n_graphemes <= self->max_graphemes;
}

static void
note_blank (Text     *self,
            gunichar  c)
{
  if (c == '\n' && self->keep_breaks)
    self->blank = '\n';
  else if (self->blank == '\0')
    self->blank = ' ';
}

/* Returns: whether there was room for it */
static gboolean
append (Text     *self,
        gunichar  c)
{
  if (is_blank (c))
    note_blank (self, c);
  else if (is_isolate_start (c) || c == POP_ISOLATE)
    append_isolate (self, c);
  else if (!is_format_to_drop (c))
    {
      if (!has_room (self, c))
        return FALSE;
      append_blank (self);
      g_string_append_unichar (self->line, c);
    }

  return TRUE;
}

static char *
make_plain (const char *text,
            guint       max_graphemes,
            gboolean    keep_breaks)
{
  Text self = { .max_graphemes = max_graphemes, .keep_breaks = keep_breaks };
  const char *at = text != NULL ? text : "";

  self.line = g_string_new (NULL);
  while (*at != '\0')
    {
      if (append (&self, next_character (&at)))
        continue;
      g_string_append (self.line, "…");
      break;
    }
  for (; self.depth > 0; self.depth--)
    g_string_append_unichar (self.line, POP_ISOLATE);

  return g_string_free (self.line, FALSE);
}

char *
bc_plain_text_line (const char *text,
                    guint       max_graphemes)
{
  return make_plain (text, max_graphemes, FALSE);
}

char *
bc_plain_text_paragraph (const char *text,
                         guint       max_graphemes)
{
  return make_plain (text, max_graphemes, TRUE);
}
