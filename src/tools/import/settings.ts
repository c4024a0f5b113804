import { importSettings as words } from "../../strings/tools.ts";
import { importContact } from "./settings/contact.ts";
import { importIcon, type ImportedIcon } from "./settings/icon.ts";
import { importAddress } from "./settings/site-address.ts";
import { isDetected, template, type Correct, type SettingsClues } from "./settings/clues.ts";

/** Content of registry.json, and a line for each value that was not taken over as it was. */
export interface ImportedSettings {
  /** Keys of registry.json in their usual order. */
  registry: {
    name?: string;
    description?: string;
    icon?: string;
    contact_url?: string;
    url?: string;
    default_channel?: string;
  };
  /** One sentence each: what was there, why it is not taken over, what is there now. */
  corrections: string[];
  /** A picture of the old site that is copied into public/: path in the repository and file name. */
  picture: ImportedIcon["picture"];
  /** The root of the old site, with a slash at its end; null where it is not known. */
  oldSite: string | null;
}

/** Takes the settings over, mends what is known to go wrong, and says so. Pure; asks no server. */
export function importSettings(clues: SettingsClues): ImportedSettings {
  const { config } = clues;
  const corrections = config.unread.map(words.unread);
  const correct: Correct = (sentence) => void corrections.push(sentence);
  const oldSite = importAddress(clues, correct);
  const name = importName(config.name, correct);
  const description = config.description?.trim();
  if (description === template.description) correct(words.templateDescription);
  const { icon, picture } = importIcon(clues, oldSite, correct);
  const contact = importContact(clues, oldSite, correct);
  const channel = config.defaultChannel?.trim();
  const registry = {
    ...(name && { name }),
    ...(description && description !== template.description && { description }),
    ...(icon !== null && { icon }),
    ...(contact !== null && { contact_url: contact }),
    ...(oldSite !== null && !isDetected(oldSite) && { url: oldSite }),
    ...(channel && { default_channel: channel }),
  };
  return { registry, corrections, picture, oldSite };
}

function importName(from: string | undefined, correct: Correct): string | null {
  const name = from?.trim();
  if (name === undefined) return null;
  if (name === template.name || name === "") {
    correct(name === "" ? words.emptyName : words.templateName(name));
    return null;
  }
  if (name !== from) correct(words.spacedName({ from: JSON.stringify(from), name: JSON.stringify(name) }));
  return name;
}
