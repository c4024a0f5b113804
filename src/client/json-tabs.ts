/** A link to a line of the JSON shows the tab that holds it. */
function showTarget(): void {
  const line = document.getElementById(location.hash.slice(1));
  const panel = line?.closest(".json-panel");
  if (!line || !panel) return;
  const place = [...document.querySelectorAll(".json-panel")].indexOf(panel);
  const tab = document.querySelectorAll<HTMLInputElement>(".json-tabs input")[place];
  if (!tab || tab.checked) return;
  tab.checked = true;
  line.scrollIntoView();
}
addEventListener("hashchange", showTarget);
// A link to the line that the address names already changes no hash.
addEventListener("click", () => setTimeout(showTarget));
showTarget();
