/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What the program tells of itself on the bus, made safe: whoever owns its name may answer anything,
 * and the program may be of another version. Only what is known is kept, each value is of its type or
 * empty, and text is one line that is safe on a terminal and not too long.
 */

/**
 * bc_cli_report_read_text:
 *
 * Returns: (transfer full): @told, safe and bounded
 */
char *bc_cli_report_read_text (const char *told);

/**
 * bc_cli_report_read_services:
 * @told: `aa{sv}`, from Get of org.example.Breadcrumbs.Status
 *
 * Returns: (transfer full): `aa{sv}`, each with all keys that the interface describes
 */
GVariant *bc_cli_report_read_services (GVariant *told);

/**
 * bc_cli_report_read_program:
 * @told: `a{sv}`, from GetProgram of org.example.Breadcrumbs.Status
 *
 * Returns: (transfer full): `a{sv}` with all keys that the interface describes
 */
GVariant *bc_cli_report_read_program (GVariant *told);

/**
 * bc_cli_report_peek_text:
 * @part: one of the above
 *
 * Returns: (transfer none): the text under @key, empty if there is none
 */
const char *bc_cli_report_peek_text (GVariant   *part,
                                     const char *key);

G_END_DECLS
