/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-crumb-actions.h"

#include <glib/gi18n-lib.h>

struct _BcCrumbActions {
  GObject parent_instance;

  BcStore *store;
  GSimpleActionGroup *group;
  BcCrumb *crumb;
  GCancellable *cancellable;
};

enum {
  ASKED,
  DONE,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcCrumbActions, bc_crumb_actions, G_TYPE_OBJECT)

static void
ask_action (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  BcCrumbActions *self = data;
  g_autoptr (BcCrumb) crumb = NULL;

  if (!g_set_object (&crumb, self->crumb))
    return;

  g_signal_emit (self, signals[ASKED], 0, g_action_get_name (G_ACTION (action)), crumb);
}

static void
finish (BcCrumbActions *self,
        GAsyncResult   *result,
        const char     *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *event_id = NULL;
  g_autoptr (BcCrumb) crumb = bc_store_crumb_finish (self->store, result, &event_id, &error);

  if (crumb != NULL)
    g_signal_emit (self, signals[DONE], 0, text, event_id);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (BcCrumbActions) self = data;

  finish (self, result, _("Breadcrumb deleted"));
}

static void
kind_set_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (BcCrumbActions) self = data;

  finish (self, result, _("Kind changed"));
}

static void
delete_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  BcCrumbActions *self = data;

  if (self->crumb != NULL)
    bc_store_act_async (self->store, bc_crumb_get_id (self->crumb), BC_ACT_DELETE,
                        self->cancellable, deleted_cb, g_object_ref (self));
}

static void
kind_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  BcCrumbActions *self = data;
  BcKind kind = bc_kind_from_string (g_variant_get_string (parameter, NULL));

  if (self->crumb == NULL)
    return;

  /* Choosing the same again takes it back. */
  if (kind == bc_crumb_get_kind (self->crumb))
    kind = BC_KIND_NONE;

  if (kind != bc_crumb_get_kind (self->crumb))
    bc_store_set_kind_async (self->store, bc_crumb_get_id (self->crumb), kind,
                             self->cancellable, kind_set_cb, g_object_ref (self));
}

static const GActionEntry entries[] = {
  { .name = "resume", .activate = ask_action },
  { .name = "later", .activate = ask_action },
  { .name = "let-go", .activate = ask_action },
  { .name = "show", .activate = ask_action },
  { .name = "edit", .activate = ask_action },
  { .name = "copy", .activate = ask_action },
  { .name = "kind", .activate = kind_action, .parameter_type = "s", .state = "''" },
  { .name = "delete", .activate = delete_action },
};

static void
enable (BcCrumbActions *self,
        const char     *name,
        gboolean        enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->group), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update_actions (BcCrumbActions *self)
{
  gboolean any = self->crumb != NULL && !bc_crumb_is_deleted (self->crumb);
  gboolean place = any && !bc_line_is_ask (bc_crumb_get_line (self->crumb));
  gboolean open = place && bc_crumb_get_state (self->crumb) == BC_CRUMB_OPEN;
  const char *kind = any ? bc_kind_to_string (bc_crumb_get_kind (self->crumb)) : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    enable (self, entries[i].name, any);

  enable (self, "resume", place);
  enable (self, "later", open);
  enable (self, "let-go", open);
  g_action_group_change_action_state (G_ACTION_GROUP (self->group), "kind",
                                      g_variant_new_string (kind != NULL ? kind : ""));
}

static void
store_changed_cb (BcCrumbActions *self,
                  BcChangeSet    *changes)
{
  GPtrArray *crumbs = bc_change_set_get_crumbs (changes);

  if (self->crumb == NULL)
    return;

  for (guint i = 0; i < crumbs->len; i++)
    {
      BcCrumb *crumb = g_ptr_array_index (crumbs, i);

      if (g_str_equal (bc_crumb_get_id (crumb), bc_crumb_get_id (self->crumb)))
        {
          bc_crumb_actions_set_crumb (self, crumb);
          return;
        }
    }
}

static void
bc_crumb_actions_dispose (GObject *object)
{
  BcCrumbActions *self = BC_CRUMB_ACTIONS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->crumb);

  G_OBJECT_CLASS (bc_crumb_actions_parent_class)->dispose (object);
}

static void
bc_crumb_actions_finalize (GObject *object)
{
  BcCrumbActions *self = BC_CRUMB_ACTIONS (object);

  g_object_unref (self->cancellable);
  g_object_unref (self->group);
  g_object_unref (self->store);

  G_OBJECT_CLASS (bc_crumb_actions_parent_class)->finalize (object);
}

static void
bc_crumb_actions_class_init (BcCrumbActionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bc_crumb_actions_dispose;
  object_class->finalize = bc_crumb_actions_finalize;

  signals[ASKED] = g_signal_new ("asked", BC_TYPE_CRUMB_ACTIONS, G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, BC_TYPE_CRUMB);
  signals[DONE] = g_signal_new ("done", BC_TYPE_CRUMB_ACTIONS, G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", BC_TYPE_CRUMB_ACTIONS, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
bc_crumb_actions_init (BcCrumbActions *self)
{
  self->cancellable = g_cancellable_new ();
  self->group = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries, G_N_ELEMENTS (entries), self);
  update_actions (self);
}

BcCrumbActions *
bc_crumb_actions_new (BcStore *store)
{
  BcCrumbActions *self = g_object_new (BC_TYPE_CRUMB_ACTIONS, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

GActionGroup *
bc_crumb_actions_get_group (BcCrumbActions *self)
{
  return G_ACTION_GROUP (self->group);
}

void
bc_crumb_actions_set_crumb (BcCrumbActions *self,
                            BcCrumb        *crumb)
{
  if (g_set_object (&self->crumb, crumb))
    update_actions (self);
}

BcCrumb *
bc_crumb_actions_get_crumb (BcCrumbActions *self)
{
  return self->crumb;
}
