/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-last-away-row.h"

#include <glib/gi18n-lib.h>

#include "bc-age.h"
#include "bc-crumb-text.h"

struct _BcLastAwayRow {
  AdwActionRow parent_instance;

  BcStore *store;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (BcLastAwayRow, bc_last_away_row, ADW_TYPE_ACTION_ROW)

static char *
describe (const BcAway *away)
{
  g_autofree char *day = bc_day_text (away->left_us, g_get_real_time ());
  g_autofree char *time = bc_time_text (away->left_us);
  g_autofree char *absence = bc_away_text (away);

  /* Translators: day, time and absence, such as “Today 14:05 · Away 23 min · locked” */
  return g_strdup_printf (_("%s %s · %s"), day, time, absence);
}

static void
got_away_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (BcLastAwayRow) self = data;
  g_autofree BcAway *away = bc_store_get_last_away_finish (BC_STORE (source), result, NULL);
  g_autofree char *text = NULL;

  if (away == NULL)
    return;

  text = away->back_us == 0 ? g_strdup (_("None yet")) : describe (away);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
}

static void
read_store (BcLastAwayRow *self)
{
  bc_store_get_last_away_async (self->store, self->cancellable, got_away_cb, g_object_ref (self));
}

static void
store_changed_cb (BcLastAwayRow *self,
                  BcChangeSet   *changes)
{
  if (bc_change_set_touches_entries (changes))
    read_store (self);
}

/* The day has another name tomorrow. */
static void
bc_last_away_row_map (GtkWidget *widget)
{
  BcLastAwayRow *self = BC_LAST_AWAY_ROW (widget);

  if (self->store != NULL)
    read_store (self);

  GTK_WIDGET_CLASS (bc_last_away_row_parent_class)->map (widget);
}

static void
bc_last_away_row_dispose (GObject *object)
{
  BcLastAwayRow *self = BC_LAST_AWAY_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (bc_last_away_row_parent_class)->dispose (object);
}

static void
bc_last_away_row_class_init (BcLastAwayRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bc_last_away_row_dispose;
  GTK_WIDGET_CLASS (klass)->map = bc_last_away_row_map;
}

static void
bc_last_away_row_init (BcLastAwayRow *self)
{
  self->cancellable = g_cancellable_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Last Away"));
  /* A row that gets its second line later moves those below it. */
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), _("None yet"));
}

void
bc_last_away_row_set_store (BcLastAwayRow *self,
                            BcStore       *store)
{
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  read_store (self);
}
