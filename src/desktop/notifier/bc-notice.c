/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "notifier/bc-notice.h"

#include "text/bc-plain-text.h"

/* More than any daemon shows. */
#define SUMMARY_GRAPHEMES 200
#define BODY_GRAPHEMES 1000
#define LABEL_GRAPHEMES 40

static char *
make_label (const char *text)
{
  char *label = bc_plain_text_line (text, LABEL_GRAPHEMES);

  if (*label == '\0')
    g_clear_pointer (&label, g_free);

  return label;
}

static char **
copy_buttons (const char * const *buttons)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (; buttons != NULL && buttons[0] != NULL && buttons[1] != NULL; buttons += 2)
    {
      g_autofree char *label = make_label (buttons[1]);

      if (*buttons[0] != '\0' && label != NULL)
        g_strv_builder_add_many (builder, buttons[0], label, NULL);
    }

  return g_strv_builder_end (builder);
}

BcNotice *
bc_notice_new (const BcNotification *notification)
{
  BcNotice *self = g_new0 (BcNotice, 1);

  self->summary = bc_plain_text_line (notification->summary, SUMMARY_GRAPHEMES);
  self->body = bc_plain_text_paragraph (notification->body, BODY_GRAPHEMES);
  self->buttons = copy_buttons (notification->buttons);
  self->default_label = make_label (notification->default_label);
  self->default_button = g_strdup (notification->default_button);
  self->stays = notification->stays;

  return self;
}

void
bc_notice_free (BcNotice *self)
{
  g_free (self->summary);
  g_free (self->body);
  g_strfreev (self->buttons);
  g_free (self->default_label);
  g_free (self->default_button);
  g_free (self);
}
