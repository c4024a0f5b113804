import { builderLive } from "../../src/strings/builder-live.ts";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { propertyGroups } from "../../src/review/catalogue/properties.ts";
import { drawing } from "../support/run.ts";
import { open } from "../support/browser.ts";
import { builderSite, check, jsonOf, openBuilder, settle } from "./builder-page.ts";

const address = await builderSite();

test("typing JSON fills the form; the form writes JSON; keys keep the schema's order, and unknown ones stay", async () => {
  const page = await openBuilder(address);
  await page.getByRole("tab", { name: "JSON" }).click();
  const typed = {
    frendly_name: "X",
    cores: 2,
    run_config: {
      volumes: { "/a": { bind: "/b", mode: "ro", extra: 1 } },
      environment: { A: 1, B: "x" },
      cap_add: "SYS_ADMIN",
      nonsense: [1],
    },
    exec_config: { go: { cmd: ["a", "b"], user: 0 } },
    image_src: "x.png",
    __proto__x: null,
  };
  await page.fill("#json-text", JSON.stringify(typed));
  expect(await page.inputValue("#f-cores")).toBe("2");
  await page.locator('[data-name="environment"] .b-row').nth(1).getByLabel("Value").fill("y");
  expect(await jsonOf(page)).toEqual({
    $schema: "../../schema/workspace-1.0.schema.json",
    ...typed,
    run_config: { ...typed.run_config, environment: { A: 1, B: "y" } },
  });
  expect(Object.keys(await jsonOf(page))).toEqual([
    "$schema",
    "image_src",
    "run_config",
    "exec_config",
    "cores",
    "frendly_name",
    "__proto__x",
  ]);
  await page
    .locator('[data-name="frendly_name"]')
    .getByRole("button", { name: "Remove frendly_name" })
    .click();
  expect(Object.keys(await jsonOf(page))).not.toContain("frendly_name");
  await page.locator('[data-name="go"] [data-name="cmd"] input').nth(1).fill("c");
  expect((await jsonOf(page))["exec_config"]).toEqual({ go: { cmd: ["a", "c"], user: 0 } });
});

test("JSON that cannot be read: the words and the line of check", async () => {
  const page = await openBuilder(address);
  for (const [mistake, text] of [
    ["a trailing comma", '{\n  "friendly_name": "A",\n}'],
    ["a comment", '{\n  // hello\n  "cores": 1\n}'],
    ["a missing comma", '{\n  "friendly_name": "A"\n  "cores": 1\n}'],
    ["a list", "[1]"],
    ["nothing", ""],
    ["a key given twice", '{ "cores": 1,\n "cores": 2 }'],
  ] as const) {
    await page.fill("#f-friendly_name", "Before");
    await page.getByRole("tab", { name: "JSON" }).click();
    await page.fill("#json-text", text);
    await settle(page);
    const { problems } = await check({ "Before/workspace.json": text });
    const first = problems.find(({ code }) => code.startsWith("json-"))!;
    expect(await page.locator("#problems-list").textContent(), mistake).toContain(first.message);
    expect(await page.inputValue("#json-text"), mistake).toBe(text);
    if (first.code === "json-duplicate-key") continue;
    expect(await page.textContent("#json-problem"), mistake).toContain(first.message);
    expect(await page.getAttribute("#json-text", "aria-invalid"), mistake).toBe("true");
    // The form has the values that could be read last; typing there writes the JSON again, which can be taken back.
    expect(await page.inputValue("#f-friendly_name"), mistake).toBe("Before");
    await page.fill("#f-friendly_name", "After");
    expect(await jsonOf(page), mistake).toMatchObject({ friendly_name: "After" });
    await page.click("#undo");
    expect(await page.inputValue("#json-text"), mistake).toBe(text);
  }
});

test("launch_config is a form: its questions and their file, with all else of it kept", async () => {
  const page = await openBuilder(address);
  await page.getByRole("tab", { name: "JSON" }).click();
  const area = page.locator("#json-text");
  await area.fill(
    JSON.stringify({ launch_config: { launch_form: [{ key: "a", help: "H", required: false }], other: 1 } }),
  );
  await settle(page);
  const field = page.locator('[data-key="launch_config"]');
  await field.getByLabel("Destination").fill("answers.json");
  await field.getByLabel("Required").selectOption("true");
  await field.getByRole("button", { name: "Add a question" }).click();
  await page.keyboard.type("region");
  await settle(page);
  expect((await jsonOf(page))["launch_config"]).toEqual({
    launch_form: [{ key: "a", help: "H", required: true }, { key: "region" }],
    other: 1,
    file_mapping: { destination: "answers.json" },
  });
  await expect.poll(() => field.textContent()).toContain("is no absolute path");
  await area.fill(JSON.stringify({ launch_config: { launch_form: "x" }, x_res: 1 }));
  await settle(page);
  expect(await field.getByLabel("launch_config as JSON").inputValue()).toContain('"launch_form": "x"');
  expect(await page.locator('[data-key="x_res"] input').inputValue()).toBe("1");
});

test("options of run_config, all 90 on offer, can be added, changed as JSON and removed", async () => {
  const page = await openBuilder(address);
  const all = Object.keys(propertyGroups);
  expect(await page.locator("#run-pick option[data-json-type]").count()).toBe(all.length);
  // hostname and every ninth: what each begins with is option-defaults.test.ts's.
  const names = all.filter((name, place) => name === "hostname" || place % 9 === 4);
  for (const name of names) {
    await page.selectOption("#run-pick", name);
    await page.press("#run-pick", "Enter");
  }
  expect(Object.keys((await jsonOf(page))["run_config"] as object)).toEqual(names);
  await settle(page);
  // Each begins with a value of a type that Docker's library takes.
  expect(await page.locator("#findings-list strong").allTextContents()).not.toContain(
    "A value of another type",
  );
  const toggles = page.locator("[data-key=run_config] .b-option-head .b-quiet:not([hidden])", {
    hasText: "As JSON",
  });
  await toggles.evaluateAll((buttons: HTMLElement[]) => buttons.forEach((button) => button.click()));
  await page.locator('[data-name="hostname"] textarea').fill('"kasm"');
  expect((await jsonOf(page))["run_config"]).toMatchObject({ hostname: "kasm" });
  for (const name of names)
    await page.locator(`[data-name="${name}"] button[aria-label="Remove ${name}"]`).dispatchEvent("click");
  expect(Object.keys(await jsonOf(page))).toEqual(["$schema"]);
});

test("pasted: a workspace.json, one with a mistake, an entry of a list, something else", async () => {
  const page = await openBuilder(address);
  await page.getByText("Start from a docker run command").click();
  const paste = async (text: string): Promise<void> => {
    await page.fill("#paste-text", text);
    await page.click("#paste-read");
    await settle(page);
  };
  await paste(
    '{"friendly_name": "Pasted", "compatibility": [{"version": "1.19.x"}], "sha": "0123", "flags": []}',
  );
  expect(await jsonOf(page)).toEqual({
    $schema: "../../schema/workspace-1.1.schema.json",
    friendly_name: "Pasted",
    compatibility: [{ version: "1.19.x" }],
  });
  await paste("docker run --privileged ghcr.io/example/other:3");
  expect(await jsonOf(page)).toMatchObject({
    friendly_name: "Pasted",
    compatibility: [{ version: "1.19.x", image: "ghcr.io/example/other:3" }],
    run_config: { privileged: true },
  });
  await paste('{"friendly_name": "Broken",}');
  expect(await page.inputValue("#json-text")).toBe('{"friendly_name": "Broken",}');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("json-text");
  await paste("hello world");
  expect(await page.locator("#paste-outcome .b-remark").count()).toBe(1);
  await paste("");
  expect(await page.textContent("#paste-outcome")).toContain(builderLive.pasteEmpty);
});

test("names and categories of the registry are known: offered, and doubles named as check does", async () => {
  const page = await openBuilder(address);
  expect(
    await page
      .locator("#known-categories option")
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value)),
  ).toEqual(["Development", "Graphics"]);
  await page.fill("#f-friendly_name", "editor");
  await page.fill("#folder", "Other");
  await page.locator("[data-key=categories] input").fill("graphics");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() =>
    document.querySelector("#problems-list")?.textContent?.includes("also used by Editor"),
  );
  await settle(page);
  expect(await page.textContent("#problems-list")).toContain('"Graphics", which 1 of');
});

/** Opens the builder, whose later parts come when they are let. */
async function openEarly(): Promise<{ page: Page; arrive: () => void }> {
  let arrive!: () => void;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  const prepare = async (page: Page): Promise<void> =>
    void (await page.route(/\/_astro\/start\./, (route) => void arrived.then(() => route.continue())));
  const page = await open(address, { prepare });
  return { page, arrive };
}

test("what is pasted and pressed before the later parts are there is not lost", async () => {
  const { page, arrive } = await openEarly();
  await page.locator(".b-start summary").click();
  await page.fill("#paste-text", '{"friendly_name": "Early", "compatibility": ["1.19.x"]}');
  await page.click("#paste-read");
  expect(await page.inputValue("#f-friendly_name")).toBe("");
  arrive();
  await expect.poll(() => page.inputValue("#f-friendly_name")).toBe("Early");
  expect(await page.inputValue("#paste-text")).toContain("Early");
  // Once: a second answer would be a second step to take back.
  await page.click("#undo");
  expect(await page.inputValue("#f-friendly_name")).toBe("");
});

test("an icon that is chosen before the later parts are there is taken when they are", async () => {
  const { page, arrive } = await openEarly();
  await page.setInputFiles("#icon-file", {
    name: "early.svg",
    mimeType: "image/svg+xml",
    buffer: Buffer.from(drawing),
  });
  expect(await page.locator("#icon-picture img").count()).toBe(0);
  arrive();
  await page.waitForSelector("#icon-picture img");
});

test("hostile text stays text", async () => {
  const page = await openBuilder(address);
  const nasty = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
  await page.getByRole("tab", { name: "JSON" }).click();
  await page.fill(
    "#json-text",
    JSON.stringify({
      friendly_name: nasty,
      description: nasty,
      image_src: nasty,
      categories: [nasty],
      compatibility: [nasty],
      [nasty]: nasty,
      run_config: { [nasty]: { [nasty]: nasty }, volumes: { [nasty]: { bind: nasty } } },
      exec_config: { [nasty]: nasty, go: { cmd: nasty } },
    }),
  );
  await settle(page);
  expect(await page.locator("#builder img, #builder script").count()).toBe(0);
  expect(await page.textContent("#preview-card .card-name")).toBe(nasty);
  await page.reload();
  expect(await page.inputValue("#f-friendly_name")).toBe(nasty);
});

test("without JavaScript the page says what to do instead", async () => {
  const page = await open(address, { scripts: false });
  expect(await page.isVisible("#builder")).toBe(false);
  expect(await page.textContent(".b-no-script")).toContain("npm run new");
  expect(await page.getAttribute(".b-no-script a[rel]", "href")).toBe(
    "https://github.com/example/registry#readme",
  );
});
