/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-change-set.h"
#include "bc-crumb.h"

G_BEGIN_DECLS

/**
 * bc_kind_label:
 *
 * Returns: the kind as a person would say it; an empty string for %BC_KIND_NONE
 */
const char *bc_kind_label (BcKind kind);

/**
 * bc_crumb_state_label:
 *
 * Returns: the state as a person would say it
 */
const char *bc_crumb_state_label (BcCrumbState state);

/**
 * bc_crumb_state_icon:
 *
 * Returns: the name of a symbolic icon
 */
const char *bc_crumb_state_icon (BcCrumbState state);

/**
 * bc_isolate:
 * @text: a user's text
 *
 * Wraps @text in FSI and PDI, so that it may stand in a sentence of the other
 * writing direction (Unicode Standard Annex 9, section 2.4).
 *
 * Returns: (transfer full): the text
 */
char *bc_isolate (const char *text);

/**
 * bc_away_text:
 *
 * Returns: (transfer full): a phrase such as "Away 23 min · locked"
 */
char *bc_away_text (const BcAway *away);

/**
 * bc_context_text:
 *
 * Returns: (transfer full): a phrase such as "From firefox: Inbox"
 */
char *bc_context_text (BcContext *context);

/**
 * bc_crumb_spoken_text:
 *
 * Returns: (transfer full): all that a timeline row shows of a crumb, in one
 *   text for a screen reader
 */
char *bc_crumb_spoken_text (BcCrumb *crumb);

G_END_DECLS
