/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bc_json_check:
 * @text: valid UTF-8
 *
 * json-glib takes comments for blanks, ends a string at an escaped NUL, and descends into nested arrays
 * until the stack has run out. What comes from elsewhere passes here first.
 *
 * Returns: %NULL if @text may be given to it; else a translated sentence that says why not
 */
const char *bc_json_check (const char *text);

G_END_DECLS
