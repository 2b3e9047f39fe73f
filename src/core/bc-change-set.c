/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-change-set.h"

struct _BcChangeSet {
  gatomicrefcount refs;
  GPtrArray *crumbs;
  gboolean touches_entries;
};

G_DEFINE_BOXED_TYPE (BcChangeSet, bc_change_set, bc_change_set_ref, bc_change_set_unref)

BcChangeSet *
bc_change_set_new (void)
{
  BcChangeSet *self = g_new0 (BcChangeSet, 1);

  g_atomic_ref_count_init (&self->refs);
  self->crumbs = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

BcChangeSet *
bc_change_set_ref (BcChangeSet *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
bc_change_set_unref (BcChangeSet *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_ptr_array_unref (self->crumbs);
  g_free (self);
}

void
bc_change_set_add_crumb (BcChangeSet *self,
                         BcCrumb     *crumb)
{
  g_ptr_array_add (self->crumbs, g_object_ref (crumb));
}

void
bc_change_set_add_entries (BcChangeSet *self)
{
  self->touches_entries = TRUE;
}

GPtrArray *
bc_change_set_get_crumbs (BcChangeSet *self)
{
  return self->crumbs;
}

gboolean
bc_change_set_touches_entries (BcChangeSet *self)
{
  return self->touches_entries;
}

gboolean
bc_change_set_is_empty (BcChangeSet *self)
{
  return self->crumbs->len == 0 && !self->touches_entries;
}
