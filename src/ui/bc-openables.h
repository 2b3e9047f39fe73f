/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "bc-crumb.h"

G_BEGIN_DECLS

/**
 * BcOpenable:
 * @uri: what to open
 * @label: how a person would name it: the address or the path
 * @is_local: whether it is a file or folder, which may be gone
 * @is_folder: whether it is known to be a folder
 *
 * Something a crumb mentions that can be opened.
 */
typedef struct {
  char *uri;
  char *label;
  gboolean is_local;
  gboolean is_folder;
} BcOpenable;

void bc_openable_free (BcOpenable *openable);

/**
 * bc_openables_find:
 *
 * Finds web addresses and absolute paths in the line, and the folder of the
 * context. Reads no disk.
 *
 * Returns: (transfer full) (element-type BcOpenable): each once, the context's
 *   folder last
 */
GPtrArray *bc_openables_find (BcCrumb *crumb);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcOpenable, bc_openable_free)

G_END_DECLS
