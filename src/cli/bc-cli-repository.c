/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bc-cli-repository.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Longer than any path or ref. */
#define MAX_FILE_SIZE 8192

/* The first line of a small regular file; a FIFO of that name must not block. */
static char *
read_line (const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char content[MAX_FILE_SIZE];
  struct stat info;
  gssize size;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

  if (fd < 0)
    return NULL;

  size = fstat (fd, &info) == 0 && S_ISREG (info.st_mode) ? read (fd, content, sizeof content - 1) : -1;
  close (fd);
  if (size <= 0)
    return NULL;

  content[size] = '\0';
  content[strcspn (content, "\r\n")] = '\0';

  return g_strdup (content);
}

static char *
resolve (const char *base,
         const char *path)
{
  return g_canonicalize_filename (path, base);
}

/* Where HEAD lies: in the folder .git, or where the file .git of a linked worktree points. */
static char *
find_git_dir (const char *top)
{
  g_autofree char *git = g_build_filename (top, ".git", NULL);
  g_autofree char *link = NULL;

  if (g_file_test (git, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&git);

  link = read_line (top, ".git");
  if (link == NULL || !g_str_has_prefix (link, "gitdir: "))
    return NULL;

  return resolve (top, link + strlen ("gitdir: "));
}

static char *
get_name (const char *top,
          const char *git_dir)
{
  g_autofree char *common = read_line (git_dir, "commondir");
  g_autofree char *shared = NULL;
  g_autofree char *main_top = NULL;

  if (common == NULL)
    return g_path_get_basename (top);

  shared = resolve (git_dir, common);
  if (!g_str_has_suffix (shared, "/.git"))
    return g_path_get_basename (shared);

  main_top = g_path_get_dirname (shared);

  return g_path_get_basename (main_top);
}

static char *
get_branch (const char *git_dir)
{
  static const char prefix[] = "ref: refs/heads/";
  g_autofree char *head = read_line (git_dir, "HEAD");

  if (head == NULL || !g_str_has_prefix (head, prefix))
    return NULL;

  return g_strdup (head + strlen (prefix));
}

static char *
find_top (const char  *directory,
          char       **git_dir)
{
  g_autofree char *at = g_strdup (directory);

  while (TRUE)
    {
      g_autofree char *parent = g_path_get_dirname (at);

      *git_dir = find_git_dir (at);
      if (*git_dir != NULL)
        return g_steal_pointer (&at);
      if (g_str_equal (parent, at))
        return NULL;
      g_free (at);
      at = g_steal_pointer (&parent);
    }
}

BcContext *
bc_cli_repository_read (const char *directory)
{
  g_autofree char *git_dir = NULL;
  g_autofree char *top = find_top (directory, &git_dir);
  g_autofree char *repository = top != NULL ? get_name (top, git_dir) : NULL;
  g_autofree char *branch = top != NULL ? get_branch (git_dir) : NULL;
  BcContextFields fields = {
    .directory = directory,
    .repository = repository,
    .branch = branch,
  };

  return bc_context_new (&fields);
}
