import { isRuleId, wordsOf } from "../../../review/catalogue/rules.ts";
import type { Finding, Flag, Severity } from "../../../registry/model/types.ts";
import { builderLive as words } from "../../../strings/builder-live.ts";
import { flagWords, severityWords } from "../../../strings/site.ts";
import { byId, h, inWords } from "../elements.ts";
import { goToLine } from "../json-pane.ts";
import type { Store } from "../draft-store.ts";
import type { Examined, Remark } from "./examine.ts";
import { goTo, nameOf, placeOf, slotOf } from "./field-of-pointer.ts";

const order: readonly Severity[] = ["critical", "high", "medium", "low", "info"];

export interface Board {
  show: (examined: Examined) => void;
  /** Takes the focus to the list of problems. */
  open: () => void;
}

/** Problems at their fields and in a list, what Kasm shows, and the findings. */
export function makeBoard({
  form,
  store,
  openTab,
  flagsPage,
}: {
  form: HTMLElement;
  store: Store;
  openTab: (panel: string) => void;
  flagsPage: string;
}): Board {
  let shownAt: HTMLElement[] = [];
  let marked: HTMLElement[] = [];
  let last = "";
  const open = (): void => {
    openTab("check");
    byId("check-title").focus();
    byId("check-title").scrollIntoView({ block: "nearest" });
  };
  byId("status").addEventListener("click", (event) => {
    event.preventDefault();
    open();
  });

  function show({ remarks, flags, findings }: Examined): void {
    const worst = [...findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
    showAtFields(remarks, worst);
    showSummary(remarks);
    showFlags(flags);
    showFindings(worst);
  }

  const isShown = ({ pointer, isSyntax }: Remark): boolean =>
    isSyntax ||
    store.draft.showAll ||
    pointer === "" ||
    store.draft.seen.some((seen) => seen === pointer || pointer.startsWith(`${seen}/`));

  function showAtFields(remarks: readonly Remark[], findings: readonly Finding[]): void {
    for (const slot of shownAt) slot.replaceChildren();
    for (const control of marked) control.removeAttribute("aria-invalid");
    shownAt = [];
    marked = [];
    const put = (slot: HTMLElement | null, line: HTMLElement): void => {
      if (!slot) return;
      shownAt.push(slot);
      slot.append(line);
    };
    for (const remark of remarks.filter(isShown)) {
      const place = remark.isSyntax ? byId("json") : placeOf(form, remark.pointer);
      if (!place) continue;
      put(slotOf(place), remarkLine(remark));
      if (remark.severity === "error")
        for (const control of place.querySelectorAll<HTMLElement>(".field, input[type=checkbox]"))
          mark(control);
    }
    findings.forEach((finding, number) => {
      const place = placeOf(form, finding.pointer);
      if (place)
        put(
          slotOf(place),
          h(
            "p",
            { class: "b-note" },
            severityBadge(finding.severity),
            " ",
            h(
              "a",
              { href: `#finding-${number + 1}`, click: (event: Event) => openFinding(event, number + 1) },
              titleOf(finding.rule),
            ),
          ),
        );
    });
  }

  function mark(control: HTMLElement): void {
    control.setAttribute("aria-invalid", "true");
    marked.push(control);
  }

  function showSummary(remarks: readonly Remark[]): void {
    const left = remarks.filter((remark) => remark.isMissing && !isShown(remark));
    const problems = remarks.filter((remark) => !left.includes(remark));
    const errors = problems.filter(({ severity }) => severity === "error").length;
    byId("left").hidden = left.length === 0;
    byId("left-list").replaceChildren(...left.map((remark) => h("li", {}, linkTo(remark))));
    byId("problems").hidden = problems.length === 0;
    byId("problems-list").replaceChildren(
      ...problems.map((remark) =>
        h("li", { class: remark.severity }, linkTo(remark), " ", h("span", {}, remark.message)),
      ),
    );
    byId("sound").hidden = remarks.length > 0;
    byId("check-count").textContent = errors + left.length > 0 ? String(errors + left.length) : "";
    byId("check-count").classList.toggle("bad", errors > 0);
    const status = words.status(left.length, errors, problems.length - errors);
    // Said again only when it changes, so that typing is not talked over.
    if (status !== last) byId("status").textContent = last = status;
    byId("status").className = errors > 0 ? "b-status bad" : left.length > 0 ? "b-status" : "b-status good";
  }

  function linkTo(remark: Remark): HTMLElement {
    const place = placeOf(form, remark.pointer);
    const name =
      remark.isSyntax || (!place && remark.pointer === "")
        ? words.jsonLine(remark.line)
        : nameOf(place, remark.pointer);
    return h(
      "a",
      {
        href: "#builder",
        click: (event: Event) => {
          event.preventDefault();
          if (place) return goTo(place);
          openTab("json");
          goToLine(byId<HTMLTextAreaElement>("json-text"), remark.line);
        },
      },
      name,
    );
  }

  function showFlags(flags: readonly Flag[]): void {
    byId("flags-list").replaceChildren(
      ...(flags.length > 0
        ? flags.map(({ flag, property }) =>
            h(
              "li",
              {},
              h("code", { class: "ltr" }, property),
              " ",
              h("a", { href: `${flagsPage}#${flag}`, class: "ltr" }, flag),
              h("span", { class: "muted" }, ` ${flagWords[flag]}`),
            ),
          )
        : [h("li", { class: "muted" }, words.noFlags)]),
    );
  }

  function showFindings(findings: readonly Finding[]): void {
    byId("findings-none").hidden = findings.length > 0;
    byId("findings-list").replaceChildren(
      ...findings.map((finding, number) => {
        const place = placeOf(form, finding.pointer);
        return h(
          "li",
          { class: `b-finding ${finding.severity}`, id: `finding-${number + 1}`, tabindex: "-1" },
          h(
            "p",
            { class: "b-finding-head" },
            severityBadge(finding.severity),
            " ",
            h("strong", {}, titleOf(finding.rule)),
          ),
          h(
            "p",
            {},
            place
              ? h(
                  "a",
                  {
                    href: "#builder",
                    class: "mono ltr",
                    click: (event: Event) => {
                      event.preventDefault();
                      goTo(place);
                    },
                  },
                  finding.path,
                )
              : h("code", { class: "ltr" }, finding.path),
          ),
          h("p", {}, ...inWords(finding.reason)),
          h(
            "p",
            {},
            h("b", {}, `${words.advice}: `),
            ...inWords(finding.advice),
            " ",
            h("a", { href: `${flagsPage}#${finding.rule}` }, words.more),
          ),
        );
      }),
    );
  }

  function openFinding(event: Event, number: number): void {
    event.preventDefault();
    openTab("check");
    byId(`finding-${number}`).focus();
    byId(`finding-${number}`).scrollIntoView({ block: "nearest" });
  }

  return { show, open };
}

function remarkLine({ severity, message, isSyntax, line }: Remark): HTMLElement {
  return h(
    "p",
    { class: `b-remark ${severity}` },
    h("span", { class: "hidden-text" }, `${words[severity]}: `),
    isSyntax ? words.line(line, message) : message,
  );
}

function severityBadge(severity: Severity): HTMLElement {
  return h("span", { class: `severity ${severity}` }, severityWords[severity]);
}

function titleOf(rule: string): string {
  return isRuleId(rule) ? wordsOf(rule).title : rule;
}
