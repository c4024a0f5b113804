import { execFileSync } from "node:child_process";
import { chmodSync, linkSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { assembleList } from "../../../src/registry/lists/assemble.ts";
import { normalizeAddress } from "../../../src/registry/model/address.ts";
import { listPublicFiles } from "../../../src/publish/public-files.ts";
import { reportGithub } from "../../../src/report/github.ts";
import { reportText } from "../../../src/report/text.ts";
import { brandPicture } from "../../../src/site/brand.ts";
import { png } from "../../support/made-up-registry.ts";
import { drawing, writeFiles } from "../../support/run.ts";
import { contentFolder, load, problemsOf, sound } from "../../support/content-folder.ts";

const codesAt = (root: string, place: string): string[] =>
  problemsOf(load(root))
    .filter((line) => line.startsWith(`${place}:`))
    .map((line) => line.split(" ")[1]!);

describe("image_src", () => {
  const names: [image_src: string, expected: string][] = [
    ["../secret.svg", "icon-path"],
    ["../../secret.svg", "icon-path"],
    ["/etc/passwd", "icon-path"],
    ["..\\secret.svg", "icon-path"],
    ["C:\\secret.svg", "icon-path"],
    ["sub/icon.svg", "icon-path"],
    ["./editor.svg", "icon-path"],
    ["editor.svg/", "icon-path"],
    ["..", "icon-path"],
    [".", "icon-path"],
    ["%2e%2e%2fsecret.svg", "icon-path"],
    ["..%2fsecret.svg", "icon-path"],
    ["..%5csecret.svg", "icon-path"],
    ["editor.svg%00.png", "icon-path"],
    ["editor.svg\u0000.png", "icon-path"],
    ["editor.svg\n", "icon-path"],
    ["\u001b]0;x\u0007.svg", "icon-path"],
    ["gvs\u202eedit.svg", "icon-path"],
    ["ed\u200bitor.svg", "icon-path"],
    ["con.svg", "icon-path"],
    ["NUL", "icon-path"],
    ["lpt1.svg", "icon-path"],
    ["AUX.svg.png", "icon-path"],
    ["nul .svg", "icon-path"],
    ["com\u00b9.svg", "icon-path"],
    ["CONOUT$.svg", "icon-path"],
    ["editor.svg.", "icon-path"],
    ["editor.svg ", "icon-path"],
    [" editor.svg", "icon-path"],
    ["editor.svg:stream", "icon-path"],
    ["a?.svg", "icon-path"],
    ["a#b.svg", "icon-path"],
    ["*.svg", "icon-path"],
    ['"><script>alert(1)</script>.svg', "icon-path"],
    ["javascript:alert(1)", "icon-path"],
    [`${"x".repeat(300)}.svg`, "icon-path"],
    ["file:///etc/passwd", "icon-url"],
    ["data:image/svg+xml,<svg/>", "icon-url"],
    ["//example.org/x.svg", "icon-url"],
    ["https://example.org/x.svg", "icon-url"],
    ["HTTP://example.org/x.svg", "icon-url"],
    ["blob:https://example.org/1", "icon-blob"],
    ["workspace.json", "icon-type"],
    ["sub", "icon-missing"],
    ["__proto__", "icon-missing"],
    ["EDITOR.SVG", "icon-case"],
    ["", "empty-value"],
  ];

  test.each(names)("%j", (image_src, expected) => {
    const { root, outside } = contentFolder({
      ...sound("Good"),
      ...sound("Editor", { image_src }),
      "Editor/editor.svg": drawing,
      "Editor/sub/icon.svg": drawing,
      "secret.svg": drawing,
    });
    writeFileSync(join(outside, "secret.svg"), drawing);
    const registry = load(root);
    expect(codesAt(root, "Editor/workspace.json")).toContain(expected);
    expect(registry.workspaces.map(({ folder }) => folder)).toEqual(["Good"]);
    expect(assembleList(registry, "1.0")).not.toContain("secret");
  });

  const announced = [
    "html",
    "htm",
    "xhtml",
    "xml",
    "js",
    "mjs",
    "css",
    "svgz",
    "pdf",
    "wasm",
    "php",
    "shtml",
    "HTML",
    "",
  ];
  test.each(announced)(
    "a picture that is announced as %j is refused: it would be a page on the site",
    (extension) => {
      const image_src = extension ? `icon.${extension}` : "icon";
      for (const bytes of [Buffer.from(drawing), png()]) {
        const { root } = contentFolder({ ...sound("Editor", { image_src }), [`Editor/${image_src}`]: bytes });
        expect(codesAt(root, "Editor/workspace.json")).toEqual(["icon-extension"]);
        expect(load(root).workspaces).toEqual([]);
      }
    },
  );

  test("names that are one name on other systems are published as two", () => {
    const names = ["Icon.svg", "icon.svg", "ICON.svg", "caf\u00e9.svg", "cafe\u0301.svg"];
    const { root } = contentFolder(
      Object.fromEntries(
        names.flatMap((image_src, i) => [
          [
            `W${i}/workspace.json`,
            {
              ...(sound("Editor")["Editor/workspace.json"] as object),
              friendly_name: `W${i}`,
              name: `example/w${i}:1`,
              image_src,
            },
          ],
          [`W${i}/${image_src}`, drawing.replace("#345", `#34${i}`)],
        ]),
      ),
    );
    const published = load(root).workspaces.map(({ icon }) => icon.published);
    expect(new Set(published.map((name) => name.normalize("NFC").toLowerCase())).size).toBe(names.length);
  });

  test("a clash of long names ends in a name that a disk can hold", () => {
    const image_src = `${"\u00e9".repeat(98)}.svg`;
    const { root } = contentFolder(
      Object.fromEntries(
        ["A", "B", "C"]
          .map((name) => name.repeat(120))
          .flatMap((folder, i) => [
            [
              `${folder}/workspace.json`,
              {
                ...(sound("Editor")["Editor/workspace.json"] as object),
                friendly_name: folder,
                name: `example/w${i}:1`,
                image_src,
              },
            ],
            [`${folder}/${image_src}`, drawing.replace("#345", `#34${i}`)],
          ]),
      ),
    );
    const published = load(root).workspaces.map(({ icon }) => icon.published);
    expect(new Set(published).size).toBe(3);
    for (const name of published) expect(Buffer.byteLength(name)).toBeLessThan(255);
  });
});

describe("what is no regular file of the folder", () => {
  interface Place {
    root: string;
    outside: string;
  }
  const replace = (path: string, make: (path: string) => void): void => {
    rmSync(path, { recursive: true, force: true });
    make(path);
  };
  const at = ({ root }: Place, name: string): string => join(root, "Editor", name);
  const fifo = (path: string): void => void execFileSync("mkfifo", [path]);
  const cases: [
    name: string,
    make: (place: Place) => void | Promise<void>,
    file: string,
    expected: string,
  ][] = [
    [
      "icon: a link out of the folder",
      (place) => replace(at(place, "editor.svg"), (path) => symlinkSync("../../secret.svg", path)),
      "Editor/editor.svg",
      "not-a-regular-file",
    ],
    [
      "icon: a link to /etc/passwd",
      (place) => replace(at(place, "editor.svg"), (path) => symlinkSync("/etc/passwd", path)),
      "Editor/editor.svg",
      "not-a-regular-file",
    ],
    [
      "icon: a link to a neighbour",
      (place) => replace(at(place, "editor.svg"), (path) => symlinkSync("../Good/good.svg", path)),
      "Editor/editor.svg",
      "not-a-regular-file",
    ],
    [
      "icon: a link to itself",
      (place) => replace(at(place, "editor.svg"), (path) => symlinkSync("editor.svg", path)),
      "Editor/editor.svg",
      "not-a-regular-file",
    ],
    [
      "icon: a link to nothing",
      (place) => replace(at(place, "editor.svg"), (path) => symlinkSync("gone.svg", path)),
      "Editor/editor.svg",
      "not-a-regular-file",
    ],
    [
      "icon: a link to a folder",
      (place) => replace(at(place, "editor.svg"), (path) => symlinkSync("/etc", path)),
      "Editor/editor.svg",
      "not-a-regular-file",
    ],
    [
      "icon: a pipe",
      (place) => replace(at(place, "editor.svg"), fifo),
      "Editor/editor.svg",
      "not-a-regular-file",
    ],
    [
      "icon: a socket",
      (place) => replaceBySocket(at(place, "editor.svg")),
      "Editor/editor.svg",
      "not-a-regular-file",
    ],
    [
      "icon: a folder",
      (place) => replace(at(place, "editor.svg"), (path) => mkdirSync(path)),
      "Editor/workspace.json",
      "icon-missing",
    ],
    [
      "workspace.json: a link",
      (place) => replace(at(place, "workspace.json"), (path) => symlinkSync("../Good/workspace.json", path)),
      "Editor/workspace.json",
      "not-a-regular-file",
    ],
    [
      "workspace.json: a pipe",
      (place) => replace(at(place, "workspace.json"), fifo),
      "Editor/workspace.json",
      "not-a-regular-file",
    ],
    [
      "workspace.json: a folder",
      (place) => replace(at(place, "workspace.json"), (path) => mkdirSync(path)),
      "Editor/workspace.json",
      "not-a-regular-file",
    ],
    [
      "README.md: a link to /etc/passwd",
      (place) => symlinkSync("/etc/passwd", at(place, "README.md")),
      "Editor/README.md",
      "not-a-regular-file",
    ],
    ["README.md: a pipe", (place) => fifo(at(place, "README.md")), "Editor/README.md", "not-a-regular-file"],
    [
      "any other file: a link to the environment of the build",
      (place) => symlinkSync("/proc/self/environ", at(place, "notes.txt")),
      "Editor/notes.txt",
      "not-a-regular-file",
    ],
    [
      "a folder inside: a link to the disk's root",
      (place) => symlinkSync("/", at(place, "data")),
      "Editor/data",
      "not-a-regular-file",
    ],
    [
      "a folder inside: a link to its parent",
      (place) => symlinkSync("..", at(place, "loop")),
      "Editor/loop",
      "not-a-regular-file",
    ],
    [
      "the workspace: a link to a folder outside",
      ({ root, outside }) => {
        renameSync(join(root, "Editor"), join(outside, "elsewhere"));
        symlinkSync("../elsewhere", join(root, "Editor"));
      },
      "Editor",
      "not-a-regular-file",
    ],
    [
      "the workspace: a link to the content folder",
      ({ root }) => replace(join(root, "Editor"), (path) => symlinkSync(".", path)),
      "Editor",
      "not-a-regular-file",
    ],
    [
      "registry.json: a link",
      ({ root }) => symlinkSync("/etc/hostname", join(root, "registry.json")),
      "registry.json",
      "not-a-regular-file",
    ],
    [
      "registry.json: a pipe",
      ({ root }) => fifo(join(root, "registry.json")),
      "registry.json",
      "not-a-regular-file",
    ],
    [
      "old-addresses.json: a pipe",
      ({ root }) => fifo(join(root, "old-addresses.json")),
      "old-addresses.json",
      "not-a-regular-file",
    ],
    [
      "old-addresses.json: a link out of the folder",
      ({ root }) => symlinkSync("/etc/passwd", join(root, "old-addresses.json")),
      "old-addresses.json",
      "not-a-regular-file",
    ],
    [
      "old-addresses.json: 2 MB",
      ({ root }) => writeFileSync(join(root, "old-addresses.json"), " ".repeat(2 * 1024 * 1024)),
      "old-addresses.json",
      "file-too-large",
    ],
    [
      "the marks of the examples: a pipe",
      ({ root }) => fifo(join(root, ".examples.json")),
      ".examples.json",
      "not-a-regular-file",
    ],
    [
      "12 folders in one another",
      (place) => mkdirSync(at(place, Array.from({ length: 12 }, () => "d").join("/")), { recursive: true }),
      `Editor/${Array.from({ length: 9 }, () => "d").join("/")}`,
      "file-too-large",
    ],
    [
      "1,200 files",
      (place) =>
        Array.from({ length: 1200 }, (_, i) => writeFileSync(at(place, `f${i}`), "")).forEach(() => {}),
      "Editor",
      "file-too-large",
    ],
  ];

  test.each(cases)("%s", async (_, make, file, expected) => {
    const place = contentFolder({ ...sound("Good"), ...sound("Editor") });
    writeFileSync(join(place.outside, "secret.svg"), drawing);
    await make(place);
    expect(codesAt(place.root, file)).toContain(expected);
    const registry = load(place.root);
    const names = registry.workspaces.map(({ folder }) => folder);
    if (file.startsWith("Editor")) expect(names).toEqual(["Good"]);
    expect(JSON.stringify(registry)).not.toMatch(/root:x:0|secret\.svg"/);
  });

  async function replaceBySocket(path: string): Promise<void> {
    rmSync(path);
    const server = createServer();
    await new Promise<void>((done) => server.listen(path, done));
    onTestFinished(() => void server.close());
  }

  test("a device", ({ skip }) => {
    const { root } = contentFolder({ ...sound("Good"), ...sound("Editor") });
    rmSync(join(root, "Editor", "editor.svg"));
    try {
      execFileSync("mknod", [join(root, "Editor", "editor.svg"), "c", "1", "5"], { stdio: "ignore" });
    } catch {
      return skip("only root can make a device");
    }
    expect(codesAt(root, "Editor/editor.svg")).toContain("not-a-regular-file");
  });

  test("a hard link is a file like any other", () => {
    const { root, outside } = contentFolder(sound("Editor"));
    writeFileSync(join(outside, "same.svg"), drawing);
    rmSync(join(root, "Editor", "editor.svg"));
    linkSync(join(outside, "same.svg"), join(root, "Editor", "editor.svg"));
    expect(load(root).workspaces).toHaveLength(1);
  });
});

describe("public/", () => {
  const odd: [name: string, make: (folder: string) => void][] = [
    ["a link to a file outside", (folder) => symlinkSync("/etc/hostname", join(folder, "x.txt"))],
    [
      "a link to the environment of the build",
      (folder) => symlinkSync("/proc/self/environ", join(folder, "x.txt")),
    ],
    ["a link to a folder outside", (folder) => symlinkSync("/etc", join(folder, "x"))],
    ["a link to itself", (folder) => symlinkSync(".", join(folder, "x"))],
    [
      "a pipe, two folders deep",
      (folder) => {
        mkdirSync(join(folder, "a", "b"), { recursive: true });
        execFileSync("mkfifo", [join(folder, "a", "b", "x")]);
      },
    ],
  ];
  test.each(odd)("%s is refused", (_, make) => {
    const { outside } = contentFolder();
    const folder = join(outside, "public");
    writeFiles(folder, { "icon.svg": drawing, "fonts/a.woff2": "" });
    expect(listPublicFiles(folder)).toEqual(["fonts/a.woff2", "icon.svg"]);
    make(folder);
    expect(() => listPublicFiles(folder)).toThrow(/public\/(a\/b\/)?x(\.txt)? is no regular file/);
  });

  test("a line break in a name is refused: lists of files have a line for each", () => {
    const { outside } = contentFolder();
    writeFiles(join(outside, "public"), { "a\nb.txt": "" });
    expect(() => listPublicFiles(join(outside, "public"))).toThrow("public/a\\u000ab.txt");
  });

  test("no such folder: no file", () => expect(listPublicFiles("/nonexistent")).toEqual([]));

  test("the registry's icon is taken from public/ alone", () => {
    const { outside } = contentFolder();
    writeFiles(outside, { "public/icon.svg": "ours", "secret.png": "secret" });
    for (const icon of [
      "../secret.png",
      "..%2fsecret.png",
      "%2e%2e/secret.png",
      "..%5csecret.png",
      "a/..%2f..%2fsecret.png",
      "%zz",
      "icon.svg%00",
      "%2fetc%2fpasswd",
    ]) {
      const url = "https://example.org/";
      expect(brandPicture({ url, icon: url + icon }, join(outside, "public"))?.bytes.toString(), icon).toBe(
        "ours",
      );
    }
  });
});

describe("addresses", () => {
  const addresses: [text: string, expected: string | null][] = [
    ["https://example.org//evil.example/", "https://example.org/evil.example/"],
    ["https://example.org/a/../..//b", "https://example.org/b/"],
    ["https://user:secret@example.org/", null],
    ["javascript://example.org/%0aalert(1)", null],
    ["https://example.org/?x=<script>#y", "https://example.org/"],
    ['https://example.org/"><script>', "https://example.org/%22%3E%3Cscript%3E/"],
    ["https://exa mple.org/", null],
    ["file:///etc/passwd", null],
    ["https://", null],
    ["https:///", null],
  ];
  test.each(addresses)("%s", (text, expected) => expect(normalizeAddress(text)).toBe(expected));
});

describe("files that may not be read", () => {
  const locked: [name: string, path: string, file: string][] = [
    ["workspace.json", "Editor/workspace.json", "Editor/workspace.json"],
    ["an icon", "Editor/editor.svg", "Editor/editor.svg"],
    ["a folder", "Editor", "Editor"],
    ["registry.json", "registry.json", "registry.json"],
  ];
  test.each(locked)("%s", (_, path, file) => {
    const { root, outside } = contentFolder({ ...sound("Good"), ...sound("Editor"), "registry.json": "{}" });
    chmodSync(outside, 0o755);
    chmodSync(join(root, path), 0);
    expect(asNobody(() => codesAt(root, file))).toContain("unreadable");
    chmodSync(join(root, path), 0o755);
  });

  test("the content folder itself", () => {
    const { root, outside } = contentFolder(sound("Editor"));
    chmodSync(outside, 0o755);
    chmodSync(root, 0);
    expect(asNobody(() => problemsOf(load(root)))).toEqual([":1:1 no-content-folder"]);
    chmodSync(root, 0o755);
  });

  /** Root reads everything; so for a moment this process is nobody. */
  function asNobody<T>(step: () => T): T {
    if (process.getuid?.() !== 0) return step();
    process.seteuid!(65534);
    try {
      return step();
    } finally {
      process.seteuid!(0);
    }
  }
});

describe("folder names", () => {
  const refused: string[] = [
    "a?",
    'a"b',
    "a<b>",
    "a:b",
    "a|b",
    "a*",
    "a\\b",
    "line\nbreak",
    "tab\tbed",
    "\u001b[2Jcleared",
    "bell\u0007",
    "\u0085next",
    "gnp\u202eexe",
    "\u2066isolated\u2069",
    "mark\u200f",
    "sep\u2028arated",
    " leading",
    "trailing ",
    "dotted.",
    "con",
    "NUL.txt",
    "com1",
    "nul .x",
    "LPT\u00b2",
    "conin$",
    "\n::error file=x::forged",
  ];
  test.each(refused)("%j is refused, and cannot write into the report", (folder) => {
    const { root } = contentFolder({ ...sound("Good"), ...sound(folder) });
    const registry = load(root);
    expect(registry.problems.some(({ code, file }) => code === "folder-name-unsafe" && file === folder)).toBe(
      true,
    );
    expect(registry.workspaces.map((workspace) => workspace.folder)).toEqual(["Good"]);
    for (const report of [reportText(registry), reportGithub(registry, "workspaces")]) {
      expect(report).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(report).not.toMatch(/^::error file=x::/m);
    }
  });

  test("a name that is no UTF-8 is reported, not passed over", () => {
    const { root } = contentFolder(sound("Good"));
    for (const folder of [root, join(root, "Good")])
      mkdirSync(Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9])]));
    expect(problemsOf(load(root))).toEqual([
      "Good/caf\ufffd:1:1 folder-name-unsafe",
      "caf\ufffd:1:1 folder-name-unsafe",
    ]);
    expect(load(root).workspaces).toEqual([]);
  });

  const fine = [
    "100%",
    "%2e%2e",
    "#1",
    "it's",
    "a & b",
    "-rf",
    "--out",
    "$(id)",
    "`id`",
    "${HOME}",
    "a;b",
    "~",
    "__proto__",
    "constructor",
    "index",
    "\u0639\u0631\u0628\u064a",
    "\u65e5\u672c\u8a9e",
    "\ud83d\ude00",
    "x".repeat(255),
    "\u00e9".repeat(127),
    "a%00b",
    "con-1",
  ];
  test.each(fine)("%j is fine, and its address is safe", (folder) => {
    const { root } = contentFolder({
      [`${folder}/workspace.json`]: sound("Editor")["Editor/workspace.json"]!,
      [`${folder}/editor.svg`]: drawing,
    });
    const [workspace] = load(root).workspaces;
    expect(workspace?.folder).toBe(folder);
    expect(workspace?.slug).toMatch(/^[\p{L}\p{N}\p{M}-]+$/u);
    expect(Buffer.byteLength(workspace!.slug)).toBeLessThanOrEqual(110);
  });

  const clashes: [string, string][] = [
    ["Editor", "editor"],
    ["EDITOR", "editor"],
    ["caf\u00e9", "cafe\u0301"],
    ["CAF\u00c9", "cafe\u0301"],
  ];
  test.each(clashes)("%j and %j are one name on other systems", (a, b) => {
    const { root } = contentFolder({
      ...sound("Good"),
      ...Object.fromEntries(
        [a, b].flatMap((folder) => [
          [`${folder}/workspace.json`, sound("Editor")["Editor/workspace.json"]!],
          [`${folder}/editor.svg`, drawing],
        ]),
      ),
    });
    expect(problemsOf(load(root)).filter((line) => line.endsWith("folder-name-clash"))).toHaveLength(1);
  });

  test("names with one and the same address get two", () => {
    const { root } = contentFolder({});
    for (const folder of ["A B", "A-B", "A_B", "a  b!"])
      writeFiles(root, {
        [`${folder}/workspace.json`]: sound("Editor")["Editor/workspace.json"]!,
        [`${folder}/editor.svg`]: drawing,
      });
    expect(new Set(load(root).workspaces.map(({ slug }) => slug)).size).toBe(4);
  });
});
