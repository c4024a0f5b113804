import sharp from "sharp";
import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { builderSite, check, filesOf, jsonOf, openBuilder, settle } from "./builder-page.ts";

const address = await builderSite();
const color = { width: 0, height: 0, channels: 4, background: "#c04020" } as const;
const png = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { ...color, width, height } })
    .png()
    .toBuffer();

async function choose(page: Page, name: string, buffer: Buffer, mimeType = ""): Promise<string> {
  await page.setInputFiles("#icon-file", { name, mimeType, buffer });
  await page.waitForFunction(
    () => !["", "Reading the picture …"].includes(document.querySelector("#icon-note")!.textContent),
  );
  const note = (await page.textContent("#icon-note"))!;
  await page.evaluate(() => (document.querySelector("#icon-note")!.textContent = ""));
  return note;
}

/** The icon out of the zip. */
async function saved(page: Page): Promise<[name: string, bytes: Buffer]> {
  const download = page.waitForEvent("download");
  await page.locator(".b-bar [data-download]").click();
  if (await page.isVisible("#download-anyway")) await page.click("#download-anyway");
  const [path, bytes] = Object.entries(await filesOf(await download)).find(
    ([path]) => !path.endsWith(".json"),
  )!;
  return [path.split("/")[1]!, Buffer.from(bytes)];
}

test.each<[string, string, () => Promise<Buffer>, number, string]>([
  ["wide", "Wide.png", () => png(800, 300), 256, "workspace.png"],
  ["tall and small", "tall.png", () => png(40, 100), 100, "workspace.png"],
  [
    "a photo",
    "photo.JPG",
    () =>
      sharp(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1000"/>'))
        .flatten()
        .jpeg()
        .toBuffer(),
    256,
    "workspace.png",
  ],
  [
    "a picture of a newer kind",
    "new.avif",
    () =>
      sharp({ create: { ...color, width: 300, height: 300 } })
        .avif()
        .toBuffer(),
    256,
    "workspace.png",
  ],
])(
  "%s: it becomes a square PNG of at most 256 pixels, which check accepts",
  async (_, name, make, side, file) => {
    const page = await openBuilder(address);
    expect(await choose(page, name, await make())).toContain(`${side} × ${side} pixels`);
    expect((await jsonOf(page))["image_src"]).toBe(file);
    const [path, bytes] = await saved(page);
    expect(path).toBe(file);
    expect(await sharp(bytes).metadata()).toMatchObject({ width: side, height: side, format: "png" });
  },
);

test("the picture stands in the middle, with nothing around it", async () => {
  const page = await openBuilder(address);
  await choose(page, "wide.png", await png(800, 400));
  const { data, info } = await sharp((await saved(page))[1])
    .raw()
    .toBuffer({ resolveWithObject: true });
  const alpha = (x: number, y: number): number => data[(y * info.width + x) * info.channels + 3]!;
  expect([alpha(128, 10), alpha(128, 128), alpha(5, 128), alpha(250, 128), alpha(128, 245)]).toEqual([
    0, 255, 255, 255, 0,
  ]);
});

test("what is square and small already stays as it is, byte for byte", async () => {
  const page = await openBuilder(address);
  const icon = await png(128, 128);
  await page.fill("#f-image_src", "mine.png");
  await choose(page, "other.png", icon);
  const [name, bytes] = await saved(page);
  expect([name, bytes.equals(icon)]).toEqual(["mine.png", true]);
});

test("drawings stay drawings: squared by their frame, without what would run", async () => {
  const page = await openBuilder(address);
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" onload="alert(1)"><script>alert(2)</script><rect width="200" height="100" fill="#123456"/></svg>';
  expect(await choose(page, "flat.svg", Buffer.from(svg), "image/svg+xml")).toContain("200 × 200");
  const [name, bytes] = await saved(page);
  expect(name).toBe("workspace.svg");
  expect(bytes.toString()).not.toMatch(/script|onload/);
  expect(bytes.toString()).toContain('viewBox="0 0 200 100"');
  const { problems } = await check({
    "A/workspace.json": '{"image_src": "a.svg"}',
    "A/a.svg": new Uint8Array(bytes),
  });
  expect(problems.filter(({ code }) => code.startsWith("icon"))).toEqual([]);
});

test.each<[string, Buffer, string]>([
  ["text.png", Buffer.from("no picture"), "is of no format on Kasm's list"],
  [
    "broken.svg",
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><g></svg>'),
    "cannot be read as a picture",
  ],
  ["cut.png", (await png(300, 200)).subarray(0, 60), "cannot be read as a picture"],
  [
    "scan.tiff",
    await sharp({ create: { ...color, width: 60, height: 60 } })
      .tiff()
      .toBuffer(),
    "of no format on Kasm's list (a TIFF picture)",
  ],
])("%s is refused in check's words, and the icon before it stays", async (name, bytes, words) => {
  const page = await openBuilder(address);
  await page.click("#icon-draw");
  await page.evaluate(() => (document.querySelector("#icon-note")!.textContent = ""));
  expect(await choose(page, name, bytes)).toContain(words);
  expect((await jsonOf(page))["image_src"]).toBe("workspace.svg");
});

test("dropped and pasted pictures count; a text that is pasted stays a text", async () => {
  const page = await openBuilder(address);
  const base64 = (await png(64, 64)).toString("base64");
  const send = (type: "drop" | "paste", withText: boolean): Promise<void> =>
    page.evaluate(
      ({ type, base64, withText }) => {
        const data = new DataTransfer();
        data.items.add(
          new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], `${type}.png`, {
            type: "image/png",
          }),
        );
        if (withText) data.setData("text/plain", "words");
        const target =
          type === "drop" ? document.querySelector("#icon-field")! : document.querySelector("#f-notes")!;
        const event =
          type === "drop"
            ? new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true })
            : new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
        target.dispatchEvent(event);
      },
      { type, base64, withText },
    );
  await send("paste", true);
  await settle(page);
  expect(await jsonOf(page)).not.toHaveProperty("image_src");
  await send("paste", false);
  await page.waitForFunction(() => document.querySelector("#icon-note")!.textContent.startsWith("paste.png"));
  await page.click("#icon-remove");
  expect(await jsonOf(page)).not.toHaveProperty("image_src");
  await send("drop", false);
  await page.waitForFunction(() => document.querySelector("#icon-note")!.textContent.startsWith("drop.png"));
  expect((await jsonOf(page))["image_src"]).toBe("workspace.png");
});

test("says what a drawing loses, and draws the rest", async () => {
  const page = await openBuilder(address);
  const red =
    '<style>@import url(https://a.example/x.css);.a{fill:#e00}</style><rect class="a" width="64" height="64"/>';
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${red}</svg>`;
  const note = await choose(page, "red.svg", Buffer.from(drawing));
  expect(note).toContain('Left out, because a drawing may not run or load anything: "@import url(');
  const [, bytes] = await saved(page);
  expect(bytes.toString()).toBe(drawing.replace(/@import[^;]*;/, ""));
});
