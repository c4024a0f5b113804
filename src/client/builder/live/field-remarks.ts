import type { Finding } from "../../../registry/model/types.ts";
import { builderLive as words } from "../../../strings/builder-live.ts";
import { byId, makeElement } from "../../elements.ts";
import type { Remark } from "./check-draft.ts";
import { fieldOf, slotOf } from "./field-of-pointer.ts";
import { severityBadge, titleOf } from "./finding-words.ts";

/** Makes the function that shows remarks and findings at their fields, in place of those that it showed before. */
export function bindFieldRemarks(
  form: HTMLElement,
  goToFinding: (number: number) => void,
): (remarks: readonly Remark[], findings: readonly Finding[]) => void {
  let filledSlots: HTMLElement[] = [];
  let invalidControls: HTMLElement[] = [];

  function put(field: HTMLElement, line: HTMLElement): void {
    const slot = slotOf(field);
    if (!slot) return;
    filledSlots.push(slot);
    slot.append(line);
  }

  function markInvalid(field: HTMLElement): void {
    for (const control of field.querySelectorAll<HTMLElement>(".field, input[type=checkbox]")) {
      control.setAttribute("aria-invalid", "true");
      invalidControls.push(control);
    }
  }

  return (remarks, findings) => {
    for (const slot of filledSlots) slot.replaceChildren();
    for (const control of invalidControls) control.removeAttribute("aria-invalid");
    filledSlots = [];
    invalidControls = [];
    for (const remark of remarks) {
      const field = remark.isSyntax ? byId("json") : fieldOf(form, remark.pointer);
      if (!field) continue;
      put(field, remarkLine(remark));
      if (remark.severity === "error") markInvalid(field);
    }
    findings.forEach((finding, place) => {
      const field = fieldOf(form, finding.pointer);
      if (field) put(field, findingLine(finding, place + 1, goToFinding));
    });
  };
}

function remarkLine({ severity, message, isSyntax, line }: Remark): HTMLElement {
  return makeElement(
    "p",
    { class: `b-remark ${severity}` },
    makeElement("span", { class: "hidden-text" }, `${words[severity]}: `),
    isSyntax ? words.line(line, message) : message,
  );
}

function findingLine(finding: Finding, number: number, goToFinding: (number: number) => void): HTMLElement {
  const click = (event: Event): void => {
    event.preventDefault();
    goToFinding(number);
  };
  return makeElement(
    "p",
    { class: "b-note" },
    severityBadge(finding.severity),
    " ",
    makeElement("a", { href: `#finding-${number}`, click }, titleOf(finding.rule)),
  );
}
