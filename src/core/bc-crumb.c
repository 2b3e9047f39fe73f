/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-crumb.h"

#include <glib/gi18n-lib.h>

struct _BcCrumb {
  GObject parent_instance;

  char *id;
  gint64 created_us;
  BcLine *line;
  BcKind kind;
  BcCrumbState state;
  gint64 state_us;
  guint reminders;
  gboolean deleted;
  BcContext *context;
};

G_DEFINE_FINAL_TYPE (BcCrumb, bc_crumb, G_TYPE_OBJECT)

static const char * const state_words[] = {
  [BC_CRUMB_OPEN] = "open",
  [BC_CRUMB_TRAIL] = "trail",
  [BC_CRUMB_RESUMED] = "resumed",
  [BC_CRUMB_LET_GO] = "let-go",
  [BC_CRUMB_PARKED] = "parked",
  [BC_CRUMB_ANSWERED] = "answered",
  [BC_CRUMB_DROPPED] = "dropped",
  [BC_CRUMB_ROUTED] = "routed",
  [BC_CRUMB_TAKEN] = "taken",
};

const char *
bc_crumb_state_to_string (BcCrumbState state)
{
  return state_words[state];
}

gboolean
bc_crumb_state_from_string (const char   *word,
                            BcCrumbState *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_words); i++)
    {
      if (g_strcmp0 (word, state_words[i]) == 0)
        {
          *state = i;
          return TRUE;
        }
    }

  return FALSE;
}

static void
bc_crumb_finalize (GObject *object)
{
  BcCrumb *self = BC_CRUMB (object);

  g_free (self->id);
  g_clear_pointer (&self->line, bc_line_unref);
  g_clear_pointer (&self->context, bc_context_unref);

  G_OBJECT_CLASS (bc_crumb_parent_class)->finalize (object);
}

static void
bc_crumb_class_init (BcCrumbClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bc_crumb_finalize;
}

static void
bc_crumb_init (BcCrumb *self)
{
}

BcCrumb *
bc_crumb_new (const BcCrumbFields *fields)
{
  BcCrumb *self = g_object_new (BC_TYPE_CRUMB, NULL);

  self->id = g_strdup (fields->id);
  self->created_us = fields->created_us;
  self->line = bc_line_ref (fields->line);
  self->kind = fields->kind;
  self->state = fields->state;
  self->state_us = fields->state_us;
  self->reminders = fields->reminders;
  self->deleted = fields->deleted;
  self->context = fields->context ? bc_context_ref (fields->context) : NULL;

  return self;
}

const char *
bc_crumb_get_id (BcCrumb *self)
{
  return self->id;
}

gint64
bc_crumb_get_created_us (BcCrumb *self)
{
  return self->created_us;
}

BcLine *
bc_crumb_get_line (BcCrumb *self)
{
  return self->line;
}

BcKind
bc_crumb_get_kind (BcCrumb *self)
{
  return self->kind;
}

BcCrumbState
bc_crumb_get_state (BcCrumb *self)
{
  return self->state;
}

gint64
bc_crumb_get_state_us (BcCrumb *self)
{
  return self->state_us;
}

guint
bc_crumb_get_reminders (BcCrumb *self)
{
  return self->reminders;
}

gboolean
bc_crumb_is_deleted (BcCrumb *self)
{
  return self->deleted;
}

BcContext *
bc_crumb_get_context (BcCrumb *self)
{
  return self->context;
}

const char *
bc_crumb_get_headline (BcCrumb *self)
{
  const char *headline = bc_line_get_headline (self->line);

  if (headline != NULL)
    return headline;
  if (bc_line_is_mark (self->line))
    return C_("crumb", "A mark, not worded yet");

  return bc_line_get_text (self->line);
}
