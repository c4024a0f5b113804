import { expect, test } from "vitest";
import { answer, type Asker, type Question } from "./ask.ts";
import { UsageError } from "./cli.ts";
import {
  architectureQuestion,
  descriptionQuestion,
  imageQuestion,
  nameQuestion,
  sizeQuestion,
  versionQuestion,
} from "./new-questions.ts";

/** A person who types these lines. */
function typing(...lines: string[]): Asker & { prompts: string[]; told: string[] } {
  const prompts: string[] = [];
  const told: string[] = [];
  return {
    prompts,
    told,
    ask: async (prompt) => (prompts.push(prompt), lines.shift() ?? ""),
    tell: (text) => void told.push(text),
    close: () => {},
  };
}

const size = sizeQuestion();

test("an option is taken as given, and a bad one is named", async () => {
  expect(await answer(size, " 900 ", false, null, [])).toBe(900);
  await expect(answer(size, "big", true, typing("900"), [])).rejects.toThrow(
    new UsageError('--size: "big" is no whole number of megabytes.'),
  );
});

test("a default is taken when wanted, or when nothing is typed", async () => {
  const person = typing("");
  expect(await answer(size, undefined, true, null, [])).toBe(0);
  expect(await answer(size, undefined, false, person, [])).toBe(0);
  expect(person.prompts).toStrictEqual(["Size of the pulled image in MB [0]: "]);
});

test("an answer that is not understood is asked for again", async () => {
  const person = typing("big", "-1", "900");
  expect(await answer(size, undefined, false, person, [])).toBe(900);
  expect(person.prompts).toHaveLength(3);
  expect(person.told).toStrictEqual([
    '  "big" is no whole number of megabytes.',
    '  "-1" is no whole number of megabytes.',
  ]);
});

test("without a person nothing waits: the option is missing", async () => {
  const missing: string[] = [];
  expect(await answer(imageQuestion(), undefined, false, null, missing)).toBeNull();
  expect(await answer(imageQuestion(), undefined, true, null, missing)).toBeNull();
  expect(await answer(size, undefined, false, null, missing)).toBeNull();
  expect(missing).toStrictEqual(["--image", "--image", "--size"]);
});

const read = <T>(question: Question<T>, text: string): T | string => {
  try {
    return question.read(text);
  } catch (error) {
    return (error as Error).message;
  }
};

test("answers are understood generously", () => {
  expect(read(architectureQuestion(""), "x86_64, aarch64, amd64")).toStrictEqual(["amd64", "arm64"]);
  expect(read(architectureQuestion(""), "sparc")).toMatch(/no architecture that Kasm knows/);
  expect(read(architectureQuestion(""), ",")).toMatch(/Name amd64/);
  expect(read(versionQuestion(""), "1.20, v1.9.x,1.20.1")).toStrictEqual(["1.9.x", "1.20.x", "1.20.1"]);
  expect(read(versionQuestion(""), "latest")).toMatch(/no Kasm version/);
  expect(read(imageQuestion(), "Bad Image")).toMatch(/no docker image reference: .* Delete/);
  expect(read(nameQuestion(""), "")).toMatch(/needs a name/);
  expect(read(nameQuestion(""), "a\nb")).toMatch(/one line/);
  expect(descriptionQuestion("X").fallback).toBe("X, in the browser.");
});
