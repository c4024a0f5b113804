import { composeReadme } from "../../../edit/new/compose-readme.ts";
import { screenshotName } from "../../../registry/model/screenshot-name.ts";
import { builderLive as words } from "../../../strings/builder-live.ts";
import { byId, dataOf } from "../../elements.ts";
import { folderOf, type Draft } from "../draft.ts";
import type { BuilderPage } from "./builder-page.ts";
import { newFileAddress } from "./github.ts";

/** The README.md of a draft; "" where nothing was said. */
export function readmeOf({ readme = {} }: Pick<Draft, "readme">): string {
  const of = (name: string): string => (readme[name] ?? "").trim();
  return composeReadme({
    homepage: of("homepage"),
    source: of("source"),
    license: of("license"),
    maintainer: of("maintainer"),
    support: of("support"),
    screenshots: namesIn(of("screenshots")),
    deprecated:
      of("deprecated") === ""
        ? null
        : { since: of("since"), because: of("because"), replacedBy: of("replaced-by") },
    text: of("text"),
  });
}

/** Ties the fields of README.md to the draft, shows its text, and GitHub's page for it. */
export function bindReadme({ form, store }: BuilderPage): void {
  const inputs = [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("[data-readme]")];
  const { github = "", content = "" } = form.dataset;

  function show(): void {
    const text = readmeOf(store.draft);
    byId("readme-text").textContent = text;
    byId("readme-result").hidden = text === "";
    byId("readme-retirement").hidden = !store.draft.readme?.["deprecated"];
    for (const input of inputs) showFault(input);
    const link = document.querySelector<HTMLAnchorElement>("#readme-github");
    if (!link) return;
    const path = `${content}/${folderOf(store.draft)}/README.md`;
    const filled = newFileAddress(github, path, text);
    link.href = filled ?? newFileAddress(github, path, "") ?? `${github}/new/HEAD`;
    byId("readme-github-help").textContent = filled ? words.githubNew : words.githubLongText;
  }

  function fill(): void {
    for (const input of inputs) {
      const value = store.draft.readme?.[dataOf(input, "readme")] ?? "";
      if (isBox(input)) input.checked = value !== "";
      else if (input.value !== value) input.value = value;
    }
  }

  for (const input of inputs)
    input.addEventListener("input", () => {
      const value = isBox(input) ? (input.checked ? "true" : "") : input.value;
      const { [dataOf(input, "readme")]: _, ...rest } = store.draft.readme ?? {};
      store.set({ readme: value === "" ? rest : { ...rest, [dataOf(input, "readme")]: value } });
    });
  store.listen((origin) => {
    if (origin === "whole") fill();
    show();
  });
  fill();
  show();
}

const isBox = (input: HTMLElement): input is HTMLInputElement =>
  input instanceof HTMLInputElement && input.type === "checkbox";

const namesIn = (text: string): string[] =>
  text
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);

/** Says below a field what check would say of it, in short. */
function showFault(input: HTMLInputElement | HTMLTextAreaElement): void {
  const problem = input.parentElement?.querySelector(".b-remark");
  if (!problem) return;
  const odd =
    input.dataset["readme"] === "screenshots"
      ? namesIn(input.value).filter((name) => !screenshotName.test(name))
      : [];
  const message = !input.validity.valid ? words.badAddress : odd.length > 0 ? words.badScreenshots(odd) : "";
  problem.textContent = message;
  input.setAttribute("aria-invalid", String(message !== ""));
}
