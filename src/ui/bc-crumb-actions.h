/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-store.h"

G_BEGIN_DECLS

#define BC_TYPE_CRUMB_ACTIONS (bc_crumb_actions_get_type ())
G_DECLARE_FINAL_TYPE (BcCrumbActions, bc_crumb_actions, BC, CRUMB_ACTIONS, GObject)

/**
 * BcCrumbActions:
 *
 * What a user can do to the crumb in question, as actions: `resume`, `later`,
 * `let-go`, `show`, `edit`, `kind(s)`, `copy`, `delete`. One that makes no sense for
 * the crumb is not enabled. Deleting and kinds go to the store; the rest is told by
 * a signal.
 */

/**
 * BcCrumbActions::asked:
 * @action: `resume`, `later`, `let-go`, `show`, `edit` or `copy`
 * @crumb: the crumb
 *
 * Somebody else has to do this.
 */

/**
 * BcCrumbActions::done:
 * @text: a translated sentence
 * @event_id: what can be undone
 *
 * The store has done it.
 */

/**
 * BcCrumbActions::failed:
 * @error: (type GError): why the store has not done it
 */

/**
 * bc_crumb_actions_new:
 *
 * Returns: (transfer full): actions with no crumb, none of them enabled
 */
BcCrumbActions *bc_crumb_actions_new (BcStore *store);

/**
 * bc_crumb_actions_get_group:
 *
 * Returns: (transfer none): for gtk_widget_insert_action_group() as `crumb`
 */
GActionGroup *bc_crumb_actions_get_group (BcCrumbActions *self);

/**
 * bc_crumb_actions_set_crumb:
 * @crumb: (nullable): the crumb in question; it is followed through changes
 */
void bc_crumb_actions_set_crumb (BcCrumbActions *self,
                                 BcCrumb        *crumb);

/**
 * bc_crumb_actions_get_crumb:
 *
 * Returns: (transfer none) (nullable): the crumb in question, as it is now
 */
BcCrumb *bc_crumb_actions_get_crumb (BcCrumbActions *self);

G_END_DECLS
