import { timeSince } from "../site/time-since.ts";

/** Shows how long ago the marked dates were; the date itself stays as a tooltip. */
for (const time of document.querySelectorAll<HTMLTimeElement>("time[data-ago]")) {
  time.title = time.textContent;
  time.textContent = timeSince(Date.parse(time.dateTime), Date.now(), document.documentElement.lang);
}
