/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bc-store.h"

G_BEGIN_DECLS

#define BC_TYPE_RESUME_CARD (bc_resume_card_get_type ())
G_DECLARE_FINAL_TYPE (BcResumeCard, bc_resume_card, BC, RESUME_CARD, GtkWidget)

/**
 * BcResumeCard:
 *
 * One crumb in full: the next step large, the line as it was typed, where it was
 * written, what came before on the same topic, and the answers while it is open.
 * Answers and kinds are the `crumb` actions of whoever holds the card.
 */

/**
 * BcResumeCard::gone:
 *
 * The crumb has been deleted.
 */

/**
 * bc_resume_card_set_store:
 * @store: where the trail is read and changes are heard of; set once
 */
void bc_resume_card_set_store (BcResumeCard *self,
                               BcStore      *store);

/**
 * bc_resume_card_set_crumb:
 * @crumb: (nullable): what to show; it is followed through changes
 */
void bc_resume_card_set_crumb (BcResumeCard *self,
                               BcCrumb      *crumb);

/**
 * bc_resume_card_get_crumb:
 *
 * Returns: (transfer none) (nullable): the crumb as it is now
 */
BcCrumb *bc_resume_card_get_crumb (BcResumeCard *self);

G_END_DECLS
