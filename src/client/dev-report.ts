import "../styles/dev-report.css";

/** Under npm run dev only (src/publish/astro/dev-report.ts): what is wrong in the content folder, at the foot of whatever page is looked at. */
export interface DevReport {
  /** One line. */
  summary: string;
  /** As npm run check prints it. */
  text: string;
}

import.meta.hot?.on("registry:report", ({ summary, text }: DevReport) => {
  const bar = document.createElement("details");
  bar.id = "dev-report";
  const head = document.createElement("summary");
  head.textContent = summary;
  const body = document.createElement("pre");
  body.textContent = text;
  bar.append(head, body);
  document.getElementById(bar.id)?.remove();
  document.body.append(bar);
});
import.meta.hot?.send("registry:ask");
