import { importSource as words } from "../../strings/tools.ts";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { repositoryAddress } from "../../registry/model/address.ts";
import { git } from "../../registry/read/git.ts";
import { cloneBare, isGitAddress } from "../clone.ts";
import { branchesOf, headBranch, originOf, readCommitTree } from "./branches.ts";
import { cnameOf, inOrder, plainSource, type Source, type SourceKind } from "./source.ts";
import { readFolderTree, type Tree } from "./tree.ts";

const gitAddress: SourceKind = {
  accepts: isGitAddress,
  open(source) {
    const scratch = mkdtempSync(join(tmpdir(), "kasm-import-"));
    try {
      cloneBare(source, join(scratch, "repository"));
      return { ...openRepository(join(scratch, "repository")), repository: repositoryAddress(source) };
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  },
};

/** A checkout, a bare repository, a plain tree, or two checkouts side by side. */
const folder: SourceKind = { accepts: () => true, open: openFolder };

/** A new kind is a file of its own and its name here; what none of them accepts is a folder. */
const kinds: readonly SourceKind[] = [gitAddress];

/** Opens a folder or clones a git address. Throws sentences. */
export function openSource(source: string): Source {
  return (kinds.find(({ accepts }) => accepts(source)) ?? folder).open(source);
}

function openFolder(folder: string): Source {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(words.noSource(folder));
  if (isRepository(folder)) {
    const source = openRepository(folder);
    const head = existsSync(join(folder, "workspaces"))
      ? source.trees.find(({ name }) => name === headBranch(folder))
      : undefined;
    if (head && !sameFiles(head, readFolderTree(folder, head.name))) source.notes.push(words.uncommitted);
    return source;
  }
  if (existsSync(join(folder, "workspaces"))) return plainSource([readFolderTree(folder, basename(folder))]);
  const checkouts = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "workspaces")))
    .map((entry) => entry.name);
  if (checkouts.length === 0) throw new Error(words.noWorkspaces(folder));
  const schemas = checkouts.filter((name) => /(?:^|[^\d.])1\.[01]$/.test(name));
  const chosen = schemas.length > 0 ? schemas : checkouts;
  if (chosen.length > 2)
    throw new Error(
      words.severalRegistries({ folder, number: chosen.length, names: chosen.slice(0, 5).join(", ") }),
    );
  return plainSource(
    chosen.map((name) => readFolderTree(join(folder, name), /1\.[01]$/.exec(name)?.[0] ?? name)),
  );
}

/** A repository of its own, not merely a folder somewhere inside one. */
function isRepository(folder: string): boolean {
  if (existsSync(join(folder, ".git"))) return true;
  return (
    existsSync(join(folder, "HEAD")) &&
    existsSync(join(folder, "objects")) &&
    git(folder, ["rev-parse", "--is-bare-repository"]).out.toString().trim() === "true"
  );
}

function openRepository(repository: string): Omit<Source, "repository"> & { repository: string | null } {
  const branches = branchesOf(repository);
  const head = headBranch(repository);
  const schemas = [...branches.keys()].filter((name) => /^1\.[01]$/.test(name));
  const notes: string[] = [];
  let chosen = schemas;
  if (schemas.length === 0) {
    const only =
      head !== null && branches.has(head) ? head : [...branches.keys()].find((name) => name !== "gh-pages");
    if (only === undefined) throw new Error(words.noBranch);
    chosen = [only];
    notes.push(words.onlyBranch(only));
  }
  const trees = inOrder(chosen.map((name) => readCommitTree(repository, branches.get(name) ?? name, name)));
  if (!trees.some((tree) => tree.files.some(({ path }) => path.startsWith("workspaces/"))))
    throw new Error(words.noWorkspacesInBranches(chosen));
  const pages = branches.get("gh-pages");
  const cname =
    (pages === undefined ? null : cnameOf([readCommitTree(repository, pages, "gh-pages")])) ?? cnameOf(trees);
  const origin = originOf(repository);
  return { trees, cname, notes, repository: origin === null ? null : repositoryAddress(origin) };
}

/** Compared by content, not by `git status`, which would run the filters that a stranger's repository configures. */
function sameFiles(a: Tree, b: Tree): boolean {
  const inWorkspaces = ({ files }: Tree): Map<string, Uint8Array> =>
    new Map(
      files.filter(({ path }) => path.startsWith("workspaces/")).map(({ path, bytes }) => [path, bytes]),
    );
  const [left, right] = [inWorkspaces(a), inWorkspaces(b)];
  return (
    left.size === right.size &&
    [...left].every(([path, bytes]) => {
      const other = right.get(path);
      return other && Buffer.compare(bytes, other) === 0;
    })
  );
}
