/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-window.h"

#include <glib/gi18n-lib.h>

#include "bc-crumb-actions.h"
#include "bc-edit-window.h"
#include "bc-error-text.h"
#include "bc-resume-card.h"
#include "bc-timeline-view.h"
#include "bc-ui-resources.h"

#define MAX_UNDO 50

struct _BcWindow {
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwLeaflet *leaflet;
  GtkWidget *timeline_page;
  GtkWidget *card_page;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  BcTimelineView *timeline_view;
  BcResumeCard *card;

  BcStore *store;
  BcTimeline *timeline;
  BcWords *words;
  BcCrumbActions *actions;
  GCancellable *cancellable;
  GQueue undo;
};

G_DEFINE_FINAL_TYPE (BcWindow, bc_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
is_card_shown (BcWindow *self)
{
  return adw_leaflet_get_visible_child (self->leaflet) == self->card_page;
}

static void
show_crumb (BcWindow *self,
            BcCrumb  *crumb)
{
  bc_resume_card_set_crumb (self->card, crumb);
  adw_leaflet_set_visible_child (self->leaflet, self->card_page);
  bc_crumb_actions_set_crumb (self->actions, crumb);
}

static void
show_timeline (BcWindow *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->timeline_page);
}

/* The card can also be left by a swipe. */
static void
visible_child_changed_cb (BcWindow *self)
{
  if (is_card_shown (self))
    return;

  bc_resume_card_set_crumb (self->card, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->timeline_view));
}

static void
edited_cb (BcWindow   *self,
           const char *event_id)
{
  bc_window_tell (self, _("Breadcrumb changed"), event_id);
}

static void
edit (BcWindow *self,
      BcCrumb  *crumb)
{
  BcEditWindow *window = bc_edit_window_new (GTK_WINDOW (self), self->store, self->words, crumb);

  g_signal_connect_object (window, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
copy (BcWindow *self,
      BcCrumb  *crumb)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          bc_line_get_text (bc_crumb_get_line (crumb)));
  bc_window_tell (self, _("Copied"), NULL);
}

static void
asked_cb (BcWindow   *self,
          const char *action,
          BcCrumb    *crumb)
{
  if (g_str_equal (action, "show"))
    {
      show_crumb (self, crumb);
    }
  else if (g_str_equal (action, "edit"))
    {
      edit (self, crumb);
    }
  else if (g_str_equal (action, "copy"))
    {
      copy (self, crumb);
    }
  else
    {
      g_autofree char *app_action = g_strconcat ("app.", action, NULL);

      gtk_widget_activate_action (GTK_WIDGET (self), app_action, "s", bc_crumb_get_id (crumb));
    }
}

static void
search_changed_cb (BcWindow *self)
{
  if (self->timeline != NULL)
    bc_timeline_set_search (self->timeline, gtk_editable_get_text (self->search_entry));
}

static void
search_activated_cb (BcWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->timeline_view));
}

static gboolean
search_key_pressed_cb (BcWindow        *self,
                       guint            keyval,
                       guint            keycode,
                       GdkModifierType  state)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return FALSE;

  return gtk_widget_grab_focus (GTK_WIDGET (self->timeline_view));
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (BcWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BcCrumb) crumb = bc_store_crumb_finish (BC_STORE (source), result, NULL, &error);

  if (crumb != NULL)
    bc_window_tell (self, _("Undone"), NULL);
  else
    bc_window_tell_error (self, error);
}

static void
undo (BcWindow   *self,
      const char *event_id)
{
  GList *link = g_queue_find_custom (&self->undo, event_id, (GCompareFunc) g_strcmp0);
  g_autofree char *id = NULL;

  /* An event that is no longer listed has been undone by the other way. */
  if (link == NULL)
    return;

  id = link->data;
  g_queue_delete_link (&self->undo, link);
  bc_store_undo_async (self->store, id, NULL, undone_cb, g_object_ref (self));
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  undo (BC_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
undo_last_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  BcWindow *self = BC_WINDOW (widget);

  if (!g_queue_is_empty (&self->undo))
    undo (self, g_queue_peek_head (&self->undo));
}

static void
back_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  show_timeline (BC_WINDOW (widget));
}

static void
search_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  BcWindow *self = BC_WINDOW (widget);

  show_timeline (self);
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
about_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  adw_show_about_window (GTK_WINDOW (widget),
                         "application-name", _("Breadcrumbs"),
                         "application-icon", BC_APP_ID,
                         "version", BC_VERSION,
                         "comments", _("Keeps your place when work is interrupted."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         NULL);
}

static void
bc_window_dispose (GObject *object)
{
  BcWindow *self = BC_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->actions);
  g_clear_object (&self->words);
  g_clear_object (&self->timeline);
  g_clear_object (&self->store);
  g_queue_clear_full (&self->undo, g_free);

  G_OBJECT_CLASS (bc_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, BC_APP_PATH "/ui/bc-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BcWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, timeline_page);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, card_page);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, timeline_view);
  gtk_widget_class_bind_template_child (widget_class, BcWindow, card);
  gtk_widget_class_bind_template_callback (widget_class, visible_child_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_timeline);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.undo", "s", undo_action);
  gtk_widget_class_install_action (widget_class, "page.undo-last", NULL, undo_last_action);
  gtk_widget_class_install_action (widget_class, "page.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "page.about", NULL, about_action);
}

static void
bc_window_class_init (BcWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_window_dispose;

  bc_ui_get_resource ();
  g_type_ensure (BC_TYPE_RESUME_CARD);
  g_type_ensure (BC_TYPE_TIMELINE_VIEW);
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
bc_window_init (BcWindow *self)
{
  g_queue_init (&self->undo);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  gtk_search_bar_set_key_capture_widget (self->search_bar, GTK_WIDGET (self->timeline_view));
}

BcWindow *
bc_window_new (GtkApplication *app,
               BcStore        *store)
{
  BcWindow *self = g_object_new (BC_TYPE_WINDOW, "application", app, NULL);

  self->store = g_object_ref (store);
  self->timeline = bc_timeline_new (store);
  self->words = bc_words_new (store);
  self->actions = bc_crumb_actions_new (store);
  g_signal_connect_object (self->actions, "asked", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->actions, "done", G_CALLBACK (bc_window_tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->actions, "failed", G_CALLBACK (bc_window_tell_error), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "crumb",
                                  bc_crumb_actions_get_group (self->actions));

  bc_timeline_view_set_model (self->timeline_view, self->timeline, self->actions);
  bc_resume_card_set_store (self->card, store);

  return self;
}

void
bc_window_set_hotkey (BcWindow   *self,
                      const char *accelerator)
{
  g_autofree char *label = NULL;
  guint keyval;
  GdkModifierType modifiers;

  if (accelerator != NULL && gtk_accelerator_parse (accelerator, &keyval, &modifiers) && keyval != 0)
    label = gtk_accelerator_get_label (keyval, modifiers);

  bc_timeline_view_set_hotkey (self->timeline_view, label);
}

void
bc_window_show_timeline (BcWindow   *self,
                         const char *search)
{
  show_timeline (self);

  if (search != NULL)
    {
      gtk_search_bar_set_search_mode (self->search_bar, *search != '\0');
      gtk_editable_set_text (self->search_entry, search);
    }
}

static void
card_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (BcWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BcCrumb) crumb = bc_store_crumb_finish (BC_STORE (source), result, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (crumb != NULL && !bc_crumb_is_deleted (crumb))
    {
      show_crumb (self, crumb);
      return;
    }

  show_timeline (self);
  if (crumb != NULL || g_error_matches (error, BC_STORE_ERROR, BC_STORE_ERROR_NOT_FOUND))
    bc_window_tell (self, _("That breadcrumb is no longer there."), NULL);
  else
    bc_window_tell_error (self, error);
}

void
bc_window_show_card (BcWindow   *self,
                     const char *id)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  bc_store_get_async (self->store, id, self->cancellable, card_read_cb, g_object_ref (self));
}

void
bc_window_tell (BcWindow   *self,
                const char *text,
                const char *event_id)
{
  g_autofree char *title = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (title);

  if (event_id != NULL)
    {
      adw_toast_set_button_label (toast, _("Undo"));
      adw_toast_set_action_name (toast, "page.undo");
      adw_toast_set_action_target (toast, "s", event_id);

      g_queue_push_head (&self->undo, g_strdup (event_id));
      if (g_queue_get_length (&self->undo) > MAX_UNDO)
        g_free (g_queue_pop_tail (&self->undo));
    }

  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
bc_window_tell_error (BcWindow     *self,
                      const GError *error)
{
  g_autofree char *text = bc_error_text (error);

  bc_window_tell (self, text, NULL);
}
