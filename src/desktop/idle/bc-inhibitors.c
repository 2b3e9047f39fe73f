/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "idle/bc-inhibitors.h"

#define TIMEOUT_MS 2000

/* GsmInhibitorFlag, gnome-session's org.gnome.SessionManager.xml. */
#define INHIBITS_IDLE 8u

/* PolicyAgent::ChangeScreenSettings, PowerDevil's powerdevilpolicyagent.h. */
#define KEEPS_SCREEN_ON 4u

struct _BcInhibitors {
  GObject parent_instance;

  GDBusConnection *session;
  GDBusConnection *system;
};

typedef struct {
  guint unanswered;
  gboolean inhibited;
  gboolean has_inhibit;
  gboolean is_kde;
} Check;

G_DEFINE_FINAL_TYPE (BcInhibitors, bc_inhibitors, G_TYPE_OBJECT)

static gboolean
says_yes (GVariant *reply)
{
  g_autoptr (GVariant) value = g_variant_get_child_value (reply, 0);
  g_autoptr (GVariant) property = NULL;
  g_auto (GStrv) what = NULL;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    return g_variant_get_boolean (value);

  property = g_variant_get_variant (value);
  if (!g_variant_is_of_type (property, G_VARIANT_TYPE_STRING))
    return FALSE;

  what = g_strsplit (g_variant_get_string (property, NULL), ":", -1);

  return g_strv_contains ((const char * const *) what, "idle");
}

static void
answered (GTask *task)
{
  Check *check = g_task_get_task_data (task);

  /* KDE counts what keeps the machine from sleeping too, such as a download, which is nobody's presence. */
  if (--check->unanswered == 0)
    g_task_return_boolean (task, check->inhibited || (check->has_inhibit && !check->is_kde));
}

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  Check *check = g_task_get_task_data (task);

  if (reply != NULL)
    check->inhibited |= says_yes (reply);
  answered (task);
}

static void
has_inhibit_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  Check *check = g_task_get_task_data (task);

  check->has_inhibit = reply != NULL && says_yes (reply);
  answered (task);
}

static void
has_inhibition_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  Check *check = g_task_get_task_data (task);

  check->is_kde = reply != NULL;
  check->inhibited |= reply != NULL && says_yes (reply);
  answered (task);
}

static void
ask (GTask               *task,
     GDBusConnection     *bus,
     const char          *name,
     const char          *path,
     const char          *interface,
     const char          *method,
     GVariant            *parameters,
     const char          *reply_type,
     GAsyncReadyCallback  callback)
{
  Check *check = g_task_get_task_data (task);

  check->unanswered++;
  g_dbus_connection_call (bus, name, path, interface, method, parameters, G_VARIANT_TYPE (reply_type),
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, TIMEOUT_MS,
                          g_task_get_cancellable (task), callback, g_object_ref (task));
}

void
bc_inhibitors_check_async (BcInhibitors        *self,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Check *check = g_new0 (Check, 1);

  g_task_set_task_data (task, check, g_free);
  check->unanswered = 1;
  if (self->session != NULL)
    {
      ask (task, self->session, "org.gnome.SessionManager", "/org/gnome/SessionManager",
           "org.gnome.SessionManager", "IsInhibited", g_variant_new ("(u)", INHIBITS_IDLE), "(b)", answer_cb);
      ask (task, self->session, "org.freedesktop.PowerManagement", "/org/freedesktop/PowerManagement/Inhibit",
           "org.freedesktop.PowerManagement.Inhibit", "HasInhibit", NULL, "(b)", has_inhibit_cb);
      ask (task, self->session, "org.kde.Solid.PowerManagement", "/org/kde/Solid/PowerManagement/PolicyAgent",
           "org.kde.Solid.PowerManagement.PolicyAgent", "HasInhibition",
           g_variant_new ("(u)", KEEPS_SCREEN_ON), "(b)", has_inhibition_cb);
    }
  if (self->system != NULL)
    ask (task, self->system, "org.freedesktop.login1", "/org/freedesktop/login1",
         "org.freedesktop.DBus.Properties", "Get",
         g_variant_new ("(ss)", "org.freedesktop.login1.Manager", "BlockInhibited"), "(v)", answer_cb);
  answered (task);
}

gboolean
bc_inhibitors_check_finish (BcInhibitors  *self,
                            GAsyncResult  *result,
                            gboolean      *inhibited,
                            GError       **error)
{
  g_autoptr (GError) cancelled = NULL;

  *inhibited = g_task_propagate_boolean (G_TASK (result), &cancelled);
  if (cancelled == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&cancelled));

  return FALSE;
}

static void
bc_inhibitors_finalize (GObject *object)
{
  BcInhibitors *self = BC_INHIBITORS (object);

  g_clear_object (&self->session);
  g_clear_object (&self->system);

  G_OBJECT_CLASS (bc_inhibitors_parent_class)->finalize (object);
}

static void
bc_inhibitors_class_init (BcInhibitorsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bc_inhibitors_finalize;
}

static void
bc_inhibitors_init (BcInhibitors *self)
{
}

BcInhibitors *
bc_inhibitors_new (GDBusConnection *session,
                   GDBusConnection *system)
{
  BcInhibitors *self = g_object_new (BC_TYPE_INHIBITORS, NULL);

  g_set_object (&self->session, session);
  g_set_object (&self->system, system);

  return self;
}
