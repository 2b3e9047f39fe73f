/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-resume-card.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "bc-age.h"
#include "bc-context-list.h"
#include "bc-crumb-text.h"
#include "bc-line-chips.h"
#include "bc-widget.h"
#include "bc-wrap-layout.h"

#define TRAIL_LENGTH 5
#define AGE_INTERVAL_S 60

struct _BcResumeCard {
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkLabel *caption;
  GtkLabel *next;
  GtkLabel *where;
  BcLineChips *chips;
  GtkLabel *age;
  GtkLabel *verbatim;
  BcContextList *context;
  GtkWidget *kinds_group;
  GtkWidget *kinds;
  GtkWidget *trail_group;
  GtkListBox *trail;
  GtkWidget *answers;
  GtkWidget *resume;

  BcStore *store;
  BcCrumb *crumb;
  GCancellable *cancellable;
  guint age_source;
};

enum {
  GONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcResumeCard, bc_resume_card, GTK_TYPE_WIDGET)

static void
show_age (BcResumeCard *self)
{
  gint64 now_us = g_get_real_time ();
  gint64 created_us = bc_crumb_get_created_us (self->crumb);
  g_autofree char *day = bc_day_text (created_us, now_us);
  g_autofree char *time = bc_time_text (created_us);
  g_autofree char *age = bc_age_sentence (created_us, now_us);
  /* Translators: a day, a time of day and an age, such as
   * "Today, 14:02 · 23 minutes ago" */
  g_autofree char *text = g_strdup_printf (_("%s, %s · %s"), day, time, age);

  gtk_label_set_text (self->age, text);
}

static gboolean
age_cb (gpointer data)
{
  BcResumeCard *self = data;

  if (self->crumb != NULL)
    show_age (self);

  return G_SOURCE_CONTINUE;
}

static void
show_line (BcResumeCard *self)
{
  BcLine *line = bc_crumb_get_line (self->crumb);
  const char *next = bc_line_get_next (line);
  const char *where = bc_line_get_where (line);

  gtk_label_set_text (self->caption, next != NULL ? _("Next step") : _("Where you were"));
  gtk_label_set_text (self->next, bc_crumb_get_headline (self->crumb));
  if (next != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->next), "no-step");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->next), "no-step");

  gtk_label_set_text (self->where, where);
  gtk_widget_set_visible (GTK_WIDGET (self->where), next != NULL && *where != '\0');
  gtk_label_set_text (self->verbatim, bc_line_get_text (line));
  gtk_widget_set_visible (GTK_WIDGET (self->verbatim), !bc_line_is_mark (line));
  bc_line_chips_set_crumb (self->chips, self->crumb);
}

static void
show_state (BcResumeCard *self)
{
  BcCrumbState state = bc_crumb_get_state (self->crumb);

  gtk_widget_set_visible (self->answers, state == BC_CRUMB_OPEN);
  gtk_widget_set_visible (self->kinds_group, !bc_line_is_ask (bc_crumb_get_line (self->crumb)));
}

static void
add_trail_row (BcResumeCard *self,
               BcCrumb      *crumb)
{
  GtkWidget *row = adw_action_row_new ();
  gint64 now_us = g_get_real_time ();
  g_autofree char *day = bc_day_text (bc_crumb_get_created_us (crumb), now_us);
  g_autofree char *time = bc_time_text (bc_crumb_get_created_us (crumb));
  /* Translators: a state, a day and a time of day, such as "Resumed · Today, 14:02" */
  g_autofree char *subtitle = g_strdup_printf (_("%s · %s, %s"),
                                               bc_crumb_state_label (bc_crumb_get_state (crumb)),
                                               day, time);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), bc_crumb_get_headline (crumb));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), bc_crumb_state_icon (bc_crumb_get_state (crumb)));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.show-crumb");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", bc_crumb_get_id (crumb));
  gtk_list_box_append (self->trail, row);
}

static void
clear_trail (BcResumeCard *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->trail, 0)) != NULL)
    gtk_list_box_remove (self->trail, GTK_WIDGET (row));
}

/* The trail is no more than a help: where it cannot be read, the card is whole
 * without it. */
static void
trail_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (BcResumeCard) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) crumbs = bc_store_crumbs_finish (BC_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  clear_trail (self);
  for (guint i = 0; crumbs != NULL && i < crumbs->len; i++)
    add_trail_row (self, g_ptr_array_index (crumbs, i));

  gtk_widget_set_visible (self->trail_group, crumbs != NULL && crumbs->len > 0);
}

static void
read_trail (BcResumeCard *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  bc_store_get_trail_async (self->store, bc_crumb_get_id (self->crumb), TRAIL_LENGTH,
                            self->cancellable, trail_read_cb, g_object_ref (self));
}

static void
update (BcResumeCard *self)
{
  show_line (self);
  show_age (self);
  show_state (self);
  bc_context_list_set_crumb (self->context, self->crumb);
  read_trail (self);
}

static void
follow (BcResumeCard *self,
        BcCrumb      *crumb)
{
  if (bc_crumb_is_deleted (crumb))
    {
      g_signal_emit (self, signals[GONE], 0);
      return;
    }

  if (g_set_object (&self->crumb, crumb))
    update (self);
}

static void
store_changed_cb (BcResumeCard *self,
                  BcChangeSet  *changes)
{
  GPtrArray *crumbs = bc_change_set_get_crumbs (changes);

  for (guint i = 0; self->crumb != NULL && i < crumbs->len; i++)
    {
      BcCrumb *crumb = g_ptr_array_index (crumbs, i);

      if (g_str_equal (bc_crumb_get_id (crumb), bc_crumb_get_id (self->crumb)))
        {
          follow (self, crumb);
          return;
        }
    }
}

static void
add_kinds (BcResumeCard *self)
{
  gtk_widget_set_layout_manager (self->kinds, bc_wrap_layout_new (6, FALSE));

  for (BcKind kind = BC_KIND_NONE + 1; kind <= BC_KIND_LAST; kind++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (bc_kind_label (kind));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "crumb.kind");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", bc_kind_to_string (kind));
      gtk_box_append (GTK_BOX (self->kinds), button);
    }
}

static void
bc_resume_card_map (GtkWidget *widget)
{
  BcResumeCard *self = BC_RESUME_CARD (widget);

  GTK_WIDGET_CLASS (bc_resume_card_parent_class)->map (widget);

  gtk_widget_grab_focus (widget);
  age_cb (self);
  self->age_source = g_timeout_add_seconds (AGE_INTERVAL_S, age_cb, self);
}

static void
bc_resume_card_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&BC_RESUME_CARD (widget)->age_source, g_source_remove);

  GTK_WIDGET_CLASS (bc_resume_card_parent_class)->unmap (widget);
}

static gboolean
bc_resume_card_grab_focus (GtkWidget *widget)
{
  BcResumeCard *self = BC_RESUME_CARD (widget);

  if (gtk_widget_get_visible (self->answers))
    return gtk_widget_grab_focus (self->resume);

  return gtk_widget_grab_focus (self->scroller);
}

static void
bc_resume_card_dispose (GObject *object)
{
  BcResumeCard *self = BC_RESUME_CARD (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->crumb);
  g_clear_object (&self->store);
  g_clear_handle_id (&self->age_source, g_source_remove);
  bc_widget_dispose_children (GTK_WIDGET (self), BC_TYPE_RESUME_CARD);

  G_OBJECT_CLASS (bc_resume_card_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, BC_APP_PATH "/ui/bc-resume-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BcResumeCard, scroller);
  gtk_widget_class_bind_template_child (widget_class, BcResumeCard, caption);
  gtk_widget_class_bind_template_child (widget_class, BcResumeCard, next);
  gtk_widget_class_bind_template_child (widget_class, BcResumeCard, where);
  gtk_widget_class_bind_template_child (widget_class, BcResumeCard, chips);
  gtk_widget_class_bind_template_child (widget_class, BcResumeCard, age);
  gtk_widget_class_bind_template_child (widget_class, BcResumeCard, verbatim);
  gtk_widget_class_bind_template_child (widget_class, BcResumeCard, context);
  gtk_widget_class_bind_template_child (widget_class, BcResumeCard, kinds_group);
  gtk_widget_class_bind_template_child (widget_class, BcResumeCard, kinds);
  gtk_widget_class_bind_template_child (widget_class, BcResumeCard, trail_group);
  gtk_widget_class_bind_template_child (widget_class, BcResumeCard, trail);
  gtk_widget_class_bind_template_child (widget_class, BcResumeCard, answers);
  gtk_widget_class_bind_template_child (widget_class, BcResumeCard, resume);
}

static void
bc_resume_card_class_init (BcResumeCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_resume_card_dispose;
  widget_class->map = bc_resume_card_map;
  widget_class->unmap = bc_resume_card_unmap;
  widget_class->grab_focus = bc_resume_card_grab_focus;

  signals[GONE] = g_signal_new ("gone", BC_TYPE_RESUME_CARD, G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (BC_TYPE_LINE_CHIPS);
  g_type_ensure (BC_TYPE_CONTEXT_LIST);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "resumecard");
}

static void
bc_resume_card_init (BcResumeCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_kinds (self);
}

void
bc_resume_card_set_store (BcResumeCard *self,
                          BcStore      *store)
{
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

void
bc_resume_card_set_crumb (BcResumeCard *self,
                          BcCrumb      *crumb)
{
  g_set_object (&self->crumb, crumb);
  clear_trail (self);
  gtk_widget_set_visible (self->trail_group, FALSE);

  if (crumb != NULL)
    update (self);
}

BcCrumb *
bc_resume_card_get_crumb (BcResumeCard *self)
{
  return self->crumb;
}
