/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notifier/bc-notifier.h"

G_BEGIN_DECLS

/**
 * BcNotice:
 * @summary: one line, not empty
 * @body: (nullable): plain text
 * @buttons: (array zero-terminated=1): key, label, key, label ...
 * @default_label: (nullable): the label of the body's own action
 * @default_button: (nullable): the key of the button that does the same
 * @stays: whether it stays until the user acts
 *
 * A copy of a #BcNotification, its texts made fit to be shown by another program.
 */
typedef struct {
  char *summary;
  char *body;
  char **buttons;
  char *default_label;
  char *default_button;
  gboolean stays;
} BcNotice;

BcNotice *bc_notice_new  (const BcNotification *notification);
void      bc_notice_free (BcNotice *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcNotice, bc_notice_free)

G_END_DECLS
