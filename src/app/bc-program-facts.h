/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bc_program_facts:
 * @started_us: wall time, microseconds since 1970 UTC
 *
 * What a bug report needs to know of the program and of what it runs on, as GetProgram in
 * org.example.Breadcrumbs.Status.xml describes it. To be asked once the display is open.
 *
 * Returns: (transfer floating): `a{sv}`
 */
GVariant *bc_program_facts (gint64 started_us);

G_END_DECLS
