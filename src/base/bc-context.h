/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define BC_TYPE_CONTEXT (bc_context_get_type ())

/**
 * BcContext:
 *
 * Where a line was written: what the platform openly told at that moment.
 * Immutable and reference counted; may be shared between threads.
 *
 * Every field is %NULL (the window: 0) where nothing was told.
 */
typedef struct _BcContext BcContext;

/**
 * BcContextFields:
 * @application: the application's name or id, such as "firefox"
 * @title: the window's title
 * @window: the X11 window id, of use in the same session only
 * @directory: an absolute path
 * @repository: the name of the repository @directory is in
 * @branch: the branch checked out there
 *
 * What bc_context_new() takes.
 */
typedef struct {
  const char *application;
  const char *title;
  guint32 window;
  const char *directory;
  const char *repository;
  const char *branch;
} BcContextFields;

GType bc_context_get_type (void) G_GNUC_CONST;

/**
 * bc_context_new:
 * @fields: the fields, copied; invalid UTF-8 in them is replaced, empty text
 *   counts as not told
 *
 * Returns: (transfer full) (nullable): the context, %NULL if nothing was told
 */
BcContext *bc_context_new (const BcContextFields *fields);

BcContext *bc_context_ref   (BcContext *self);
void       bc_context_unref (BcContext *self);

/**
 * bc_context_get_application:
 *
 * Returns: (nullable): see #BcContextFields; so for the getters that follow
 */
const char *bc_context_get_application (BcContext *self);
const char *bc_context_get_title       (BcContext *self);
guint32     bc_context_get_window      (BcContext *self);
const char *bc_context_get_directory   (BcContext *self);
const char *bc_context_get_repository  (BcContext *self);
const char *bc_context_get_branch      (BcContext *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcContext, bc_context_unref)

G_END_DECLS
