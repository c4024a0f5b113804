import { resolve } from "node:path";
import {
  imageDefaults,
  madeForKasm,
  nameFromImage,
  type ConvertedWorkspace,
  type ImageDefault,
} from "../../src/docker/index.ts";
import type { Answers } from "../../src/edit/new/compose-workspace.ts";
import type { ImageLock } from "../../src/registry/model/image-lock.ts";
import { defaultSchema } from "../../src/registry/model/releases.ts";
import { newWorkspace as words } from "../../src/strings/commands.ts";
import { answer, type Asker, type Question } from "./ask.ts";
import { contentFolder, invocationFolder, textOption, UsageError, type Values } from "./cli.ts";
import { lockIn } from "./lock-in.ts";
import * as questions from "./new-questions.ts";

/** How answers are got, from options or from a person. */
interface Interview {
  values: Values;
  converted: ConvertedWorkspace | null;
  get: <T>(question: Question<T>, known?: string) => Promise<T | null>;
  note: (text: string) => void;
}

type Collected = Omit<Answers, "more" | "icon"> & { icon: questions.IconAnswer | null; notes: string[] };

/** All answers, in the order in which one leads to the next, and what is to be said of them. Throws UsageError naming every missing option. */
export async function collect(
  values: Values,
  converted: ConvertedWorkspace | null,
  asker: Asker | null,
): Promise<Collected> {
  const missing: string[] = [];
  const notes: string[] = [];
  // Said at once where somebody answers, because the next answers depend on it.
  const note = (text: string): void => void (asker ? asker.tell(`  ${text}`) : notes.push(text));
  const get = <T>(question: Question<T>, known?: string): Promise<T | null> =>
    answer(question, listOption(values, question.option) ?? known, values["yes"] === true, asker, missing);
  // The schema and the icon have a default that always works: without a person, their options are never missing.
  const schema = await get(questions.schemaQuestion(), asker ? undefined : defaultSchema);
  const convertedImage = converted?.workspace["name"];
  const image = await get(
    questions.imageQuestion(),
    typeof convertedImage === "string" ? convertedImage : undefined,
  );
  const lock = lockIn(contentFolder(values)) ?? null;
  const kasm = madeForKasm(image ?? "", lock, converted);
  if (kasm) note(`${kasm.answer} ${kasm.reason}`);
  const title = converted && image === convertedImage ? converted.title : nameFromImage(image ?? "");
  const name = await get(questions.nameQuestion(title));
  const description = await get(questions.descriptionQuestion(name ?? ""));
  const categories = await get(questions.categoryQuestion());
  const facts = await collectFacts({ values, converted, get, note }, image ?? "", lock);
  const iconQuestion = questions.iconQuestion((typed) => resolve(invocationFolder(), typed));
  const icon = await get(iconQuestion, asker ? undefined : "");
  const answers = { schema, image, name, description, categories, ...facts };
  if (missing.length > 0 || !areComplete(answers))
    throw new UsageError(values["yes"] === true ? words.noDefaults(missing) : words.noTerminal(missing));
  return { ...answers, size: answers.size ?? null, icon, notes };
}

/** The answers that the image may tell. */
async function collectFacts(
  { values, converted, get, note }: Interview,
  image: string,
  lock: ImageLock | null,
): Promise<{ architectures: string[] | null; versions: string[] | null; size: number | null | undefined }> {
  const defaults = new Map(imageDefaults(image, lock).map((each) => [each.key, each]));
  /** What the image tells, as it is typed; a note says from where. "" where an option says it, or the image does not. */
  const told = (option: string, key: ImageDefault["key"]): string => {
    const found = listOption(values, option) === undefined ? defaults.get(key) : undefined;
    if (found) note(found.said);
    return found ? [found.value].flat().join(",") : "";
  };
  const written = converted?.workspace["architecture"];
  const suggested = Array.isArray(written) ? written.map(String).join(",") : told("arch", "architecture");
  const architectures = await get(questions.architectureQuestion(suggested));
  const versions = await get(questions.versionQuestion(told("compat", "compatibility")));
  const measured = told("size", "uncompressed_size_mb");
  // What can be measured is not to be guessed.
  const isLater = lock !== null && measured === "" && textOption(values, "size") === undefined;
  const size = isLater ? undefined : await get(questions.sizeQuestion(), measured || undefined);
  return { architectures, versions, size };
}

type Complete<T> = { [Key in keyof T]: Exclude<T[Key], null> };

function areComplete<T extends object>(answers: T): answers is T & Complete<T> {
  return !Object.values(answers).includes(null);
}

/** The text of an option; a repeated one is joined by commas. */
function listOption(values: Values, name: string): string | undefined {
  const value = values[name];
  return Array.isArray(value) ? value.join(",") : textOption(values, name);
}
