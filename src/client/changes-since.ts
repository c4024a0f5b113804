import { formatDate } from "../site/format.ts";
import { history as words } from "../strings/history.ts";
import { byId } from "./elements.ts";

/** Shows the changes since the day in the address alone: `?since=2026-11-01`. */
const day = new URLSearchParams(location.search).get("since") ?? "";
const since = Date.parse(day);
if (/^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(since)) {
  let number = 0;
  for (const change of document.querySelectorAll<HTMLElement>("[data-time]")) {
    change.hidden = Number(change.dataset["time"]) < since;
    if (!change.hidden) number++;
  }
  for (const month of document.querySelectorAll<HTMLElement>(".change-month"))
    month.hidden = !month.querySelector("[data-time]:not([hidden])");
  for (const label of document.querySelectorAll<HTMLElement>(".change-kinds label")) {
    const count = label.querySelector(".change-count");
    const kind = label.querySelector("input")?.id.replace("kind-", "");
    const shown = document.querySelectorAll(`.change-list > .${kind}:not([hidden])`).length;
    if (count) count.textContent = String(shown);
    label.hidden = count !== null && shown === 0;
  }
  byId("since-text").textContent = words.since(number, formatDate(since, document.documentElement.lang));
  byId("since").hidden = false;
}
