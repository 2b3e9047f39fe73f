/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "notifier/bc-notify-message.h"

#include "notifier/bc-notify-keys.h"

typedef struct {
  GWeakRef owner;
  BcNotifyChosen chosen;
  char *action;
} Choice;

static Choice *
choice_new (gpointer        owner,
            BcNotifyChosen  chosen,
            const char     *action)
{
  Choice *choice = g_new0 (Choice, 1);

  g_weak_ref_init (&choice->owner, owner);
  choice->chosen = chosen;
  choice->action = g_strdup (action);

  return choice;
}

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_weak_ref_clear (&choice->owner);
  g_free (choice->action);
  g_free (choice);
}

/* libnotify takes number 0, of what is not shown yet, for any other number. */
static void
action_cb (NotifyNotification *message,
           char               *key,
           gpointer            data)
{
  Choice *choice = data;
  g_autoptr (GObject) owner = g_weak_ref_get (&choice->owner);

  if (owner != NULL && bc_notify_message_get_number (message) != 0)
    choice->chosen (owner, message, choice->action);
}

/* Two buttons that do the same would be one too many: the body's takes the label of the other. */
static void
list_actions (const BcNotice     *notice,
              const BcNotifyCaps *caps,
              GPtrArray          *names,
              GPtrArray          *labels)
{
  const char *merged = caps->draws_default && notice->default_label != NULL ? notice->default_button : NULL;

  if (notice->default_label != NULL)
    {
      g_ptr_array_add (names, (gpointer) "default");
      g_ptr_array_add (labels, notice->default_label);
    }
  for (guint i = 0; notice->buttons[i] != NULL; i += 2)
    {
      if (g_strcmp0 (notice->buttons[i], merged) == 0)
        {
          labels->pdata[0] = notice->buttons[i + 1];
          continue;
        }

      g_ptr_array_add (names, notice->buttons[i]);
      g_ptr_array_add (labels, notice->buttons[i + 1]);
    }
  g_ptr_array_add (names, NULL);
}

static void
add_actions (NotifyNotification *message,
             const BcNotice     *notice,
             const BcNotifyCaps *caps,
             gpointer            owner,
             BcNotifyChosen      chosen)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_auto (GStrv) keys = NULL;

  list_actions (notice, caps, names, labels);
  keys = bc_notify_keys_new ((const char * const *) names->pdata);
  for (guint i = 0; i < labels->len; i++)
    notify_notification_add_action (message, keys[i], g_ptr_array_index (labels, i), action_cb,
                                    choice_new (owner, chosen, g_ptr_array_index (names, i)), choice_free);
}

NotifyNotification *
bc_notify_message_new (const BcNotice     *notice,
                       const BcNotifyCaps *caps,
                       const char         *app_id,
                       gpointer            owner,
                       BcNotifyChosen      chosen)
{
  g_autofree char *escaped = g_markup_escape_text (notice->body, -1);
  NotifyNotification *message;

  message = notify_notification_new (notice->summary, caps->body_markup ? escaped : notice->body, app_id);
  notify_notification_set_hint (message, "desktop-entry", g_variant_new_string (app_id));
  notify_notification_set_urgency (message, NOTIFY_URGENCY_NORMAL);
  if (notice->stays)
    notify_notification_set_timeout (message, NOTIFY_EXPIRES_NEVER);
  if (caps->actions)
    add_actions (message, notice, caps, owner, chosen);

  return message;
}

/* The property is a signed number, the protocol's is not. */
guint32
bc_notify_message_get_number (NotifyNotification *message)
{
  int id;

  g_object_get (message, "id", &id, NULL);

  return (guint32) id;
}
