/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-line.h"

G_BEGIN_DECLS

/*
 * The first of the two steps of reading a line: its words, each looked at on its
 * own. Private to the line.
 */

/**
 * BcLineWordType:
 * @BC_LINE_WORD_TEXT: text
 * @BC_LINE_WORD_TOPIC: `#topic`
 * @BC_LINE_WORD_PERSON: `@person`
 * @BC_LINE_WORD_KIND: `!kind`
 * @BC_LINE_WORD_TIMEBOX: `~25m`
 * @BC_LINE_WORD_SPLIT: a `>` alone; whether it splits depends on what follows
 * @BC_LINE_WORD_PLUS: a `+` alone; it means something at the line's start only
 */
typedef enum {
  BC_LINE_WORD_TEXT,
  BC_LINE_WORD_TOPIC,
  BC_LINE_WORD_PERSON,
  BC_LINE_WORD_KIND,
  BC_LINE_WORD_TIMEBOX,
  BC_LINE_WORD_SPLIT,
  BC_LINE_WORD_PLUS,
} BcLineWordType;

/**
 * BcLineWord:
 * @type: what the word is, or would be without the `\` before it
 * @escaped: whether a `\` stands before it
 * @bare: whether no punctuation stands behind the marker
 * @start: where the word begins, at its `\` if it has one
 * @end: after its last character
 * @name: the topic or person, without its sign
 * @name_length: bytes in @name
 * @kind: the kind
 * @minutes: the timebox
 *
 * What stands between two blanks.
 */
typedef struct {
  BcLineWordType type;
  gboolean escaped;
  gboolean bare;
  const char *start;
  const char *end;
  const char *name;
  gsize name_length;
  BcKind kind;
  guint minutes;
} BcLineWord;

/**
 * bc_line_word_is_marker:
 *
 * Returns: whether the word counts as a marker
 */
gboolean bc_line_word_is_marker (const BcLineWord *word);

/**
 * bc_line_word_can_begin_next:
 *
 * Returns: whether a `>` before the word counts
 */
gboolean bc_line_word_can_begin_next (const BcLineWord *word);

/**
 * bc_line_scan:
 * @text: valid UTF-8; must outlive the words
 * @reads: (out) (optional): how often a character was looked at, at the most a
 *   small multiple of their number
 *
 * Returns: (transfer full) (element-type BcLineWord): the words, in order
 */
GArray *bc_line_scan (const char *text,
                      gsize      *reads);

/**
 * bc_line_scan_can_split:
 *
 * Returns: whether the word at @index is a `>` that counts, had it no `\` before it
 */
gboolean bc_line_scan_can_split (GArray *words,
                                 guint   index);

/**
 * bc_line_scan_name:
 * @text: the character after `#` or `@`
 *
 * Returns: the end of the topic or person that begins here, @text itself if none
 *   does
 */
const char *bc_line_scan_name (const char *text);

/**
 * bc_line_scan_closing:
 * @text: the character after a marker
 *
 * Returns: (nullable): the next blank or the line's end, if only closing
 *   punctuation stands before it, else %NULL
 */
const char *bc_line_scan_closing (const char *text);

G_END_DECLS
