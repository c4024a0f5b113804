import { timeSince } from "../site/time-since.ts";

/** Shows how long ago the marked dates were, in the room of the date, so that nothing moves; the date itself stays as a tooltip. */
for (const time of document.querySelectorAll<HTMLTimeElement>("time[data-ago]")) {
  time.title = time.textContent;
  time.style.display = "inline-block";
  time.style.minInlineSize = `${time.offsetWidth}px`;
  time.textContent = timeSince(Date.parse(time.dateTime), Date.now(), document.documentElement.lang);
}
