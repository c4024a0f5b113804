import { builderLive } from "../../src/strings/builder-live.ts";
import { builder, builderPage } from "../../src/strings/builder.ts";
import { drawMonogram } from "../../src/edit/new/monogram.ts";
import { fromImage, kasmAnswer } from "../../src/strings/docker.ts";
import { schemaChoice } from "../../src/strings/schema.ts";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../support/run.ts";
import { builderSite, check, filesOf, jsonOf, openBuilder, ready, settle, tabTo } from "./builder-page.ts";

const address = await builderSite();
const folder = temporaryFolder();
const picture = join(folder, "photo.png");
writeFileSync(
  picture,
  await sharp({ create: { width: 640, height: 400, channels: 3, background: "#406080" } })
    .png()
    .toBuffer(),
);

test("by keyboard alone: a workspace with security options, exec_config, two architectures and an icon, from nothing to a zip that passes check", async () => {
  const page = await openBuilder(address);
  const { keyboard } = page;
  const chooser = page.waitForEvent("filechooser");
  const type = async (name: string, text: string): Promise<void> => {
    await tabTo(page, name);
    await keyboard.type(text);
  };
  /** Goes on in a list of choices until one has the text. */
  const choose = async (name: string, value: string): Promise<void> => {
    await tabTo(page, name);
    await keyboard.type(value.slice(0, 8), { delay: 5 });
    for (
      let presses = 0;
      presses < 100 &&
      (await page.evaluate(() => (document.activeElement as HTMLSelectElement).value)) !== value;
      presses++
    )
      await keyboard.press("ArrowDown");
    expect(await page.evaluate(() => (document.activeElement as HTMLSelectElement).value)).toBe(value);
  };
  await type("Name", "Sound Lab");
  await type("Description", "Records and edits sound.");
  await tabTo(page, "icon-file");
  await keyboard.press("Enter");
  await (await chooser).setFiles(picture);
  await page.waitForSelector("#icon-picture img");
  await type("Categories", "Multimedia,");
  await type("Docker image", "ghcr.io/example/sound-lab:2.0");
  await type("Size on disk", "3100");
  await tabTo(page, "1.18.x");
  await keyboard.press("Space");
  await tabTo(page, "1.19.x");
  await keyboard.press("Space");
  await tabTo(page, "amd64");
  await keyboard.press("Space");
  await tabTo(page, "arm64");
  await keyboard.press("Space");
  await type("CPU cores", "2");
  await choose("Option to add", "security_opt");
  await keyboard.press("Enter");
  await keyboard.type("seccomp=unconfined");
  await keyboard.press("Enter");
  await keyboard.type("apparmor=unconfined");
  await choose("Option to add", "devices");
  await keyboard.press("Enter");
  await keyboard.type("/dev/snd:/dev/snd:rwm");
  await choose("Option to add", "volumes");
  await tabTo(page, "Add option");
  await keyboard.press("Enter");
  await keyboard.type("/srv/sounds");
  await type(builder.columns.target, "/sounds");
  await choose("Access", "ro");
  await choose("Command to add", "go");
  await tabTo(page, "Add command");
  await keyboard.press("Space");
  await keyboard.type("bash -c '/dockerstartup/custom_startup.sh --go --url \"$KASM_URL\"'");
  await settle(page);
  expect(await page.textContent("#status")).toBe("No problems");

  await tabTo(page, "Download the zip");
  const download = page.waitForEvent("download");
  await keyboard.press("Enter");
  const files = await filesOf(await download);
  expect(Object.keys(files).sort()).toEqual(["Sound Lab/sound-lab.png", "Sound Lab/workspace.json"]);
  const text = new TextDecoder().decode(files["Sound Lab/workspace.json"]);
  expect(
    text.startsWith(
      '{\n  "$schema": "../../schema/workspace-1.0.schema.json",\n  "friendly_name": "Sound Lab",\n',
    ),
  ).toBe(true);
  expect(JSON.parse(text)).toEqual({
    $schema: "../../schema/workspace-1.0.schema.json",
    friendly_name: "Sound Lab",
    name: "ghcr.io/example/sound-lab:2.0",
    description: "Records and edits sound.",
    image_src: "sound-lab.png",
    architecture: ["amd64", "arm64"],
    compatibility: ["1.18.x", "1.19.x"],
    uncompressed_size_mb: 3100,
    categories: ["Multimedia"],
    run_config: {
      security_opt: ["seccomp=unconfined", "apparmor=unconfined"],
      devices: ["/dev/snd:/dev/snd:rwm"],
      volumes: { "/srv/sounds": { bind: "/sounds", mode: "ro" } },
    },
    exec_config: { go: { cmd: "bash -c '/dockerstartup/custom_startup.sh --go --url \"$KASM_URL\"'" } },
    cores: 2,
  });
  const icon = await sharp(files["Sound Lab/sound-lab.png"]).metadata();
  expect([icon.width, icon.height, icon.format]).toEqual([256, 256, "png"]);
  expect(await check(files)).toMatchObject({ code: 0, problems: [], workspaces: [{ folder: "Sound Lab" }] });
});

test("from a docker run line: what maps is in the form, what does not is named, and the zip passes check", async () => {
  const page = await openBuilder(address);
  await page.getByText("Start from a docker run command").click();
  await page.fill(
    "#paste-text",
    "docker run -d --name sound --restart unless-stopped --security-opt seccomp=unconfined --cap-add SYS_NICE \\\n  -e TZ=Europe/Berlin -v /srv/sounds:/sounds:ro --device /dev/snd --shm-size=1g -u 0 --platform linux/arm64 ghcr.io/example/sound-lab:2.0",
  );
  await page.click("#paste-read");
  await page.getByText(builderLive.pasteNotMapped).waitFor();
  expect(await page.locator(".b-not-mapped dt").allTextContents()).toContain("--name sound");
  expect(await page.inputValue("#f-friendly_name")).toBe("Sound Lab");
  expect(await page.inputValue("#f-name")).toBe("ghcr.io/example/sound-lab:2.0");
  expect(await page.getByLabel("arm64").isChecked()).toBe(true);
  await page.fill("#f-description", "Records and edits sound.");
  await page.fill("#f-uncompressed_size_mb", "3100");
  await page.getByLabel("1.19.x").check();
  await page.click("#icon-draw");
  await settle(page);
  const download = page.waitForEvent("download");
  await page.locator(".b-bar [data-download]").click();
  const files = await filesOf(await download);
  expect(JSON.parse(new TextDecoder().decode(files["Sound Lab/workspace.json"])).run_config).toMatchObject({
    security_opt: ["seccomp=unconfined"],
    cap_add: ["SYS_NICE"],
    environment: { TZ: "Europe/Berlin" },
    shm_size: "1g",
  });
  expect(await check(files)).toMatchObject({ code: 0, problems: [] });
});

test("the same from a compose service, chosen among several; without a network", async () => {
  const page = await openBuilder(address);
  // The parts that are used later load by themselves once the page is idle.
  await page.waitForLoadState("networkidle");
  await page.context().setOffline(true);
  onTestFinished(() => page.context().setOffline(false));
  await page.getByText("Start from a docker run command").click();
  await page.fill(
    "#paste-text",
    "services:\n  db:\n    image: postgres:17\n  desktop:\n    image: ghcr.io/example/desk:1.0\n    privileged: true\n    ports: ['8080:80']\n",
  );
  await page.click("#paste-read");
  await page.selectOption("#paste-service", "desktop");
  await page.getByText(builderLive.pasteNotMapped).waitFor();
  expect(await jsonOf(page)).toMatchObject({
    name: "ghcr.io/example/desk:1.0",
    run_config: { privileged: true, ports: { "80/tcp": 8080 } },
  });
  await page.click("#icon-draw");
  const download = page.waitForEvent("download");
  await page.locator(".b-bar [data-download]").click();
  await page.click("#download-anyway");
  expect(Object.keys(await filesOf(await download)).sort()).toEqual(["Desk/desk.svg", "Desk/workspace.json"]);
});

test("problems are in check's own words: in the list, at the field, tied to the control", async () => {
  const page = await openBuilder(address);
  await page.fill("#f-friendly_name", "Lab");
  await page.fill("#f-name", "Example/Lab");
  await page.fill("#f-uncompressed_size_mb", "2 GB");
  await page.fill("#f-cores", "-1");
  await page.fill("#f-docker_registry", "https://hub.docker.com/r/x");
  await page.getByLabel("Another version").first().fill("1.13");
  await page.click("#icon-draw");
  await page.fill("#f-image_src", "lab.png");
  await settle(page);
  // Not a word about fields that nobody has come to yet.
  expect(await page.locator("#left-list a").allTextContents()).toEqual(
    expect.arrayContaining(["Description", "Architectures"]),
  );
  expect(await page.textContent("#f-description-problem")).toBe("");

  await page.locator(".b-bar [data-download]").click();
  await settle(page);
  const shown = await page.locator("#problems-list li > span").allTextContents();
  const { problems } = await check({
    "Lab/workspace.json": await page.inputValue("#json-text"),
    "Lab/lab.png": '<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><path/></svg>',
  });
  // Problems of the registry as a whole are not the builder's to say.
  expect(shown.toSorted()).toEqual(
    problems
      .filter(({ code }) => !/^no-(newest|suitable)-version$/.test(code))
      .map(({ message }) => message)
      .toSorted(),
  );
  expect(shown.length).toBeGreaterThan(6);
  const cores = page.locator("#f-cores");
  expect(await cores.getAttribute("aria-invalid")).toBe("true");
  expect(await page.textContent("#f-cores-problem")).toContain(
    problems.find(({ message }) => message.startsWith("cores"))!.message,
  );
  expect(await cores.getAttribute("aria-describedby")).toContain("f-cores-problem");
  // The list leads to the field.
  await page.locator("#problems-list a", { hasText: "CPU cores" }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("f-cores");
});

test("a reload keeps everything; starting over can be taken back, also after a reload", async () => {
  const page = await openBuilder(address);
  await page.fill("#f-friendly_name", "Kept");
  await page.fill("#folder", "Kept Folder");
  await page.click("#icon-draw");
  await page.selectOption("#run-pick", "ulimits");
  await page.click("text=Add option");
  await page.getByLabel("ulimits as JSON", { exact: true }).locator("visible=true").last().fill("[{");
  await page.getByText("Start from a docker run command").click();
  await page.fill("#paste-text", "docker run half a com");
  await page.reload();
  await ready(page);
  expect(await page.inputValue("#f-friendly_name")).toBe("Kept");
  expect(await page.inputValue("#folder")).toBe("Kept Folder");
  expect(await page.inputValue("#paste-text")).toBe("docker run half a com");
  expect(await page.locator("#icon-picture img").count()).toBe(1);
  expect(await page.locator('[data-name="ulimits"] textarea').inputValue()).toBe("[{");
  expect(await page.locator("#problems-list").textContent()).toContain("JSON with one wrong character");

  await page.click("#start-over");
  expect(await page.inputValue("#f-friendly_name")).toBe("");
  await page.click("#undo");
  expect(await page.inputValue("#f-friendly_name")).toBe("Kept");
  await page.click("#start-over");
  await page.reload();
  await ready(page);
  expect(await page.inputValue("#f-friendly_name")).toBe("");
  await page.click("#bring-back");
  expect(await page.inputValue("#f-friendly_name")).toBe("Kept");
  await page.waitForSelector("#icon-picture img");
});

test("an existing workspace opens in its own schema, with its icon; a reload does not open it again", async () => {
  const page = await openBuilder(`${address}?from=studio`);
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>("#f-friendly_name")?.value === "Studio",
  );
  await page.waitForSelector("#icon-picture img");
  expect(await page.inputValue("#folder")).toBe("Studio");
  expect(await page.textContent("#folder-note")).toContain("replaces it");
  expect(await page.textContent("#status")).toBe("No problems");
  const rows = page.locator(".b-releases .b-row");
  expect(await rows.count()).toBe(3);
  await rows.first().getByLabel("Docker image").fill("example/studio:1.17.1");
  await page.getByText("Add a Kasm version").click();
  expect(await rows.last().getByLabel("Docker image").inputValue()).toBe("example/studio:1.19.0");
  const json = await jsonOf(page);
  expect(json["compatibility"]).toMatchObject([
    { version: "1.17.x", image: "example/studio:1.17.1", available_tags: ["develop", "1.17.0"] },
    {},
    {},
    { image: "example/studio:1.19.0" },
  ]);
  expect(Object.keys(json)).toEqual([
    "$schema",
    "friendly_name",
    "description",
    "image_src",
    "architecture",
    "compatibility",
    "categories",
  ]);
  await page.reload();
  await ready(page);
  expect((await jsonOf(page))["compatibility"]).toEqual(json["compatibility"]);

  await page.getByLabel(schemaChoice.answers["1.0"][0]).check();
  expect(await jsonOf(page)).toMatchObject({
    name: "example/studio:1.19.0",
    $schema: "../../schema/workspace-1.0.schema.json",
  });
  expect(await page.textContent("#notice")).toContain("left out");
  await page.click("#undo");
  expect((await jsonOf(page))["compatibility"]).toEqual(json["compatibility"]);
});

test("GitHub's pages open with the path and the content; what is too long for a link says so", async () => {
  const page = await openBuilder(address);
  await page.fill("#f-friendly_name", "C++ Lab");
  await settle(page);
  const link = async (id: string): Promise<URL> => new URL((await page.getAttribute(id, "href"))!);
  const fresh = await link("#github-new");
  expect(`${fresh.origin}${fresh.pathname}`).toBe("https://github.com/example/registry/new/HEAD");
  expect(fresh.searchParams.get("filename")).toMatch(/\/C\+\+ Lab\/workspace\.json$/);
  expect(fresh.searchParams.get("value")).toBe(await page.inputValue("#json-text"));
  // The icon comes first: the checks of a commit without it fail.
  expect(await page.locator(".b-github a").evaluateAll((links) => links.map(({ id }) => id))).toEqual([
    "github-icon",
    "github-new",
  ]);
  await page.fill("#f-notes", "long ".repeat(1500));
  await settle(page);
  expect((await link("#github-new")).searchParams.get("value")).toBeNull();
  expect(await page.textContent("#github-new-help")).toContain("too long for a link");
  await page.fill("#folder", "Editor");
  await settle(page);
  expect((await link("#github-new")).pathname).toMatch(
    /^\/example\/registry\/edit\/HEAD\/.+\/Editor\/workspace\.json$/,
  );
});

test("a second command takes out what the first one put in, and keeps what was typed", async () => {
  const page = await openBuilder(address);
  const paste = async (text: string): Promise<void> => {
    await page.fill("#paste-text", text);
    await page.click("#paste-read");
    await settle(page);
  };
  await page.fill("#f-description", "Typed.");
  await page.getByText("Start from a docker run command").click();
  await paste("docker run --memory 2g --cpus 3 -e A=1 lscr.io/linuxserver/firefox:1.0");
  expect(await page.inputValue("#f-docker_registry")).toBe("https://lscr.io/");
  await page.fill("#f-cores", "4");
  await paste("docker run kasmweb/gimp:1.18.0");
  expect(await jsonOf(page)).toEqual({
    $schema: "../../schema/workspace-1.0.schema.json",
    friendly_name: "Gimp",
    name: "kasmweb/gimp:1.18.0",
    description: "Typed.",
    compatibility: ["1.18.x"],
    cores: 4,
  });
  expect(await page.textContent("#paste-outcome")).toContain(fromImage.version("1.18.x", "1.18.0"));
  expect(await page.textContent("#paste-outcome .b-kasm")).toContain(kasmAnswer.reasons.own);
  await page.reload();
  await ready(page);
  await page.getByText("Start from a docker run command").click();
  await paste("docker run nginx:1");
  expect(await page.inputValue("#f-friendly_name")).toBe("Nginx");
  expect(await page.textContent("#paste-outcome")).toContain(kasmAnswer.reasons.official);
  expect(await jsonOf(page)).not.toHaveProperty("compatibility");
  await page.fill("#f-friendly_name", "Mine");
  await paste("docker run kasmweb/gimp:1.18.0");
  expect(await page.inputValue("#f-friendly_name")).toBe("Mine");
  // The images of 1.1 are replaced, and its versions stay.
  await page.getByLabel(schemaChoice.answers["1.1"][0]).check();
  await page.locator(".b-releases .b-row").first().getByLabel("Size").fill("900");
  await paste("docker run kasmweb/vlc:1.18.0");
  await paste("docker run kasmweb/zoom:1.18.0");
  expect(await jsonOf(page)).toMatchObject({
    compatibility: [{ image: "kasmweb/zoom:1.18.0", uncompressed_size_mb: 900 }],
  });
});

test("an empty form has no green tick, and starting over leaves nothing behind", async () => {
  const page = await openBuilder(address);
  await settle(page);
  /** Every control and every text that the page fills. */
  const state = (): Promise<string[]> =>
    page.evaluate(() => [
      ...[...document.querySelectorAll<HTMLInputElement>("#builder :is(input, select, textarea)")].map(
        ({ id, name, type, value, checked }) =>
          `${(id || name).replace(/^row-\d+/, "row")}: ${type === "checkbox" ? checked : value}`,
      ),
      ...["paste-outcome", "icon-note", "folder-note", "icon-picture", "left-list", "problems-list"].map(
        (id) => `${id}: ${document.getElementById(id)!.innerHTML}`,
      ),
      ...[...document.querySelectorAll(".b-pick-does, .b-chip-list")].map(({ textContent }) => textContent),
    ]);
  const fresh = await state();
  expect(await page.getAttribute("#status", "class")).not.toContain("good");
  expect(await page.locator("#sound").isVisible()).toBe(false);
  expect(await page.locator(".b-preview .reason").count()).toBe(0);

  await page.getByText("Start from a docker run command").click();
  await page.fill("#paste-text", "docker run -d --name x -e A=1 nginx");
  await page.click("#paste-read");
  await page.getByText(builderLive.pasteNotMapped).waitFor();
  await page.click("#icon-draw");
  await page.getByLabel("amd64").check();
  await page.locator('[data-key="categories"] input').fill("Half");
  await page.selectOption("#run-pick", "ulimits");
  await page.fill("#folder", "editor");
  await settle(page);
  expect(await state()).not.toEqual(fresh);
  await page.click("#start-over");
  await settle(page);
  expect(await state()).toEqual(fresh);
  await page.click("#paste-read");
  expect(await page.textContent("#paste-outcome")).toBe(builderLive.pasteEmpty);
  await page.click("#start-over");
  expect(await page.textContent("#paste-outcome")).toBe("");
  expect(await page.textContent("#notice")).toContain(builder.nothingToClear);
});

test("a copy of a workspace that is renamed is warned that it replaces the original", async () => {
  const page = await openBuilder(`${address}?from=studio`);
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>("#f-friendly_name")?.value === "Studio",
  );
  await page.fill("#f-friendly_name", "My Studio");
  await settle(page);
  const warning = builderLive.replaces("Studio", "Studio", "My Studio");
  expect(await page.locator("#problems-list").textContent()).toContain(warning);
  expect(await page.textContent("#folder-problem")).toContain(warning);
  expect(await page.textContent("#folder-note")).toBe("");
  expect(await page.textContent("#status")).toBe("1 warning");
  await page.fill("#folder", "My Studio");
  await settle(page);
  expect(await page.locator("#problems-list").textContent()).not.toContain(warning);
});

test("writes README.md with its facts, its screenshots, or that it is deprecated, for GitHub and the zip", async () => {
  const page = await openBuilder(`${address}?from=editor`);
  await expect.poll(() => page.inputValue("#folder")).toBe("Editor");
  const { title, fields, retirement, deprecated, text: body } = builderPage.readme;
  await page.getByText(title).click();
  const shown = (): Promise<string | null> => page.textContent("#readme-text");
  const linked = async (): Promise<URL> => new URL((await page.getAttribute("#readme-github", "href"))!);
  expect(await page.locator("#readme-result").isVisible()).toBe(false);
  await page.getByLabel(deprecated, { exact: true }).check();
  expect(await shown()).toBe("---\ndeprecated: true\n---\n");
  await page.getByLabel(retirement.since, { exact: true }).fill("2026-11-29");
  await page.getByLabel(retirement.because).fill('Its "end"');
  await page.getByLabel(retirement["replaced-by"]).fill("Studio");
  const retired =
    '---\ndeprecated:\n  since: 2026-11-29\n  because: "Its \\"end\\""\n  replaced_by: "Studio"\n---\n';
  expect(await shown()).toBe(retired);
  expect(`${(await linked()).origin}${(await linked()).pathname}`).toBe(
    "https://github.com/example/registry/new/HEAD",
  );
  expect((await linked()).searchParams.get("filename")).toMatch(/\/Editor\/README\.md$/);
  expect((await linked()).searchParams.get("value")).toBe(retired);

  await page.getByLabel(deprecated, { exact: true }).uncheck();
  await page.getByLabel(fields.source[0], { exact: true }).fill("example.org");
  await page.getByLabel(fields.screenshots[0], { exact: true }).fill("window.png, pictures/menu.png");
  expect(await page.textContent("#readme-source-problem")).toBe(builderLive.badAddress);
  expect(await page.textContent("#readme-screenshots-problem")).toBe(
    builderLive.badScreenshots(["pictures/menu.png"]),
  );
  await page.getByLabel(fields.source[0], { exact: true }).fill("https://example.org/");
  await page.getByLabel(fields.screenshots[0], { exact: true }).fill("window.png");
  await page.getByLabel(fields.license[0], { exact: true }).fill("MIT");
  await page.getByLabel(body, { exact: true }).fill("Edits text.");
  const text =
    '---\nsource: "https://example.org/"\nlicense: "MIT"\nscreenshots: ["window.png"]\n---\n\nEdits text.\n';
  expect(await shown()).toBe(text);
  await page.reload();
  await ready(page);
  await expect.poll(shown).toBe(text);
  const download = page.waitForEvent("download");
  await page.locator(".b-bar [data-download]").click();
  const files = await filesOf(await download);
  expect(new TextDecoder().decode(files["Editor/README.md"])).toBe(text);

  await page.getByText(title).click();
  await page.getByLabel(body, { exact: true }).fill("long ".repeat(2000));
  expect((await linked()).searchParams.get("value")).toBeNull();
  expect(await page.textContent("#readme-github-help")).toBe(builderLive.githubLongText);
  await page.click("#start-over");
  expect(await page.locator("#readme-result").isVisible()).toBe(false);
});

test("a recipe fills several fields, names its findings, and can be taken back", async () => {
  const page = await openBuilder(address);
  const { names, addNamed } = builderPage.recipes;
  await page.getByRole("button", { name: addNamed(names.dri[0]) }).click();
  expect(await jsonOf(page)).toMatchObject({
    run_config: { devices: ["/dev/dri:/dev/dri:rwm"], environment: { HW3D: "true" } },
    exec_config: { first_launch: { user: "root" } },
  });
  await settle(page);
  const found = await page.locator("#findings-list strong").allTextContents();
  const named = await page
    .locator("li", { has: page.locator('[data-recipe="dri"]') })
    .locator("a")
    .allTextContents();
  expect(found.length).toBeGreaterThan(2);
  expect(named.map((name) => name.trim())).toEqual(expect.arrayContaining(found));
  await page.getByRole("button", { name: addNamed(names.dri[0]) }).click();
  expect(await page.textContent("#notice")).toBe(builderLive.recipeAdded([], []));
  await page.getByRole("button", { name: addNamed(names["user-folder"][0]) }).click();
  expect((await jsonOf(page))["volume_mappings"]).toHaveProperty(["/mnt/kasm_users/{user_id}"]);
  await page.click("#undo");
  expect(await jsonOf(page)).not.toHaveProperty("volume_mappings");
});

test("a drawn icon is committed through GitHub's editor, before workspace.json; pixels are uploaded", async () => {
  const page = await openBuilder(address);
  await page.fill("#f-friendly_name", "C++ Lab");
  await settle(page);
  const href = async (): Promise<URL> => new URL((await page.getAttribute("#github-icon", "href"))!);
  expect((await href()).pathname).toMatch(/\/upload\/HEAD\/.+\/C%2B%2B%20Lab$/);
  expect(await page.textContent("#github-icon-help")).toBe(builderLive.githubNoIcon);
  await page.click("#icon-draw");
  await settle(page);
  const drawn = await href();
  expect(drawn.pathname).toBe("/example/registry/new/HEAD");
  expect(drawn.searchParams.get("filename")).toMatch(/\/C\+\+ Lab\/c-plus-plus-lab\.svg$/);
  expect(drawn.searchParams.get("value")).toBe(drawMonogram("C++ Lab"));
  expect(await page.textContent("#github-icon-help")).toBe(builderLive.githubNew);
  await page.setInputFiles("#icon-file", {
    name: "long.svg",
    mimeType: "image/svg+xml",
    buffer: Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><path d="M0 0${" h1 v1".repeat(2000)}"/></svg>`,
    ),
  });
  await expect.poll(() => page.textContent("#github-icon-help")).toBe(builderLive.githubIconLong);
  expect((await href()).pathname).toMatch(/\/upload\/HEAD\//);
  await page.setInputFiles("#icon-file", picture);
  await expect.poll(() => page.textContent("#github-icon-help")).toBe(builderLive.githubPixels);
  expect((await href()).pathname).toMatch(/\/upload\/HEAD\//);
});
