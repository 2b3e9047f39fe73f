/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-status-export.h"

#include "bc-service-status.h"
#include "bc-status-interface.h"

struct _BcStatusExport {
  GObject parent_instance;

  GListModel *services;
  GVariant *program;
  BcDBusStatus *skeleton;
};

G_DEFINE_FINAL_TYPE (BcStatusExport, bc_status_export, G_TYPE_OBJECT)

static void
bc_status_export_dispose (GObject *object)
{
  BcStatusExport *self = BC_STATUS_EXPORT (object);

  g_dbus_interface_skeleton_unexport (G_DBUS_INTERFACE_SKELETON (self->skeleton));
  g_clear_object (&self->services);

  G_OBJECT_CLASS (bc_status_export_parent_class)->dispose (object);
}

static void
bc_status_export_finalize (GObject *object)
{
  BcStatusExport *self = BC_STATUS_EXPORT (object);

  g_object_unref (self->skeleton);
  g_variant_unref (self->program);

  G_OBJECT_CLASS (bc_status_export_parent_class)->finalize (object);
}

static void
bc_status_export_class_init (BcStatusExportClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bc_status_export_dispose;
  G_OBJECT_CLASS (klass)->finalize = bc_status_export_finalize;
}

static gboolean
get_cb (BcDBusStatus          *skeleton,
        GDBusMethodInvocation *invocation,
        BcStatusExport        *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < g_list_model_get_n_items (self->services); i++)
    {
      g_autoptr (BcServiceStatus) status = g_list_model_get_item (self->services, i);

      g_variant_builder_add_value (&builder, bc_service_status_to_variant (status));
    }
  bc_dbus_status_complete_get (skeleton, invocation, g_variant_builder_end (&builder));

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
get_program_cb (BcDBusStatus          *skeleton,
                GDBusMethodInvocation *invocation,
                BcStatusExport        *self)
{
  bc_dbus_status_complete_get_program (skeleton, invocation, self->program);

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static void
bc_status_export_init (BcStatusExport *self)
{
  self->skeleton = bc_dbus_status_skeleton_new ();
  g_signal_connect_object (self->skeleton, "handle-get", G_CALLBACK (get_cb), self, 0);
  g_signal_connect_object (self->skeleton, "handle-get-program", G_CALLBACK (get_program_cb), self, 0);
}

BcStatusExport *
bc_status_export_new (GListModel       *services,
                      GVariant         *program,
                      GDBusConnection  *bus,
                      const char       *path,
                      GError          **error)
{
  g_autoptr (BcStatusExport) self = g_object_new (BC_TYPE_STATUS_EXPORT, NULL);

  self->services = g_object_ref (services);
  self->program = g_variant_ref_sink (program);
  if (!g_dbus_interface_skeleton_export (G_DBUS_INTERFACE_SKELETON (self->skeleton), bus, path, error))
    return NULL;

  return g_steal_pointer (&self);
}
