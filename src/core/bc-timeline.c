/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-timeline.h"

#include "bc-timeline-reader.h"

#define PAGES_KEPT 8

typedef struct {
  guint number;
  GPtrArray *items;
} Page;

struct _BcTimeline {
  GObject parent_instance;

  BcStore *store;
  GCancellable *cancellable;
  char *search;
  char *applied;
  GArray *found;
  guint n_items;
  GQueue pages;
  gboolean loaded;
  gboolean refreshing;
  gboolean refresh_again;
};

enum {
  PROP_0,
  PROP_SEARCH,
  PROP_LOADED,
  PROP_N_ITEMS,
  N_PROPS
};

enum {
  FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void list_model_iface_init (GListModelInterface *iface);
static void refresh (BcTimeline *self);

G_DEFINE_FINAL_TYPE_WITH_CODE (BcTimeline, bc_timeline, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
page_free (gpointer data)
{
  Page *page = data;

  g_ptr_array_unref (page->items);
  g_free (page);
}

static Page *
page_new (guint number,
          guint n_items)
{
  Page *page = g_new (Page, 1);

  page->number = number;
  page->items = g_ptr_array_new_full (n_items, g_object_unref);
  for (guint i = 0; i < n_items; i++)
    g_ptr_array_add (page->items, bc_timeline_item_new ());

  return page;
}

static void
bc_timeline_dispose (GObject *object)
{
  BcTimeline *self = BC_TIMELINE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (bc_timeline_parent_class)->dispose (object);
}

static void
bc_timeline_finalize (GObject *object)
{
  BcTimeline *self = BC_TIMELINE (object);

  g_queue_clear_full (&self->pages, page_free);
  g_clear_pointer (&self->found, g_array_unref);
  g_object_unref (self->cancellable);
  g_free (self->search);
  g_free (self->applied);

  G_OBJECT_CLASS (bc_timeline_parent_class)->finalize (object);
}

static void
bc_timeline_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  BcTimeline *self = BC_TIMELINE (object);

  switch (id)
    {
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, self->loaded);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->n_items);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bc_timeline_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  if (id == PROP_SEARCH)
    bc_timeline_set_search (BC_TIMELINE (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bc_timeline_class_init (BcTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = bc_timeline_dispose;
  object_class->finalize = bc_timeline_finalize;
  object_class->get_property = bc_timeline_get_property;
  object_class->set_property = bc_timeline_set_property;

  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, NULL, G_PARAM_READWRITE | flags);
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, G_PARAM_READABLE | flags);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FAILED] = g_signal_new ("failed", BC_TYPE_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
bc_timeline_init (BcTimeline *self)
{
  self->cancellable = g_cancellable_new ();
  self->search = g_strdup ("");
  self->applied = g_strdup ("");
  g_queue_init (&self->pages);
}

static Page *
find_page (BcTimeline *self,
           guint       number)
{
  for (GList *link = self->pages.head; link != NULL; link = link->next)
    {
      Page *page = link->data;

      if (page->number == number)
        {
          g_queue_unlink (&self->pages, link);
          g_queue_push_head_link (&self->pages, link);
          return page;
        }
    }

  return NULL;
}

static BcTimelineItem *
peek_item (BcTimeline *self,
           guint       position)
{
  for (GList *link = self->pages.head; link != NULL; link = link->next)
    {
      Page *page = link->data;

      if (page->number == position / BC_TIMELINE_PAGE && position % BC_TIMELINE_PAGE < page->items->len)
        return g_ptr_array_index (page->items, position % BC_TIMELINE_PAGE);
    }

  return NULL;
}

static void
fail (BcTimeline *self,
      GError     *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error);
}

static const char *
non_empty (const char *search)
{
  return *search != '\0' ? search : NULL;
}

static void
fill_page (Page      *page,
           GPtrArray *entries)
{
  for (guint i = 0; i < page->items->len && i < entries->len; i++)
    bc_timeline_item_set_entry (g_ptr_array_index (page->items, i), g_ptr_array_index (entries, i));
}

static void
page_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (BcTimeline) self = BC_TIMELINE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (BcTimelineAnswer) answer = bc_timeline_read_finish (BC_STORE (source), result, &error);
  Page *page;

  if (answer == NULL)
    {
      fail (self, error);
      return;
    }
  /* Somebody else was faster, and the report of it is still on its way. */
  if (answer->n_items != self->n_items || answer->found != self->found)
    {
      refresh (self);
      return;
    }

  page = find_page (self, g_array_index (answer->numbers, guint, 0));
  if (page != NULL)
    fill_page (page, g_ptr_array_index (answer->pages, 0));
}

static Page *
load_page (BcTimeline *self,
           guint       number)
{
  guint first = number * BC_TIMELINE_PAGE;
  Page *page = page_new (number, MIN (BC_TIMELINE_PAGE, self->n_items - first));
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  g_queue_push_head (&self->pages, page);
  while (g_queue_get_length (&self->pages) > PAGES_KEPT)
    page_free (g_queue_pop_tail (&self->pages));

  g_array_append_val (numbers, number);
  bc_timeline_read_async (self->store, non_empty (self->applied), self->found, numbers,
                          self->cancellable, page_read_cb, g_object_ref (self));

  return page;
}

static GType
bc_timeline_get_item_type (GListModel *model)
{
  return BC_TYPE_TIMELINE_ITEM;
}

static guint
bc_timeline_get_n_items (GListModel *model)
{
  return BC_TIMELINE (model)->n_items;
}

static gpointer
bc_timeline_get_item (GListModel *model,
                      guint       position)
{
  BcTimeline *self = BC_TIMELINE (model);
  Page *page;

  if (position >= self->n_items || self->store == NULL)
    return NULL;

  page = find_page (self, position / BC_TIMELINE_PAGE);
  if (page == NULL)
    page = load_page (self, position / BC_TIMELINE_PAGE);

  return g_object_ref (g_ptr_array_index (page->items, position % BC_TIMELINE_PAGE));
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = bc_timeline_get_item_type;
  iface->get_n_items = bc_timeline_get_n_items;
  iface->get_item = bc_timeline_get_item;
}

/* What a refresh found out: at @position, @removed rows gave way to @added ones; all others are
 * the same rows as before. */
typedef struct {
  guint position;
  guint removed;
  guint added;
} Change;

static BcEntry *
peek_entry (BcTimelineAnswer *answer,
            guint             position)
{
  for (guint i = 0; i < answer->numbers->len; i++)
    {
      GPtrArray *entries = g_ptr_array_index (answer->pages, i);
      guint first = g_array_index (answer->numbers, guint, i) * BC_TIMELINE_PAGE;

      if (position >= first && position - first < entries->len)
        return g_ptr_array_index (entries, position - first);
    }

  return NULL;
}

static gboolean
is_same (BcTimelineItem *item,
         BcEntry        *entry)
{
  gint64 id = item != NULL ? bc_timeline_item_get_id (item) : 0;

  return id == 0 || entry == NULL || id == entry->id;
}

static guint
find_first_difference (BcTimeline       *self,
                       BcTimelineAnswer *answer)
{
  guint end = MIN (self->n_items, answer->n_items);

  for (guint i = 0; i < answer->numbers->len; i++)
    {
      guint first = g_array_index (answer->numbers, guint, i) * BC_TIMELINE_PAGE;

      for (guint p = first; p < MIN (first + BC_TIMELINE_PAGE, end); p++)
        {
          if (!is_same (peek_item (self, p), peek_entry (answer, p)))
            return p;
        }
    }

  return end;
}

static gboolean
fits (BcTimeline       *self,
      BcTimelineAnswer *answer,
      const Change     *change)
{
  for (guint i = 0; i < answer->numbers->len; i++)
    {
      guint first = g_array_index (answer->numbers, guint, i) * BC_TIMELINE_PAGE;
      guint from = MAX (first, change->position + change->added);

      for (guint p = from; p < MIN (first + BC_TIMELINE_PAGE, answer->n_items); p++)
        {
          if (!is_same (peek_item (self, p - change->added + change->removed), peek_entry (answer, p)))
            return FALSE;
        }
    }

  return TRUE;
}

static Change
find_change (BcTimeline       *self,
             BcTimelineAnswer *answer)
{
  Change change = { .position = find_first_difference (self, answer) };

  if (answer->n_items > self->n_items)
    change.added = answer->n_items - self->n_items;
  else
    change.removed = self->n_items - answer->n_items;
  if (fits (self, answer, &change))
    return change;

  return (Change) { .position = 0, .removed = self->n_items, .added = answer->n_items };
}

/* The object that showed this row before: whoever holds it shall see it change. */
static BcTimelineItem *
reuse_item (BcTimeline   *self,
            const Change *change,
            guint         position)
{
  BcTimelineItem *item = NULL;

  if (position < change->position)
    item = peek_item (self, position);
  else if (position >= change->position + change->added)
    item = peek_item (self, position - change->added + change->removed);

  return item != NULL ? g_object_ref (item) : bc_timeline_item_new ();
}

static Page *
rebuild_page (BcTimeline   *self,
              const Change *change,
              guint         number,
              guint         n_entries)
{
  Page *page = page_new (number, 0);

  for (guint i = 0; i < n_entries; i++)
    g_ptr_array_add (page->items, reuse_item (self, change, number * BC_TIMELINE_PAGE + i));

  return page;
}

static void
apply (BcTimeline       *self,
       BcTimelineAnswer *answer)
{
  Change change = find_change (self, answer);
  GQueue pages = G_QUEUE_INIT;

  for (guint i = 0; i < answer->numbers->len; i++)
    {
      GPtrArray *entries = g_ptr_array_index (answer->pages, i);
      Page *page = rebuild_page (self, &change, g_array_index (answer->numbers, guint, i), entries->len);

      g_queue_push_tail (&pages, page);
    }

  g_queue_clear_full (&self->pages, page_free);
  self->pages = pages;
  self->n_items = answer->n_items;
  g_clear_pointer (&self->found, g_array_unref);
  self->found = g_steal_pointer (&answer->found);

  for (guint i = 0; i < answer->pages->len; i++)
    fill_page (g_queue_peek_nth (&self->pages, i), g_ptr_array_index (answer->pages, i));
  if (change.removed > 0 || change.added > 0)
    {
      g_list_model_items_changed (G_LIST_MODEL (self), change.position, change.removed, change.added);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
    }
}

/* Whatever was asked for since would have asked for another refresh: the answer is to the
 * search as it stands. */
static void
apply_search (BcTimeline       *self,
              BcTimelineAnswer *answer)
{
  if (!g_str_equal (self->applied, self->search))
    {
      g_free (self->applied);
      self->applied = g_strdup (self->search);
    }
  apply (self, answer);
}

static void
set_loaded (BcTimeline *self)
{
  if (self->loaded)
    return;

  self->loaded = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
}

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (BcTimeline) self = BC_TIMELINE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (BcTimelineAnswer) answer = bc_timeline_read_finish (BC_STORE (source), result, &error);

  self->refreshing = FALSE;
  if (self->store == NULL)
    return;
  if (self->refresh_again)
    refresh (self);
  else if (answer != NULL)
    apply_search (self, answer);
  else
    fail (self, error);
  set_loaded (self);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint one = *(const guint *) a;
  guint other = *(const guint *) b;

  return one < other ? -1 : one > other;
}

static GArray *
list_pages (BcTimeline *self)
{
  GArray *numbers = g_array_new (FALSE, TRUE, sizeof (guint));
  gboolean same_search = g_str_equal (self->search, self->applied);

  for (GList *link = self->pages.head; link != NULL && same_search; link = link->next)
    g_array_append_val (numbers, ((Page *) link->data)->number);
  if (numbers->len == 0)
    g_array_set_size (numbers, 1);
  g_array_sort (numbers, compare_numbers);

  return numbers;
}

static void
refresh (BcTimeline *self)
{
  self->refresh_again = self->refreshing;
  if (self->refreshing)
    return;

  self->refreshing = TRUE;
  bc_timeline_read_async (self->store, non_empty (self->search), NULL, list_pages (self),
                          self->cancellable, refreshed_cb, g_object_ref (self));
}

static void
store_changed_cb (BcStore     *store,
                  BcChangeSet *changes,
                  BcTimeline  *self)
{
  refresh (self);
}

BcTimeline *
bc_timeline_new (BcStore *store)
{
  BcTimeline *self = g_object_new (BC_TYPE_TIMELINE, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, 0);
  refresh (self);

  return self;
}

const char *
bc_timeline_get_search (BcTimeline *self)
{
  return self->search;
}

void
bc_timeline_set_search (BcTimeline *self,
                        const char *search)
{
  g_autofree char *stripped = g_strstrip (g_strdup (search != NULL ? search : ""));

  if (g_str_equal (stripped, self->search))
    return;

  g_free (self->search);
  self->search = g_steal_pointer (&stripped);
  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
}

gboolean
bc_timeline_is_loaded (BcTimeline *self)
{
  return self->loaded;
}
