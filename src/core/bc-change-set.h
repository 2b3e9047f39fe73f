/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-crumb.h"

G_BEGIN_DECLS

/**
 * BcAway:
 * @id: the row's number in this data file
 * @left_us: wall time of the last input before
 * @back_us: wall time of the first input after
 * @duration_us: how long, by a clock that is never set and counts sleep
 * @causes: a set of #BcAwayCause
 *
 * A span of absence that has ended.
 */
typedef struct {
  gint64 id;
  gint64 left_us;
  gint64 back_us;
  gint64 duration_us;
  guint causes;
} BcAway;

/**
 * BcAwayCause:
 *
 * Why somebody was away. Several can overlap in one away.
 */
typedef enum {
  BC_AWAY_IDLE  = 1 << 0,
  BC_AWAY_LOCK  = 1 << 1,
  BC_AWAY_SLEEP = 1 << 2,
} BcAwayCause;

#define BC_TYPE_CHANGE_SET (bc_change_set_get_type ())

/**
 * BcChangeSet:
 *
 * What one or several commits changed, by this process or another. Immutable
 * once it has been handed out; reference counted.
 */
typedef struct _BcChangeSet BcChangeSet;

GType        bc_change_set_get_type (void) G_GNUC_CONST;
BcChangeSet *bc_change_set_new      (void);
BcChangeSet *bc_change_set_ref      (BcChangeSet *self);
void         bc_change_set_unref    (BcChangeSet *self);

void bc_change_set_add_crumb   (BcChangeSet *self,
                                BcCrumb     *crumb);
void bc_change_set_add_entries (BcChangeSet *self);

/**
 * bc_change_set_get_crumbs:
 *
 * Returns: (transfer none) (element-type BcCrumb): each crumb that was added,
 *   changed, deleted or restored, once, as it is now; oldest change first
 */
GPtrArray *bc_change_set_get_crumbs (BcChangeSet *self);

/**
 * bc_change_set_touches_entries:
 *
 * Returns: whether rows of the timeline came or went (a crumb, an away or a
 *   resume added, deleted or undone), and not only changed
 */
gboolean bc_change_set_touches_entries (BcChangeSet *self);

gboolean bc_change_set_is_empty (BcChangeSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcChangeSet, bc_change_set_unref)

G_END_DECLS
