import { pasteFaults } from "../strings/docker.ts";
import { PasteError } from "./converted-workspace.ts";
import type { RunCommand } from "./find-run.ts";
import { options, shortOptions, type Option } from "./options.ts";
import type { Word } from "./read-word.ts";
import type { Variable } from "./variables.ts";
import { imageFault, imageOf } from "./values/image.ts";

/** One option as it was given; `known` is null for an option that docker and podman do not have. */
export interface Given {
  /** As written, without its value: `-e`, `--env`. */
  written: string;
  known: Option | null;
  value: string;
  variables: Variable[];
}

export interface Arguments {
  given: Given[];
  image: Word;
  /** Words after the image. */
  command: Word[];
}

/**
 * Reads options, image and command by the rules of docker's own command line (pflag): `--opt value`, `--opt=value`,
 * `-p80:80`, clusters such as `-itd`, `--` and no options behind the image. Throws PasteError where there is no image.
 */
export function readOptions({ words, command }: RunCommand): Arguments {
  const given: Given[] = [];
  let at = 0;
  /** The next word as the value of an option. */
  const next = (option: Word, written: string): Word => {
    const value = words[++at];
    if (!value) throw new PasteError(pasteFaults.needsValue(written), option.start);
    return value;
  };
  for (let word = words[at]; word; word = words[++at]) {
    if (word.text === "--") {
      at++;
      break;
    }
    if (!/^-./.test(word.text)) break;
    if (word.text.startsWith("--")) given.push(readLong(word, words.slice(at + 1), next));
    else given.push(...readCluster(word, next));
  }
  const image = words[at];
  refuseFillIns(words, at);
  if (!image) throw new PasteError(noImage(command.endedBy), command.end);
  const unknown = image.variables.find(({ kind }) => kind === "kept");
  if (unknown) throw new PasteError(pasteFaults.variableInImage(unknown.written), unknown.at);
  const fault = imageFault(image.text);
  // Other texts are rather a value in the place of the image, for want of quotes before it.
  const isMeant = /:\/\/|[@%{]/.test(image.text);
  if (fault !== null) throw new PasteError(isMeant ? fault : pasteFaults.notImage(image.text), image.start);
  return { given, image, command: words.slice(at + 1) };
}

/** Throws PasteError at the first word that stands for a value of the reader's, or that a text program has changed. */
function refuseFillIns(words: readonly Word[], imageAt: number): void {
  for (const [index, { text, start, quoted, variables }] of words.entries()) {
    const placeholder = variables.find(({ kind }) => kind === "placeholder");
    if (placeholder) throw new PasteError(pasteFaults.placeholder(placeholder.written), placeholder.at);
    const synopsis = index === imageAt ? /^(?:\.{3,}|…)$|^[[{]/ : /^(?:\.{3,}|…|\[[a-z_]{3,}[.…]*\])$/i;
    if (index >= imageAt && !quoted && synopsis.test(text))
      throw new PasteError(pasteFaults.placeholder(text), start);
    const changed = index > imageAt || quoted ? null : /^-?([‐‑‒–—―−])|(?:^|=)([“”„‟‘’‚‛])/.exec(text);
    const [, dash, quote = ""] = changed ?? [];
    if (changed)
      throw new PasteError(
        pasteFaults.typographic(dash ?? quote, dash ? "-" : /[“”„‟]/.test(quote) ? '"' : "'"),
        start,
      );
  }
}

function readLong(word: Word, following: Word[], next: (option: Word, written: string) => Word): Given {
  const equals = word.text.indexOf("=");
  const written = equals < 0 ? word.text : word.text.slice(0, equals);
  const known = options.get(written.slice(2)) ?? null;
  const { variables } = word;
  if (equals >= 0) return { written, known, value: word.text.slice(equals + 1), variables };
  if (known && !known.value) return { written, known, value: "true", variables };
  if (!known && !looksLikeValue(following)) return { written, known, value: "", variables };
  const value = next(word, written);
  return { written, known, value: value.text, variables: value.variables };
}

/** Nobody knows whether an unknown option takes a value: the next word is one where the image seems to come later. */
function looksLikeValue([word, after]: Word[]): boolean {
  if (!word || word.text.startsWith("-")) return false;
  if (!imageOf(word.text)) return true;
  if (/[/:]/.test(word.text) || !after) return false;
  return after.text.startsWith("-") || (/[/:]/.test(after.text) && imageOf(after.text) !== null);
}

/** `-itd`, `-p80:80`, `-e=A=b`, `-dp 80:80`: flags, and at most one option with a value at the end. */
function readCluster(word: Word, next: (option: Word, written: string) => Word): Given[] {
  const given: Given[] = [];
  const { text, variables } = word;
  for (let at = 1; at < text.length; at++) {
    const letter = text.charAt(at);
    const written = `-${letter}`;
    const known = shortOptions.get(letter) ?? null;
    const rest = text.slice(at + 1);
    if (rest.startsWith("=")) return [...given, { written, known, value: rest.slice(1), variables }];
    if (!known) return [...given, { written: `-${text.slice(at)}`, known, value: "", variables }];
    if (!known.value) given.push({ written, known, value: "true", variables: [] });
    else if (rest) return [...given, { written, known, value: rest, variables }];
    else {
      const value = next(word, written);
      return [...given, { written, known, value: value.text, variables: value.variables }];
    }
  }
  return given;
}

function noImage(endedBy: string): string {
  if (endedBy === "\n") return pasteFaults.noImageInLine();
  return endedBy ? pasteFaults.noImageBefore(endedBy) : pasteFaults.noImage();
}
