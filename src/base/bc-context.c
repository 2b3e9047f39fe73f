/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-context.h"

struct _BcContext {
  gatomicrefcount refs;
  char *application;
  char *title;
  guint32 window;
  char *directory;
  char *repository;
  char *branch;
};

G_DEFINE_BOXED_TYPE (BcContext, bc_context, bc_context_ref, bc_context_unref)

static char *
dup_text (const char *text)
{
  if (text == NULL || *text == '\0')
    return NULL;

  return g_utf8_make_valid (text, -1);
}

BcContext *
bc_context_new (const BcContextFields *fields)
{
  BcContext *self = g_new0 (BcContext, 1);

  g_atomic_ref_count_init (&self->refs);
  self->application = dup_text (fields->application);
  self->title = dup_text (fields->title);
  self->window = fields->window;
  self->directory = dup_text (fields->directory);
  self->repository = dup_text (fields->repository);
  self->branch = dup_text (fields->branch);

  if (!self->application && !self->title && !self->window &&
      !self->directory && !self->repository && !self->branch)
    g_clear_pointer (&self, bc_context_unref);

  return self;
}

BcContext *
bc_context_ref (BcContext *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
bc_context_unref (BcContext *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_free (self->application);
  g_free (self->title);
  g_free (self->directory);
  g_free (self->repository);
  g_free (self->branch);
  g_free (self);
}

const char *
bc_context_get_application (BcContext *self)
{
  return self->application;
}

const char *
bc_context_get_title (BcContext *self)
{
  return self->title;
}

guint32
bc_context_get_window (BcContext *self)
{
  return self->window;
}

const char *
bc_context_get_directory (BcContext *self)
{
  return self->directory;
}

const char *
bc_context_get_repository (BcContext *self)
{
  return self->repository;
}

const char *
bc_context_get_branch (BcContext *self)
{
  return self->branch;
}
