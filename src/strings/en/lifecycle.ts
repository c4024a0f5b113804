/** Texts about workspaces that are deprecated, withdrawn or renamed: in the list, on cards and on pages. */

/** A day is written as in 2026-11-29; "" where nothing is said. */
interface Said {
  since: string;
  because: string;
  replacement: string;
}

const sentence = (text: string): string => (text === "" || /[.!?…]$/.test(text) ? text : `${text}.`);
const sentences = (...texts: string[]): string => texts.filter((text) => text !== "").join(" ");

export const lifecycle = {
  /** What is added to the notes of a deprecated workspace, which has notes already or not. */
  inNotes: (notes: string, { since, because, replacement }: Said) =>
    sentences(
      sentence(notes.trim()),
      since ? `Deprecated since ${since}.` : "Deprecated.",
      sentence(because),
      replacement && `Use ${replacement} instead.`,
    ),
  deprecated: "Deprecated",
  deprecatedSince: (date: string) => `Deprecated since ${date}`,
  withdrawn: "Withdrawn",
  withdrawnOn: (date: string) => `Withdrawn on ${date}`,
  withdrawnText:
    "This registry no longer offers this workspace. Installed ones keep working as long as their image can be pulled.",
  useInstead: "Use instead:",
  lastImages: (number: number) => (number === 1 ? "Last image" : "Last images"),
  published: "Published",
  publishedFrom: (from: string, until: string) => `${from} to ${until}`,
};
