import { importContact as words, importSettings as settingsWords } from "../../../strings/tools.ts";
import { mendAddress } from "./mend-address.ts";
import { isInside, isSameRoot, template, type Correct, type SettingsClues } from "./clues.ts";

/** Where visitors ask for help; null where the issues page of the repository does. */
export function importContact(
  { config, repository }: SettingsClues,
  oldSite: string | null,
  correct: Correct,
): string | null {
  const address = config.contactUrl?.trim() ?? "";
  const from = JSON.stringify(address);
  const leaveOut = (sentence: string): null => {
    correct(sentence);
    return null;
  };
  if (address === "") return null;
  if (isSameRoot(address, template.contactUrl)) return leaveOut(words.template(template.contactUrl));
  if (/^mailto:/i.test(address)) return address;
  if (/^[^\s@/:]+@[^\s@/:]+\.[a-z]{2,}$/i.test(address)) {
    correct(words.mail({ from, to: `mailto:${address}` }));
    return `mailto:${address}`;
  }
  const mended = mendAddress(address);
  if (mended === null) return leaveOut(words.noAddress(from));
  const pages = /^https?:\/\/([\w-]+)\.github\.io\/([^/]+)\/issues\/?$/i.exec(mended.url);
  if (pages) {
    const issues = `https://github.com/${pages[1]}/${pages[2]}/issues`;
    correct(words.pagesIssues({ from, to: issues }));
    return issues === `${repository}/issues` ? null : issues;
  }
  if (oldSite !== null && isInside(mended.url, oldSite) && /\/1\.\d+\//.test(new URL(mended.url).pathname))
    return leaveOut(words.oldPage(from));
  if (mended.reasons.length > 0)
    correct(settingsWords.mended({ key: "contactUrl", from, to: mended.url, reasons: mended.reasons }));
  return mended.url;
}
