/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-line-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bc-line-preview.h"
#include "bc-widget.h"

#define MAX_SUGGESTIONS 5

struct _BcLineEntry {
  GtkWidget parent_instance;

  GtkEntry *entry;
  BcLinePreview *preview;
  BcWords *words;
  gboolean verbatim;
  BcLinePartial partial;
  char **suggestions;
};

enum {
  PROP_0,
  PROP_TEXT,
  N_PROPS
};

enum {
  SUBMIT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcLineEntry, bc_line_entry, GTK_TYPE_WIDGET)

static void
clear_suggestions (BcLineEntry *self)
{
  bc_line_partial_clear (&self->partial);
  g_clear_pointer (&self->suggestions, g_strfreev);
}

static gboolean
has_suggestion (BcLineEntry *self)
{
  return self->suggestions != NULL && self->suggestions[0] != NULL;
}

static void
find_suggestions (BcLineEntry *self)
{
  const char *text = bc_line_entry_get_text (self);
  int caret = gtk_editable_get_position (GTK_EDITABLE (self->entry));
  gsize offset = g_utf8_offset_to_pointer (text, caret) - text;

  clear_suggestions (self);

  if (self->words != NULL && !self->verbatim &&
      bc_line_find_partial (text, offset, &self->partial))
    self->suggestions = bc_words_complete (self->words,
                                           self->partial.sign == '#' ? BC_WORD_TOPIC : BC_WORD_PERSON,
                                           self->partial.prefix,
                                           MAX_SUGGESTIONS);

  bc_line_preview_set_suggestions (self->preview, self->partial.sign,
                                   (const char * const *) self->suggestions);
}

static gboolean
accept_suggestion (BcLineEntry *self)
{
  GtkEditable *editable = GTK_EDITABLE (self->entry);
  const char *text = bc_line_entry_get_text (self);
  g_autofree char *word = NULL;
  int start, end;

  if (!has_suggestion (self))
    return FALSE;

  word = g_strconcat (self->suggestions[0], " ", NULL);
  start = g_utf8_pointer_to_offset (text, text + self->partial.start) + 1;
  end = g_utf8_pointer_to_offset (text, text + self->partial.end);
  if (text[self->partial.end] == ' ')
    end++;

  gtk_editable_delete_text (editable, start, end);
  gtk_editable_insert_text (editable, word, -1, &start);
  gtk_editable_set_position (editable, start);

  return TRUE;
}

static void
update_preview (BcLineEntry *self)
{
  const char *text = bc_line_entry_get_text (self);
  g_autoptr (BcLine) line = self->verbatim ? bc_line_new_verbatim (text) : bc_line_parse (text);

  bc_line_preview_set_line (self->preview, line);
}

static void
text_changed_cb (BcLineEntry *self)
{
  gboolean empty = *bc_line_entry_get_text (self) == '\0';

  gtk_entry_set_icon_from_icon_name (self->entry, GTK_ENTRY_ICON_SECONDARY,
                                     empty ? NULL : "edit-clear-symbolic");
  update_preview (self);
  find_suggestions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static void
caret_moved_cb (BcLineEntry *self)
{
  find_suggestions (self);
}

static gboolean
needs_blank (gunichar c)
{
  return g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029;
}

static char *
make_single_line (const char *text,
                  int         length)
{
  g_autofree char *valid = g_utf8_make_valid (text, length);
  GString *line = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      g_string_append_unichar (line, needs_blank (c) ? ' ' : c);
    }

  return g_string_free (line, FALSE);
}

static void
insert_text_cb (GtkEditable *delegate,
                const char  *text,
                int          length,
                int         *position,
                BcLineEntry *self)
{
  g_autofree char *line = make_single_line (text, length);
  gsize n_bytes = length < 0 ? strlen (text) : (gsize) length;

  if (strlen (line) == n_bytes && memcmp (line, text, n_bytes) == 0)
    return;

  g_signal_handlers_block_by_func (delegate, insert_text_cb, self);
  gtk_editable_insert_text (delegate, line, -1, position);
  g_signal_handlers_unblock_by_func (delegate, insert_text_cb, self);
  g_signal_stop_emission_by_name (delegate, "insert-text");
}

/* The caret's own key bindings are asked, and not the keys, so that an input
 * method has had them first. */
static void
move_cursor_cb (GtkText         *delegate,
                GtkMovementStep  step,
                int              count,
                gboolean         extend,
                BcLineEntry     *self)
{
  gboolean forward = count == 1 &&
                     (step == GTK_MOVEMENT_VISUAL_POSITIONS || step == GTK_MOVEMENT_DISPLAY_LINE_ENDS);
  int caret = gtk_editable_get_position (GTK_EDITABLE (self->entry));

  if (!forward || extend || caret < gtk_entry_get_text_length (self->entry))
    return;

  if (accept_suggestion (self))
    g_signal_stop_emission_by_name (delegate, "move-cursor");
}

static gboolean
key_pressed_cb (BcLineEntry     *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (keyval == GDK_KEY_Tab && modifiers == 0)
    return accept_suggestion (self);

  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter) &&
      modifiers == GDK_CONTROL_MASK)
    {
      g_signal_emit (self, signals[SUBMIT], 0, TRUE);
      return TRUE;
    }

  return FALSE;
}

static void
activate_cb (BcLineEntry *self)
{
  g_signal_emit (self, signals[SUBMIT], 0, self->verbatim);
}

static void
icon_press_cb (BcLineEntry *self)
{
  bc_line_entry_set_text (self, "");
  bc_line_entry_focus_end (self);
}

static gboolean
bc_line_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BC_LINE_ENTRY (widget)->entry));
}

static void
bc_line_entry_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_TEXT:
      g_value_set_string (value, bc_line_entry_get_text (BC_LINE_ENTRY (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bc_line_entry_dispose (GObject *object)
{
  BcLineEntry *self = BC_LINE_ENTRY (object);

  clear_suggestions (self);
  g_clear_object (&self->words);
  bc_widget_dispose_children (GTK_WIDGET (self), BC_TYPE_LINE_ENTRY);

  G_OBJECT_CLASS (bc_line_entry_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, BC_APP_PATH "/ui/bc-line-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, BcLineEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, BcLineEntry, preview);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, caret_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, icon_press_cb);
}

static void
bc_line_entry_class_init (BcLineEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bc_line_entry_get_property;
  object_class->dispose = bc_line_entry_dispose;
  widget_class->grab_focus = bc_line_entry_grab_focus;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "",
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SUBMIT] = g_signal_new ("submit", BC_TYPE_LINE_ENTRY, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  g_type_ensure (BC_TYPE_LINE_PREVIEW);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "lineentry");
}

static void
bc_line_entry_init (BcLineEntry *self)
{
  GtkEditable *delegate;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);

  delegate = gtk_editable_get_delegate (GTK_EDITABLE (self->entry));
  g_signal_connect_object (delegate, "insert-text", G_CALLBACK (insert_text_cb), self, 0);
  g_signal_connect_object (delegate, "move-cursor", G_CALLBACK (move_cursor_cb), self, 0);

  update_preview (self);
}

void
bc_line_entry_set_words (BcLineEntry *self,
                         BcWords     *words)
{
  g_set_object (&self->words, words);
}

const char *
bc_line_entry_get_text (BcLineEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

void
bc_line_entry_set_text (BcLineEntry *self,
                        const char  *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

void
bc_line_entry_set_verbatim (BcLineEntry *self,
                            gboolean     verbatim)
{
  self->verbatim = verbatim;
  update_preview (self);
  find_suggestions (self);
}

void
bc_line_entry_focus_end (BcLineEntry *self)
{
  gtk_entry_grab_focus_without_selecting (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

GtkWidget *
bc_line_entry_get_target (BcLineEntry *self)
{
  return GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));
}
