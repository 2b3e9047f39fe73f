/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bc_notify_keys_new:
 * @names: (array zero-terminated=1): the actions' names in the order they are to be shown in
 *
 * libnotify since 0.8.4 tells the daemon the actions in the order of a hash table of
 * their keys; before, in the order they were added. So that the buttons stand as they
 * are meant to, names other than "default" get an ending that makes both the same.
 *
 * Returns: (transfer full) (array zero-terminated=1): a key for each name
 */
char **bc_notify_keys_new (const char * const *names);

G_END_DECLS
