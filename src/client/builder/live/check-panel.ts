import type { Finding, Flag } from "../../../registry/model/types.ts";
import { worstFirst } from "../../../review/severity.ts";
import * as links from "../../../site/links.ts";
import { builderLive as words } from "../../../strings/builder-live.ts";
import { flagWords } from "../../../strings/site.ts";
import { byId, inWords, makeElement } from "../../elements.ts";
import { goToLine } from "../json-pane.ts";
import type { BuilderPage } from "./builder-page.ts";
import { isDue, type DraftCheck, type Remark } from "./check-draft.ts";
import { fieldOf, goTo, nameOf } from "./field-of-pointer.ts";
import { bindFieldRemarks } from "./field-remarks.ts";
import { severityBadge, titleOf } from "./finding-words.ts";

/** Everything that check and review say about the draft. */
export interface CheckPanel {
  show: (check: DraftCheck) => void;
  /** Takes the focus to the list of problems. */
  open: () => void;
}

/** Shows problems at their fields and in a list, what Kasm shows, and the findings. */
export function bindCheckPanel({
  form,
  store,
  openTab,
}: Pick<BuilderPage, "form" | "store" | "openTab">): CheckPanel {
  const goToFinding = (number: number): void => {
    openTab("check");
    byId(`finding-${number}`).focus();
    byId(`finding-${number}`).scrollIntoView({ block: "nearest" });
  };
  const showAtFields = bindFieldRemarks(form, goToFinding);
  const showSummary = bindSummary(form, openTab);
  const open = (): void => {
    openTab("check");
    byId("check-title").focus();
    byId("check-title").scrollIntoView({ block: "nearest" });
  };
  byId("status").addEventListener("click", (event) => {
    event.preventDefault();
    open();
  });

  return {
    open,
    show({ remarks, flags, findings }) {
      const sorted = worstFirst(findings);
      const due = remarks.filter((remark) => isDue(remark, store.draft));
      showAtFields(due, sorted);
      showSummary(remarks, due);
      showFlags(flags);
      showFindings(form, sorted);
    },
  };
}

/** The problems, and the keys that are left to fill in, as lists of links; how many there are, at the foot of the page. */
function bindSummary(
  form: HTMLElement,
  openTab: (panel: string) => void,
): (remarks: readonly Remark[], due: readonly Remark[]) => void {
  let shownStatus = "";
  return (remarks, due) => {
    const left = remarks.filter((remark) => remark.isMissing && !due.includes(remark));
    const problems = remarks.filter((remark) => !left.includes(remark));
    const errors = problems.filter(({ severity }) => severity === "error").length;
    byId("left").hidden = left.length === 0;
    byId("left-list").replaceChildren(
      ...left.map((remark) => makeElement("li", {}, linkToField(remark, form, openTab))),
    );
    byId("problems").hidden = problems.length === 0;
    byId("problems-list").replaceChildren(
      ...problems.map((remark) =>
        makeElement(
          "li",
          { class: remark.severity },
          linkToField(remark, form, openTab),
          " ",
          makeElement("span", {}, remark.message),
        ),
      ),
    );
    byId("sound").hidden = remarks.length > 0;
    byId("check-count").textContent = errors + left.length > 0 ? String(errors + left.length) : "";
    byId("check-count").classList.toggle("bad", errors > 0);
    const status = words.status(left.length, errors, problems.length - errors);
    // Said again only when it changes, so that typing is not talked over.
    if (status !== shownStatus) byId("status").textContent = shownStatus = status;
    byId("status").className = errors > 0 ? "b-status bad" : left.length > 0 ? "b-status" : "b-status good";
  };
}

function linkToField(remark: Remark, form: HTMLElement, openTab: (panel: string) => void): HTMLElement {
  const field = fieldOf(form, remark.pointer);
  const name =
    remark.isSyntax || (!field && remark.pointer === "")
      ? words.jsonLine(remark.line)
      : nameOf(field, remark.pointer);
  const click = (event: Event): void => {
    event.preventDefault();
    if (field) return goTo(field);
    openTab("json");
    goToLine(byId<HTMLTextAreaElement>("json-text"), remark.line);
  };
  return makeElement("a", { href: "#builder", click }, name);
}

function showFlags(flags: readonly Flag[]): void {
  const lines = flags.map(({ flag, property }) =>
    makeElement(
      "li",
      {},
      makeElement("code", { class: "ltr" }, property),
      " ",
      makeElement("a", { href: links.flags(flag), class: "ltr" }, flag),
      makeElement("span", { class: "muted" }, ` ${flagWords[flag]}`),
    ),
  );
  byId("flags-list").replaceChildren(
    ...(lines.length > 0 ? lines : [makeElement("li", { class: "muted" }, words.noFlags)]),
  );
}

function showFindings(form: HTMLElement, findings: readonly Finding[]): void {
  byId("findings-none").hidden = findings.length > 0;
  byId("findings-list").replaceChildren(
    ...findings.map((finding, place) =>
      makeElement(
        "li",
        { class: `b-finding ${finding.severity}`, id: `finding-${place + 1}`, tabindex: "-1" },
        makeElement(
          "p",
          { class: "b-finding-head" },
          severityBadge(finding.severity),
          " ",
          makeElement("strong", {}, titleOf(finding.rule)),
        ),
        makeElement("p", {}, pathOf(finding, form)),
        makeElement("p", {}, ...inWords(finding.reason)),
        makeElement(
          "p",
          {},
          makeElement("b", {}, `${words.advice}: `),
          ...inWords(finding.advice),
          " ",
          makeElement("a", { href: links.flags(finding.rule) }, words.more),
        ),
      ),
    ),
  );
}

/** The path of a finding, as a link where the form shows it. */
function pathOf({ pointer, path }: Finding, form: HTMLElement): HTMLElement {
  const field = fieldOf(form, pointer);
  if (!field) return makeElement("code", { class: "ltr" }, path);
  const click = (event: Event): void => {
    event.preventDefault();
    goTo(field);
  };
  return makeElement("a", { href: "#builder", class: "mono ltr", click }, path);
}
