/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-timeline-item.h"

struct _BcTimelineItem {
  GObject parent_instance;

  BcEntry entry;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcTimelineItem, bc_timeline_item, G_TYPE_OBJECT)

void
bc_entry_free (BcEntry *self)
{
  g_clear_object (&self->crumb);
  g_free (self);
}

static void
bc_timeline_item_finalize (GObject *object)
{
  g_clear_object (&BC_TIMELINE_ITEM (object)->entry.crumb);

  G_OBJECT_CLASS (bc_timeline_item_parent_class)->finalize (object);
}

static void
bc_timeline_item_class_init (BcTimelineItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bc_timeline_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", BC_TYPE_TIMELINE_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
bc_timeline_item_init (BcTimelineItem *self)
{
}

BcTimelineItem *
bc_timeline_item_new (void)
{
  return g_object_new (BC_TYPE_TIMELINE_ITEM, NULL);
}

void
bc_timeline_item_set_entry (BcTimelineItem *self,
                            const BcEntry  *entry)
{
  g_set_object (&self->entry.crumb, entry->crumb);
  self->entry = *entry;
  g_signal_emit (self, signals[CHANGED], 0);
}

gint64
bc_timeline_item_get_id (BcTimelineItem *self)
{
  return self->entry.id;
}

BcTimelineEntryType
bc_timeline_item_get_entry_type (BcTimelineItem *self)
{
  return self->entry.type;
}

gint64
bc_timeline_item_get_at_us (BcTimelineItem *self)
{
  return self->entry.at_us;
}

gint64
bc_timeline_item_get_newer_us (BcTimelineItem *self)
{
  return self->entry.newer_us;
}

BcCrumb *
bc_timeline_item_get_crumb (BcTimelineItem *self)
{
  return self->entry.crumb;
}

const BcAway *
bc_timeline_item_get_away (BcTimelineItem *self)
{
  return self->entry.type == BC_TIMELINE_AWAY ? &self->entry.away : NULL;
}
