import { afterEach, expect, test } from "vitest";
import { drawIcon } from "./draw-icon.ts";
import { drawPictures, sharePictures } from "./pictures.ts";

const drawn: unknown[] = [];
afterEach(() => {
  drawn.length = 0;
  sharePictures(undefined as never);
});

/** Draws every picture as its own bytes, but none that begins with "bad". */
const share = (): void =>
  sharePictures({
    draw: (job: unknown) => {
      drawn.push(job);
      const { bytes } = job as { bytes: Uint8Array };
      return Buffer.from(bytes).toString().startsWith("bad")
        ? Promise.reject(new Error("bad"))
        : Promise.resolve([bytes]);
    },
  } as never);

const letter = (text: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96"><rect x="3" y="3" width="90" height="90" rx="21" fill="#0f6b75"/><text x="48" y="65" font-family="sans-serif" font-size="48" font-weight="700" fill="#fff" text-anchor="middle">${text}</text></svg>`;

test.each([
  ["the picture", "good", "good"],
  ["a letter when there is no picture", null, letter("L")],
  ["a letter when the picture cannot be drawn", "bad", letter("L")],
])("draws %s", async (_, source, expected) => {
  share();
  const bytes = source === null ? null : Buffer.from(source);
  expect(Buffer.from(await drawIcon(bytes, "Lab", 48)).toString()).toBe(expected);
  expect(drawn.at(-1)).toMatchObject({ kind: "square", side: 48 });
});

test("says how to start when nothing draws pictures", async () => {
  await expect(drawPictures({ kind: "square", bytes: new Uint8Array(), side: 1 })).rejects.toThrow(
    "npm run build or npm run dev",
  );
});
