/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * BC_LINE_MAX_CHARS:
 *
 * The longest line there may be, in characters.
 */
#define BC_LINE_MAX_CHARS 10000

/**
 * BC_LINE_ERROR:
 *
 * Why a text cannot be a line.
 */
#define BC_LINE_ERROR (bc_line_error_quark ())
GQuark bc_line_error_quark (void);

/**
 * BcLineError:
 * @BC_LINE_ERROR_NOT_UTF8: it is not valid UTF-8
 * @BC_LINE_ERROR_NUL: it has a NUL byte in it
 * @BC_LINE_ERROR_TOO_LONG: it has more than %BC_LINE_MAX_CHARS characters
 */
typedef enum {
  BC_LINE_ERROR_NOT_UTF8,
  BC_LINE_ERROR_NUL,
  BC_LINE_ERROR_TOO_LONG,
} BcLineError;

/**
 * BcKind:
 *
 * What an interruption was: the closed list of `!kind`.
 */
typedef enum {
  BC_KIND_NONE,
  BC_KIND_BUG,
  BC_KIND_INCIDENT,
  BC_KIND_QUESTION,
  BC_KIND_SHIFT,
  BC_KIND_MEETING,
  BC_KIND_WAITING,
  BC_KIND_SELF,
  BC_KIND_BREAK,
} BcKind;

#define BC_KIND_LAST BC_KIND_BREAK

/**
 * bc_kind_to_string:
 *
 * Returns: (nullable): the kind's full word without its sign, such as
 *   "incident"; %NULL for %BC_KIND_NONE
 */
const char *bc_kind_to_string (BcKind kind);

/**
 * bc_kind_from_string:
 * @word: (nullable): a full word or a prefix that fits only one, of any case
 *
 * Returns: the kind, %BC_KIND_NONE if @word fits none or several
 */
BcKind bc_kind_from_string (const char *word);

#define BC_TYPE_LINE (bc_line_get_type ())

/**
 * BcLine:
 *
 * One line and what it says. The text as typed is the record; all else is a
 * view of it that can be made again. Immutable and reference counted; may be
 * shared between threads.
 *
 *     [+ ]where I was > next step  #topic @person !kind ~25m
 */
typedef struct _BcLine BcLine;

GType bc_line_get_type (void) G_GNUC_CONST;

/**
 * bc_line_validate:
 * @text: any bytes
 * @length: their number, or -1 if @text ends with a NUL
 * @error: return location for a #BcLineError
 *
 * Returns: whether @text may be given to bc_line_parse()
 */
gboolean bc_line_validate (const char  *text,
                           gssize       length,
                           GError     **error);

/**
 * bc_line_parse:
 * @text: valid UTF-8; see bc_line_validate()
 *
 * Reads the grammar. Every valid text is a line: what is no marker is text.
 * A pure function; linear in the length of @text.
 *
 * Returns: (transfer full): the line
 */
BcLine *bc_line_parse (const char *text);

/**
 * bc_line_new_verbatim:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): a line in which nothing is parsed: all of @text,
 *   trimmed, is the where part
 */
BcLine *bc_line_new_verbatim (const char *text);

/**
 * bc_line_compose_text:
 * @where: where I was, and markers; valid UTF-8, may be empty
 * @next: the next step, valid UTF-8, may be empty
 *
 * Puts the two together so that @next is read as the next step, whatever is in it:
 * a `>` of its own is escaped, and what could not follow a `>` (a digit, say) is set
 * in quotes.
 *
 * Returns: (transfer full): the text of a line
 */
char *bc_line_compose_text (const char *where,
                            const char *next);

BcLine *bc_line_ref   (BcLine *self);
void    bc_line_unref (BcLine *self);

/**
 * bc_line_get_text:
 *
 * Returns: the line as it was typed: the record
 */
const char *bc_line_get_text (BcLine *self);

/**
 * bc_line_get_where:
 *
 * Returns: where I was; an empty string if that was not said
 */
const char *bc_line_get_where (BcLine *self);

/**
 * bc_line_get_next:
 *
 * Returns: (nullable): the next step, never empty
 */
const char *bc_line_get_next (BcLine *self);

/**
 * bc_line_get_topics:
 *
 * Returns: (transfer none) (array zero-terminated=1): topics without their
 *   sign, each once, as first typed
 */
const char * const *bc_line_get_topics  (BcLine *self);
const char * const *bc_line_get_persons (BcLine *self);

BcKind bc_line_get_kind (BcLine *self);

/**
 * bc_line_get_timebox_s:
 *
 * Returns: the timebox in seconds, 0 if there is none
 */
gint64 bc_line_get_timebox_s (BcLine *self);

gboolean bc_line_is_ask      (BcLine *self);
gboolean bc_line_is_verbatim (BcLine *self);

/**
 * bc_line_is_mark:
 *
 * Returns: whether nothing but blanks was typed
 */
gboolean bc_line_is_mark (BcLine *self);

/**
 * bc_line_get_headline:
 *
 * Returns: (nullable): what leads everywhere: the next step, or where I was if
 *   there is none; %NULL if both are missing (a mark, or markers alone)
 */
const char *bc_line_get_headline (BcLine *self);

/**
 * bc_line_fold_word:
 * @word: a topic or person
 *
 * Returns: (transfer full): the form in which topics and persons are compared:
 *   without case, composed (NFC)
 */
char *bc_line_fold_word (const char *word);

/**
 * BcLinePartial:
 * @sign: `#` or `@`
 * @start: the sign's byte offset
 * @end: the byte offset after the word's last character
 * @prefix: the letters between the sign and the caret; may be empty
 *
 * An unfinished marker in a line being typed.
 */
typedef struct {
  char sign;
  gsize start;
  gsize end;
  char *prefix;
} BcLinePartial;

/**
 * bc_line_find_partial:
 * @text: valid UTF-8
 * @caret: a byte offset in it
 * @partial: (out caller-allocates): the marker; clear with bc_line_partial_clear()
 *
 * Finds the topic or person the caret stands in or behind, for completion.
 *
 * Returns: whether there is one; @partial is not touched if not
 */
gboolean bc_line_find_partial (const char    *text,
                               gsize          caret,
                               BcLinePartial *partial);

void bc_line_partial_clear (BcLinePartial *partial);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcLine, bc_line_unref)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BcLinePartial, bc_line_partial_clear)

G_END_DECLS
