import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A right-to-left registry with an accent of its own, very long words, many findings, a name without a letter, and text that tries to be code. */
export async function oddRegistry(folder: string): Promise<void> {
  const icon =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64"><rect width="64" height="64" rx="12" fill="#7a3df0"/></svg>';
  const attack = `"><img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}\${8*8}`;
  const base = {
    image_src: "icon.svg",
    architecture: ["amd64"],
    compatibility: ["1.17.x"],
    uncompressed_size_mb: 10,
  };
  const workspaces: Record<string, { data: object; readme?: string }> = {
    متصفح: {
      data: {
        ...base,
        friendly_name: "متصفح الإنترنت الآمن",
        description: "متصفح مفتوح المصدر يبدأ نظيفًا في كل جلسة.",
        name: "ghcr.io/example/browser:1",
        categories: ["متصفح"],
      },
    },
    Long: {
      data: {
        ...base,
        friendly_name: "Donaudampfschifffahrtsgesellschaftskapitänsmützenverwaltungssoftware".repeat(2),
        description: "unbroken_".repeat(80),
        name: `ghcr.io/example/${"very-long-".repeat(15)}name:1`,
        categories: ["Administration of Everything and Nothing at All", "B".repeat(90), "C"],
        notes: "n".repeat(400),
        run_config: {
          privileged: true,
          user: 0,
          security_opt: ["seccomp=unconfined", "apparmor=unconfined"],
          cap_add: ["ALL", "NET_ADMIN"],
          volumes: { ["/" + "deep/".repeat(40)]: { bind: "/x", mode: "rw" } },
          environment: { PASSWORD: "x".repeat(300) },
        },
      },
      readme: `# ${"Heading".repeat(40)}\n\n${"word".repeat(200)}\n\n| a | b |\n|---|---|\n| ${"cell".repeat(60)} | ${"cell".repeat(60)} |\n\n    ${"code ".repeat(80)}\n`,
    },
    Attack: {
      data: {
        ...base,
        friendly_name: attack,
        description: attack,
        name: "ghcr.io/example/attack:1",
        categories: [attack],
        notes: attack,
        run_config: { [attack]: attack, hostname: attack },
        exec_config: { go: { cmd: attack } },
      },
      readme: `---\nmaintainer: '${attack.replaceAll("'", "''")}'\nlicense: '${attack.replaceAll("'", "''")}'\n---\n${attack}\n\n[x](javascript:alert(3)) <a href="javascript:alert(4)" onclick="alert(5)">y</a>\n\n<iframe src="https://evil.example"></iframe>`,
    },
    Symbols: {
      data: {
        ...base,
        friendly_name: "★ ☆ ♥",
        description: "A name without a letter.",
        name: "ghcr.io/example/symbols:1",
      },
    },
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "registry.json"),
    JSON.stringify({
      name: "سجل مساحات العمل",
      description: "مساحات عمل مختارة للجامعة، مفحوصة ومشروحة.",
      lang: "ar",
      dir: "rtl",
      accent: "#ffe600",
    }),
  );
  for (const [name, { data, readme }] of Object.entries(workspaces)) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, "workspace.json"), JSON.stringify(data, null, 2));
    writeFileSync(
      join(folder, name, "icon.svg"),
      icon.replace("#7a3df0", `#${Buffer.from(name).toString("hex").slice(0, 6)}`),
    );
    if (readme) writeFileSync(join(folder, name, "README.md"), readme);
  }
}
