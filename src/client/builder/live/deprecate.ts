import { deprecationLines } from "../../../edit/deprecation-lines.ts";
import { byId } from "../../elements.ts";
import { folderOf } from "../draft.ts";
import type { BuilderPage } from "./builder-page.ts";
import { newFileAddress } from "./github.ts";

/** Shows the README.md that deprecates the workspace in the form, and GitHub's page for it. */
export function bindDeprecate({ form, store }: BuilderPage): void {
  const [since, because, replacedBy] = ["since", "because", "replaced-by"].map((name) =>
    byId<HTMLInputElement>(`deprecate-${name}`),
  ) as [HTMLInputElement, HTMLInputElement, HTMLInputElement];
  const link = document.querySelector<HTMLAnchorElement>("#deprecate-github");
  const { github = "", content = "" } = form.dataset;

  function show(): void {
    const lines = deprecationLines({
      since: since.value,
      because: because.value.trim(),
      replacedBy: replacedBy.value.trim(),
    });
    const text = ["---", ...lines, "---", ""].join("\n");
    byId("deprecate-text").textContent = text;
    const path = `${content}/${folderOf(store.draft)}/README.md`;
    if (link) link.href = newFileAddress(github, path, text) ?? `${github}/new/HEAD`;
  }

  for (const input of [since, because, replacedBy]) input.addEventListener("input", show);
  store.listen(show);
  show();
}
