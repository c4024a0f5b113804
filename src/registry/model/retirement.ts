/** That a workspace is deprecated or withdrawn. Texts are "" where nothing is said. */
export interface Retirement {
  /** A day, YYYY-MM-DD. */
  since: string;
  because: string;
  /** The slug of the workspace to use instead; as the author wrote it where it has not been looked up. */
  replacedBy: string;
}

/** Workspaces whose folders are gone, as registry.json describes them. Keys are slugs of their old addresses. */
export interface FormerNames {
  /** `name` is the key as the author wrote it. */
  withdrawn: ReadonlyMap<string, Retirement & { name: string }>;
  /** The slugs of their new addresses. */
  renamed: ReadonlyMap<string, string>;
}

/** Returns the slug of the workspace that a text means: its folder, its slug or its name, in any case; null where none has it. */
export type FindWorkspace = (text: string) => string | null;

/** Looks workspaces up. A folder goes before a slug, and that before a name. */
export function workspaceFinder(
  workspaces: readonly { folder: string; slug: string; name: string }[],
): FindWorkspace {
  const keyOf = (text: string): string => text.normalize().trim().toLowerCase();
  const slugs = new Map<string, string>();
  for (const key of ["name", "slug", "folder"] as const)
    for (const workspace of workspaces) slugs.set(keyOf(workspace[key]), workspace.slug);
  slugs.delete("");
  return (text) => slugs.get(keyOf(text)) ?? null;
}
