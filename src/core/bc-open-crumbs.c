/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-open-crumbs.h"

#define HELD 20

struct _BcOpenCrumbs {
  GObject parent_instance;

  BcStore *store;
  GCancellable *cancellable;
  GPtrArray *crumbs;
  guint count;
  gboolean loaded;
};

enum {
  PROP_0,
  PROP_COUNT,
  PROP_LOADED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BcOpenCrumbs, bc_open_crumbs, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
bc_open_crumbs_dispose (GObject *object)
{
  BcOpenCrumbs *self = BC_OPEN_CRUMBS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (bc_open_crumbs_parent_class)->dispose (object);
}

static void
bc_open_crumbs_finalize (GObject *object)
{
  BcOpenCrumbs *self = BC_OPEN_CRUMBS (object);

  g_ptr_array_unref (self->crumbs);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (bc_open_crumbs_parent_class)->finalize (object);
}

static void
bc_open_crumbs_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  BcOpenCrumbs *self = BC_OPEN_CRUMBS (object);

  switch (id)
    {
    case PROP_COUNT:
      g_value_set_uint (value, self->count);
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, self->loaded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bc_open_crumbs_class_init (BcOpenCrumbsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = bc_open_crumbs_dispose;
  object_class->finalize = bc_open_crumbs_finalize;
  object_class->get_property = bc_open_crumbs_get_property;

  properties[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bc_open_crumbs_init (BcOpenCrumbs *self)
{
  self->cancellable = g_cancellable_new ();
  self->crumbs = g_ptr_array_new_with_free_func (g_object_unref);
}

static GType
bc_open_crumbs_get_item_type (GListModel *model)
{
  return BC_TYPE_CRUMB;
}

static guint
bc_open_crumbs_get_n_items (GListModel *model)
{
  return BC_OPEN_CRUMBS (model)->crumbs->len;
}

static gpointer
bc_open_crumbs_get_item (GListModel *model,
                         guint       position)
{
  BcCrumb *crumb = bc_open_crumbs_peek (BC_OPEN_CRUMBS (model), position);

  return crumb != NULL ? g_object_ref (crumb) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = bc_open_crumbs_get_item_type;
  iface->get_n_items = bc_open_crumbs_get_n_items;
  iface->get_item = bc_open_crumbs_get_item;
}

static void
set_count (BcOpenCrumbs *self,
           guint         count)
{
  if (self->count == count)
    return;

  self->count = count;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (BcOpenCrumbs) self = BC_OPEN_CRUMBS (user_data);
  gssize count = bc_store_count_open_finish (BC_STORE (source), result, NULL);

  if (count >= 0)
    set_count (self, (guint) count);
}

static void
set_crumbs (BcOpenCrumbs *self,
            GPtrArray    *crumbs)
{
  guint removed = self->crumbs->len;

  g_ptr_array_unref (self->crumbs);
  self->crumbs = crumbs;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, crumbs->len);
  if (self->loaded)
    return;

  self->loaded = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (BcOpenCrumbs) self = BC_OPEN_CRUMBS (user_data);
  BcStore *store = BC_STORE (source);
  GPtrArray *crumbs = bc_store_crumbs_finish (store, result, NULL);

  if (crumbs == NULL)
    return;

  if (crumbs->len < HELD)
    set_count (self, crumbs->len);
  else
    bc_store_count_open_async (store, self->cancellable, counted_cb, g_object_ref (self));
  set_crumbs (self, crumbs);
}

static void
load (BcOpenCrumbs *self)
{
  BcQuery query = { .has_state = TRUE, .state = BC_CRUMB_OPEN, .limit = HELD };

  bc_store_list_async (self->store, &query, self->cancellable, listed_cb, g_object_ref (self));
}

static void
store_changed_cb (BcStore      *store,
                  BcChangeSet  *changes,
                  BcOpenCrumbs *self)
{
  if (bc_change_set_get_crumbs (changes)->len > 0)
    load (self);
}

BcOpenCrumbs *
bc_open_crumbs_new (BcStore *store)
{
  BcOpenCrumbs *self = g_object_new (BC_TYPE_OPEN_CRUMBS, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, 0);
  load (self);

  return self;
}

guint
bc_open_crumbs_get_count (BcOpenCrumbs *self)
{
  return self->count;
}

gboolean
bc_open_crumbs_is_loaded (BcOpenCrumbs *self)
{
  return self->loaded;
}

BcCrumb *
bc_open_crumbs_peek (BcOpenCrumbs *self,
                     guint         position)
{
  return position < self->crumbs->len ? g_ptr_array_index (self->crumbs, position) : NULL;
}
