const today = Math.floor(Date.now() / 86_400_000);

/** Shows the marks of cards that hold today. */
export function showMarks(within: ParentNode): void {
  for (const mark of within.querySelectorAll<HTMLElement>("[data-until]"))
    mark.hidden = Number(mark.dataset["until"]) < today;
}

showMarks(document);
