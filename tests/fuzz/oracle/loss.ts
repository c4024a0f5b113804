import { foldersIn, foldersWithErrors, type Invariant } from "./outcome.ts";

/** Every workspace is published, set aside as an example, or named by an error; a folder with anything in it is at least mentioned. */
export const noSilentLoss: Invariant = function* ({ root, registry }) {
  const published = new Set(registry.workspaces.map(({ folder }) => folder));
  const aside = new Set(registry.aside);
  const wrong = foldersWithErrors(registry);
  const mentioned = new Set(registry.problems.map(({ file }) => file.split("/")[0]!));
  for (const [folder, names] of foldersIn(root)) {
    if (published.has(folder) || aside.has(folder) || names.length === 0) continue;
    if (names.includes("workspace.json") && !wrong.has(folder))
      yield `${JSON.stringify(folder)} is neither published nor named by an error`;
    else if (!mentioned.has(folder))
      yield `${JSON.stringify(folder)} holds ${JSON.stringify(names)} and is not mentioned`;
  }
  for (const folder of wrong)
    if (published.has(folder)) yield `${JSON.stringify(folder)} has an error and is published`;
  for (const folder of registry.invalid)
    if (published.has(folder)) yield `${JSON.stringify(folder)} is published and counted as invalid`;
};
