import { detectAddress } from "../../../registry/model/address.ts";
import { importAddress as words, importSettings as settingsWords } from "../../../strings/tools.ts";
import { mendAddress } from "./mend-address.ts";
import { isDetected, isSameRoot, template, type Correct, type SettingsClues } from "./clues.ts";

/** The root of the old site, from listUrl and a custom domain; null where listUrl is the template's or beyond repair. */
export function importAddress(clues: SettingsClues, correct: Correct): string | null {
  const { config, repository } = clues;
  const domain = clues.cname?.trim().split(/\s/)[0];
  const from = config.listUrl?.trim() ?? "";
  if (from === "" || isSameRoot(from, template.listUrl)) {
    if (domain) correct(words.fromDomain({ isEmpty: from === "", domain }));
    else correct(from === "" ? words.empty : words.template(template.listUrl));
    return domain ? `https://${domain}/` : null;
  }
  const url = rootOf(config.listUrl ?? "", correct);
  if (url === null) return null;
  if (domain && url.hostname !== domain.toLowerCase()) {
    correct(words.otherDomain({ host: url.hostname, domain }));
    return `https://${domain}/`;
  }
  const base = config.basePath?.trim();
  if (base !== undefined && base.replace(/\/1\.\d+\/?$/, "/1.0") !== `${url.pathname}1.0`)
    correct(words.basePath({ base: JSON.stringify(base), path: url.pathname }));
  const published = repository === null ? null : detectAddress({ env: {}, remote: repository });
  if (
    isDetected(url.href) &&
    repository !== null &&
    published !== null &&
    isDetected(published) &&
    published.toLowerCase() !== url.href.toLowerCase()
  ) {
    correct(words.publishedElsewhere({ said: url.href, repository, published }));
    return published;
  }
  return url.href;
}

/** The root of the site that listUrl names; null where it is no address. */
function rootOf(listUrl: string, correct: Correct): URL | null {
  const mended = mendAddress(listUrl);
  if (mended === null) {
    correct(words.noAddress(JSON.stringify(listUrl)));
    return null;
  }
  const { reasons } = settingsWords;
  const url = new URL(mended.url);
  const corrections = [...mended.reasons];
  const root = url.pathname.replace(/\/(?:1\.\d+|list\.json|versions\.txt|index\.html?)(?=\/|$)/g, "");
  if (root !== url.pathname) corrections.push(reasons.schemaFolder);
  else if (!root.endsWith("/")) corrections.push(reasons.slash);
  url.pathname = root.endsWith("/") ? root : root + "/";
  if (url.search || url.hash) {
    corrections.push(reasons.query);
    [url.search, url.hash] = ["", ""];
  }
  if (corrections.length > 0) {
    const from = JSON.stringify(listUrl);
    correct(settingsWords.mended({ key: "listUrl", from, to: url.href, reasons: corrections }));
  }
  return url;
}
