/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-line-chips.h"

#include <glib/gi18n-lib.h>

#include "bc-age.h"
#include "bc-crumb-text.h"
#include "bc-wrap-layout.h"

#define CHIP_SPACING 6
#define CHIP_MAX_CHARS 28

struct _BcLineChips {
  GtkWidget parent_instance;

  gboolean single_line;
  GtkWidget *next_chip;
};

enum {
  PROP_0,
  PROP_SINGLE_LINE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BcLineChips, bc_line_chips, GTK_TYPE_WIDGET)

static void
bc_line_chips_constructed (GObject *object)
{
  BcLineChips *self = BC_LINE_CHIPS (object);

  G_OBJECT_CLASS (bc_line_chips_parent_class)->constructed (object);

  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 bc_wrap_layout_new (CHIP_SPACING, self->single_line));
}

static void
bc_line_chips_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (bc_line_chips_parent_class)->dispose (object);
}

static void
bc_line_chips_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_SINGLE_LINE:
      BC_LINE_CHIPS (object)->single_line = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bc_line_chips_class_init (BcLineChipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = bc_line_chips_constructed;
  object_class->dispose = bc_line_chips_dispose;
  object_class->set_property = bc_line_chips_set_property;

  properties[PROP_SINGLE_LINE] =
    g_param_spec_boolean ("single-line", NULL, NULL, FALSE,
                          G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "chips");
}

static void
bc_line_chips_init (BcLineChips *self)
{
}

static GtkWidget *
new_chip (BcLineChips *self)
{
  GtkWidget *chip = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (chip), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (chip), CHIP_MAX_CHARS);
  gtk_widget_set_parent (chip, GTK_WIDGET (self));

  return chip;
}

/* Labels are kept and reused: rows of the timeline are bound anew all the time. */
static void
add_chip (BcLineChips *self,
          const char  *text,
          const char  *css_class)
{
  const char *css_classes[] = { "chip", css_class, NULL };
  GtkWidget *chip = self->next_chip;

  if (chip == NULL)
    chip = new_chip (self);

  self->next_chip = gtk_widget_get_next_sibling (chip);
  gtk_widget_set_css_classes (chip, css_classes);
  gtk_label_set_text (GTK_LABEL (chip), text);
  gtk_widget_set_visible (chip, TRUE);
}

static void
add_words (BcLineChips        *self,
           char                sign,
           const char * const *words,
           const char         *css_class)
{
  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_autofree char *text = g_strdup_printf ("%c%s", sign, words[i]);

      add_chip (self, text, css_class);
    }
}

static void
add_line (BcLineChips *self,
          BcLine      *line,
          BcKind       kind)
{
  add_words (self, '#', bc_line_get_topics (line), "topic");
  add_words (self, '@', bc_line_get_persons (line), "person");

  if (kind != BC_KIND_NONE)
    add_chip (self, bc_kind_label (kind), "kind");

  if (bc_line_get_timebox_s (line) > 0)
    {
      g_autofree char *timebox = bc_duration_text (bc_line_get_timebox_s (line) * G_USEC_PER_SEC);

      add_chip (self, timebox, "timebox");
    }
}

static void
begin_chips (BcLineChips *self)
{
  self->next_chip = gtk_widget_get_first_child (GTK_WIDGET (self));
}

static void
end_chips (BcLineChips *self)
{
  for (GtkWidget *chip = self->next_chip; chip != NULL; chip = gtk_widget_get_next_sibling (chip))
    gtk_widget_set_visible (chip, FALSE);

  self->next_chip = NULL;
}

void
bc_line_chips_set_line (BcLineChips *self,
                        BcLine      *line,
                        BcKind       kind)
{
  begin_chips (self);

  if (line != NULL)
    {
      if (bc_line_is_ask (line))
        add_chip (self, C_("chip", "Ask"), "ask");
      add_line (self, line, kind);
    }

  end_chips (self);
}

void
bc_line_chips_set_crumb (BcLineChips *self,
                         BcCrumb     *crumb)
{
  begin_chips (self);

  if (crumb != NULL)
    {
      BcCrumbState state = bc_crumb_get_state (crumb);

      add_chip (self, bc_crumb_state_label (state),
                state == BC_CRUMB_OPEN || state == BC_CRUMB_PARKED ? "state-open" : "state");
      add_line (self, bc_crumb_get_line (crumb), bc_crumb_get_kind (crumb));
    }

  end_chips (self);
}

void
bc_line_chips_set_suggestions (BcLineChips        *self,
                               char                sign,
                               const char * const *words)
{
  begin_chips (self);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_autofree char *text = g_strdup_printf ("%c%s", sign, words[i]);

      add_chip (self, text, i == 0 ? "suggestion-first" : "suggestion");
      if (i == 0)
        add_chip (self, C_("key", "Tab"), "key");
    }

  end_chips (self);
}
