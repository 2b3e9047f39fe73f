/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-input-lines.h"

#include <string.h>

#define BUFFER_SIZE (64 * 1024)
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

void
bc_input_lines_init (BcInputLines *self,
                     GInputStream *stream)
{
  *self = (BcInputLines) {
    .line = g_string_new (NULL),
    .stream = g_object_ref (stream),
    .buffer = g_malloc (BUFFER_SIZE),
  };
}

void
bc_input_lines_clear (BcInputLines *self)
{
  if (self->line != NULL)
    g_string_free (self->line, TRUE);
  g_clear_object (&self->stream);
  g_free (self->buffer);
}

static gboolean
fill (BcInputLines  *self,
      GCancellable  *cancellable,
      GError       **error)
{
  gssize got = g_input_stream_read (self->stream, self->buffer, BUFFER_SIZE, cancellable, error);

  self->at = 0;
  self->filled = got > 0 ? (gsize) got : 0;

  return got > 0;
}

static void
append (BcInputLines *self,
        const char   *bytes,
        gsize         length)
{
  if (self->line->len + length > BC_INPUT_LINES_MAX_BYTES)
    {
      self->too_long = TRUE;
      g_string_truncate (self->line, 0);
    }
  if (!self->too_long)
    g_string_append_len (self->line, bytes, (gssize) length);
}

/* Returns: whether the line ends in what has been read. */
static gboolean
take (BcInputLines *self)
{
  const char *start = self->buffer + self->at;
  const char *end = memchr (start, '\n', self->filled - self->at);
  gsize length = end != NULL ? (gsize) (end - start) : self->filled - self->at;

  append (self, start, length);
  self->at += length + (end != NULL);

  return end != NULL;
}

static void
trim (BcInputLines *self)
{
  if (self->line->len > 0 && self->line->str[self->line->len - 1] == '\r')
    g_string_truncate (self->line, self->line->len - 1);
  if (self->number == 1 && g_str_has_prefix (self->line->str, BYTE_ORDER_MARK))
    g_string_erase (self->line, 0, strlen (BYTE_ORDER_MARK));
}

gboolean
bc_input_lines_next (BcInputLines  *self,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (GError) local = NULL;
  gboolean some = FALSE;
  gboolean ended = FALSE;

  g_string_truncate (self->line, 0);
  self->too_long = FALSE;
  while (!ended && (self->at < self->filled || fill (self, cancellable, &local)))
    {
      some = TRUE;
      ended = take (self);
    }

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  self->number += some;
  trim (self);

  return some;
}
