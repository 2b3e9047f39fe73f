/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-fake-portal.h"

#include "bc-await.h"

#define PATH "/org/freedesktop/portal/desktop"

static void
respond (BcFakePortal *self,
         const char   *path,
         guint         answer,
         GVariant     *results)
{
  g_dbus_connection_emit_signal (self->connection, NULL, path, "org.freedesktop.portal.Request", "Response",
                                 g_variant_new ("(u@a{sv})", answer, results), NULL);
}

static gboolean
request_closed_cb (BcFakePortal          *self,
                   GDBusMethodInvocation *invocation)
{
  self->requests_closed++;
  g_dbus_method_invocation_return_value (invocation, NULL);

  return TRUE;
}

static char *
take_request (BcFakePortal          *self,
              GDBusMethodInvocation *invocation,
              GVariant              *options)
{
  g_autofree char *sender = g_strdup (g_dbus_method_invocation_get_sender (invocation) + 1);
  const char *token = "none";

  g_assert_true (g_variant_lookup (options, "handle_token", "&s", &token));

  return g_strconcat (PATH "/request/", g_strdelimit (sender, ".", '_'), "/",
                      self->foreign ? "another" : token, NULL);
}

static void
serve (BcFakePortal          *self,
       GDBusMethodInvocation *invocation,
       GVariant              *options,
       guint                  answer,
       GVariant              *results)
{
  g_autofree char *path = take_request (self, invocation, options);

  if (self->silent)
    {
      g_free (self->held_path);
      self->held_path = g_strdup (path);
      self->held_answer = answer;
      g_clear_pointer (&self->held_results, g_variant_unref);
      self->held_results = g_variant_ref_sink (results);
      g_clear_object (&self->request);
      self->request = bc_fake_request_skeleton_new ();
      g_signal_connect_swapped (self->request, "handle-close", G_CALLBACK (request_closed_cb), self);
      bc_fake_bus_export (self->connection, self->request, path);
    }
  else if (!self->foreign)
    {
      /* Before the call returns, which the specification allows. */
      respond (self, path, answer, results);
    }
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", path));
  if (!self->silent && self->foreign)
    {
      bc_fake_bus_settle (self->bus, self->connection);
      bc_await_quiet ();
      respond (self, path, answer, results);
    }
}

void
bc_fake_portal_answer (BcFakePortal *self)
{
  respond (self, self->held_path, self->held_answer, self->held_results);
}

static GVariant *
create_shortcuts (BcFakePortal *self,
                  const char   *trigger)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sa{sv})"));
  for (guint i = 0; i < self->others; i++)
    g_variant_builder_add (&builder, "(sa{sv})", "another", NULL);
  if (trigger != NULL)
    {
      GVariantDict properties;

      g_variant_dict_init (&properties, NULL);
      g_variant_dict_insert (&properties, "trigger_description", "s", trigger);
      g_variant_builder_add (&builder, "(s@a{sv})", "capture", g_variant_dict_end (&properties));
    }

  return g_variant_builder_end (&builder);
}

static GVariant *
create_results (BcFakePortal *self,
                const char   *trigger)
{
  GVariantDict results;

  g_variant_dict_init (&results, NULL);
  g_variant_dict_insert_value (&results, "shortcuts", create_shortcuts (self, trigger));

  return g_variant_dict_end (&results);
}

static gboolean
session_closed_cb (BcFakePortal          *self,
                   GDBusMethodInvocation *invocation)
{
  self->closed++;
  self->bound = FALSE;
  g_dbus_method_invocation_return_value (invocation, NULL);
  g_dbus_interface_skeleton_unexport (G_DBUS_INTERFACE_SKELETON (self->session));

  return TRUE;
}

static GVariant *
open_session (BcFakePortal          *self,
              GDBusMethodInvocation *invocation,
              GVariant              *options)
{
  g_autofree char *sender = g_strdup (g_dbus_method_invocation_get_sender (invocation) + 1);
  const char *token;
  GVariantDict results;

  g_assert_true (g_variant_lookup (options, "session_handle_token", "&s", &token));
  g_assert_cmpstr (token, ==, "breadcrumbs");
  g_free (self->session_path);
  self->session_path = g_strconcat (PATH "/session/", g_strdelimit (sender, ".", '_'), "/", token, NULL);
  g_clear_object (&self->session);
  self->session = bc_fake_session_skeleton_new ();
  g_signal_connect_swapped (self->session, "handle-close", G_CALLBACK (session_closed_cb), self);
  bc_fake_bus_export (self->connection, self->session, self->session_path);
  self->sessions++;

  if (self->hostile != NULL)
    return self->hostile;

  g_variant_dict_init (&results, NULL);
  g_variant_dict_insert (&results, "session_handle", "s", self->session_path);

  return g_variant_dict_end (&results);
}

static void
take_preferred (BcFakePortal *self,
                GVariant     *shortcuts)
{
  const char *id;
  g_autoptr (GVariant) properties = NULL;
  const char *text;

  g_assert_cmpuint (g_variant_n_children (shortcuts), ==, 1);
  g_variant_get_child (shortcuts, 0, "(&s@a{sv})", &id, &properties);
  g_assert_cmpstr (id, ==, "capture");
  g_assert_true (g_variant_lookup (properties, "description", "&s", &text));
  g_clear_pointer (&self->preferred, g_free);
  g_variant_lookup (properties, "preferred_trigger", "s", &self->preferred);
}

static gboolean
create_session_cb (BcFakePortal          *self,
                   GDBusMethodInvocation *invocation,
                   GVariant              *options)
{
  g_autoptr (GVariant) shortcuts = g_variant_lookup_value (options, "shortcuts", G_VARIANT_TYPE ("a(sa{sv})"));

  g_assert_nonnull (shortcuts);
  if (self->wary)
    {
      g_dbus_method_invocation_return_error_literal (invocation, G_DBUS_ERROR, G_DBUS_ERROR_ACCESS_DENIED,
                                                     "Portal operation not allowed: Unable to open /proc/494/root");
      return TRUE;
    }
  if (self->kind->registry && self->app_id == NULL)
    {
      g_dbus_method_invocation_return_dbus_error (invocation, "org.freedesktop.portal.Error.NotAllowed",
                                                  "An app id is required");
      return TRUE;
    }

  take_preferred (self, shortcuts);
  self->bound = self->kind->binds_on_create || (self->kind->remembers && self->remembered && self->kind->version < 2);
  serve (self, invocation, options, 0, open_session (self, invocation, options));

  return TRUE;
}

static gboolean
list_cb (BcFakePortal          *self,
         GDBusMethodInvocation *invocation,
         const char            *session,
         GVariant              *options)
{
  g_assert_cmpstr (session, ==, self->session_path);
  serve (self, invocation, options, 0, create_results (self, self->bound ? self->kind->trigger : NULL));

  return TRUE;
}

static gboolean
bind_cb (BcFakePortal          *self,
         GDBusMethodInvocation *invocation,
         const char            *session,
         GVariant              *shortcuts,
         const char            *parent,
         GVariant              *options)
{
  const BcFakePortalKind *kind = self->kind;

  g_assert_cmpstr (session, ==, self->session_path);
  take_preferred (self, shortcuts);
  self->settings_opened++;
  self->silent |= self->silent_bind;
  if (kind->trigger == NULL)
    {
      serve (self, invocation, options, kind->answer, g_variant_new_array (G_VARIANT_TYPE ("{sv}"), NULL, 0));
      return TRUE;
    }

  self->bound = TRUE;
  self->remembered = TRUE;
  if (kind->announces)
    bc_fake_portal_change (self, kind->trigger);
  serve (self, invocation, options, kind->answer, create_results (self, kind->trigger));

  return TRUE;
}

static gboolean
configure_cb (BcFakePortal          *self,
              GDBusMethodInvocation *invocation,
              const char            *session,
              const char            *parent,
              GVariant              *options)
{
  g_assert_cmpstr (session, ==, self->session_path);
  self->configured++;
  g_clear_pointer (&self->configure_token, g_free);
  g_variant_lookup (options, "activation_token", "s", &self->configure_token);
  g_dbus_method_invocation_return_value (invocation, NULL);

  return TRUE;
}

static gboolean
register_cb (BcFakePortal          *self,
             GDBusMethodInvocation *invocation,
             const char            *app_id,
             GVariant              *options)
{
  g_assert_cmpstr (app_id, ==, BC_APP_ID);
  g_free (self->app_id);
  self->app_id = g_strdup (app_id);
  g_dbus_method_invocation_return_value (invocation, NULL);

  return TRUE;
}

void
bc_fake_portal_appear (BcFakePortal *self)
{
  self->connection = bc_fake_bus_connect (self->bus);
  self->shortcuts = bc_fake_global_shortcuts_skeleton_new ();
  bc_fake_global_shortcuts_set_version (self->shortcuts, self->kind->version);
  g_signal_connect_swapped (self->shortcuts, "handle-create-session", G_CALLBACK (create_session_cb), self);
  g_signal_connect_swapped (self->shortcuts, "handle-list-shortcuts", G_CALLBACK (list_cb), self);
  g_signal_connect_swapped (self->shortcuts, "handle-bind-shortcuts", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (self->shortcuts, "handle-configure-shortcuts", G_CALLBACK (configure_cb), self);
  self->registry = bc_fake_registry_skeleton_new ();
  g_signal_connect_swapped (self->registry, "handle-register", G_CALLBACK (register_cb), self);

  if (self->kind->version > 0)
    bc_fake_bus_export (self->connection, self->shortcuts, PATH);
  if (self->kind->registry || self->kind->version == 0)
    bc_fake_bus_export (self->connection, self->registry, PATH);
  self->name_id = bc_fake_bus_own (self->connection, "org.freedesktop.portal.Desktop");
}

void
bc_fake_portal_vanish (BcFakePortal *self)
{
  g_clear_handle_id (&self->name_id, g_bus_unown_name);
  g_clear_object (&self->session);
  g_clear_object (&self->request);
  g_clear_object (&self->shortcuts);
  g_clear_object (&self->registry);
  g_clear_pointer (&self->app_id, g_free);
  g_dbus_connection_close_sync (self->connection, NULL, NULL);
  g_clear_object (&self->connection);
}

static GVariant *
create_options (BcFakePortal *self)
{
  GVariantDict options;

  g_variant_dict_init (&options, NULL);
  if (self->kind->token != NULL)
    g_variant_dict_insert (&options, "activation_token", "s", self->kind->token);

  return g_variant_dict_end (&options);
}

void
bc_fake_portal_press (BcFakePortal *self)
{
  for (guint i = 0; self->bound && i < (self->kind->repeats ? 5 : 1); i++)
    bc_fake_global_shortcuts_emit_activated (self->shortcuts, self->session_path, "capture", 4711,
                                             create_options (self));
}

void
bc_fake_portal_release (BcFakePortal *self)
{
  bc_fake_global_shortcuts_emit_deactivated (self->shortcuts, self->session_path, "capture", 4712,
                                             create_options (self));
}

void
bc_fake_portal_change (BcFakePortal *self,
                       const char   *trigger)
{
  bc_fake_global_shortcuts_emit_shortcuts_changed (self->shortcuts, self->session_path, create_shortcuts (self, trigger));
}

void
bc_fake_portal_close_session (BcFakePortal *self)
{
  bc_fake_session_emit_closed (self->session, g_variant_new_array (G_VARIANT_TYPE ("{sv}"), NULL, 0));
}

BcFakePortal *
bc_fake_portal_new (BcFakeBus              *bus,
                    const BcFakePortalKind *kind)
{
  BcFakePortal *self = g_new0 (BcFakePortal, 1);

  self->bus = bus;
  self->kind = kind;
  bc_fake_portal_appear (self);

  return self;
}

void
bc_fake_portal_free (BcFakePortal *self)
{
  if (self->connection != NULL)
    bc_fake_portal_vanish (self);
  g_clear_pointer (&self->held_results, g_variant_unref);
  g_free (self->held_path);
  g_free (self->session_path);
  g_free (self->preferred);
  g_free (self->configure_token);
  g_free (self);
}
