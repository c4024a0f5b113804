import { expect, test } from "vitest";
import { images } from "../strings/check.ts";
import { notes as words, pasteFaults, yamlFaults } from "../strings/docker.ts";
import { convertDocker } from "./index.ts";

/** Fault in the paste, and its place: line and column from 1. */
const faults: readonly [title: string, paste: string, at: string, message: string | RegExp][] = [
  ["nothing", "", "1:1", pasteFaults.empty],
  ["blanks and a comment", "\n  # a note\n", "1:1", pasteFaults.empty],
  ["another command", "echo hello", "1:1", pasteFaults.noRun],
  ["another verb", "docker pull kasmweb/firefox:1.16.0", "1:1", pasteFaults.noRun],
  ["docker compose", "docker compose up -d", "1:1", pasteFaults.startsCompose],
  ["docker-compose", "sudo docker-compose up", "1:1", pasteFaults.startsCompose],
  ["no image", "docker run -d --rm", "1:19", pasteFaults.noImage()],
  ["no continuation", "docker run -d\n  kasmweb/firefox:1.16.0", "1:14", pasteFaults.noImageInLine()],
  ["unquoted ampersand", "docker run -e URL=http://a?b=1&c=2 x:1", "1:31", pasteFaults.noImageBefore("&")],
  ["option without its value", "docker run -d -e", "1:15", pasteFaults.needsValue("-e")],
  ["long option without its value", "docker run --name", "1:12", pasteFaults.needsValue("--name")],
  ["unclosed double quote", 'docker run \\\n  -e "A=b image:1', "2:6", pasteFaults.unclosedQuote('"')],
  ["unclosed single quote", "docker run -e 'A=b image:1", "1:15", pasteFaults.unclosedQuote("'")],
  ["unclosed backtick", "docker run `x image:1", "1:12", pasteFaults.unclosedQuote("`")],
  ["unclosed C quote", "docker run $'x image:1", "1:13", pasteFaults.unclosedQuote("'")],
  ["two containers", "docker run a:1\ndocker run b:1", "2:1", pasteFaults.secondRun],
  ["two containers in a line", "docker run a:1 && sudo podman create b:1", "1:19", pasteFaults.secondRun],
  ["blank in a path", "docker run -v /my data:/b a:1", "1:19", pasteFaults.notImage("data:/b")],
  [
    "capital letters",
    "docker run Kasmweb/Firefox_Big-:1",
    "1:12",
    pasteFaults.notImage("Kasmweb/Firefox_Big-:1"),
  ],
  [
    "placeholder",
    "docker run -e TZ=<timezone> -p 1883:1883 me/x",
    "1:18",
    pasteFaults.placeholder("<timezone>"),
  ],
  [
    "placeholder of two words",
    "docker run -v <my path>:/config -p 8080:80 me/x:1",
    "1:15",
    pasteFaults.placeholder("<my path>"),
  ],
  [
    "placeholder in an address",
    "docker run -e A=http://<host-ip>:80/x/ me/x",
    "1:24",
    pasteFaults.placeholder("<host-ip>"),
  ],
  ["placeholder in the command", "docker run me/x --to <name>", "1:22", pasteFaults.placeholder("<name>")],
  ["placeholder for the image", "docker run <image>", "1:12", pasteFaults.placeholder("<image>")],
  ["synopsis", "docker run [OPTIONS...] img", "1:12", pasteFaults.placeholder("[OPTIONS...]")],
  ["synopsis of dots", "docker run ... img", "1:12", pasteFaults.placeholder("...")],
  ["synopsis of one sign", "docker run -d … img", "1:15", pasteFaults.placeholder("…")],
  [
    "synopsis behind the image",
    "docker run img [COMMAND] [ARG...]",
    "1:16",
    pasteFaults.placeholder("[COMMAND]"),
  ],
  ["braces for the image", "docker run {image}", "1:12", pasteFaults.placeholder("{image}")],
  ["typographic dash", 'docker run –-rm "img"', "1:12", pasteFaults.typographic("–", "-")],
  ["typographic dash behind a dash", "docker run -–rm img", "1:12", pasteFaults.typographic("–", "-")],
  ["typographic quotes", "docker run -e “TZ=UTC” img", "1:15", pasteFaults.typographic("“", '"')],
  ["typographic quotes in a value", "docker run -e TZ=‘UTC’ img", "1:15", pasteFaults.typographic("‘", "'")],
  [
    "variable in the image",
    "docker run --init ghcr.io/x/y:$TAG",
    "1:31",
    pasteFaults.variableInImage("$TAG"),
  ],
  ["variable of options", "docker run $OPTIONS img", "1:12", pasteFaults.variableInImage("$OPTIONS")],
  ["options of several words", 'O="-d -P"; docker run $O img', "1:23", pasteFaults.variableInImage("$O")],
  [
    "variable in the image of a service",
    "services:\n  web:\n    image: x:${TAG}\n",
    "3:12",
    pasteFaults.variableInImage("${TAG}"),
  ],
  ["placeholder in the image of a service", "image: x:<tag>\n", "1:8", pasteFaults.placeholder("x:<tag>")],
  ["YAML, tab", "services:\n\tweb:\n", "2:1", pasteFaults.notYaml(yamlFaults.TAB_AS_INDENT())],
  ["YAML, key twice", "image: a:1\nimage: b:1\n", "2:1", pasteFaults.notYaml(yamlFaults.DUPLICATE_KEY())],
  ["YAML, open bracket", "image: a:1\nports: [80\n", "3:1", /not YAML/],
  [
    "YAML, two documents",
    "image: a:1\n---\nimage: b:1\n",
    "2:1",
    pasteFaults.notYaml(yamlFaults.MULTIPLE_DOCS()),
  ],
  ["YAML, an alias of what holds it", "image: &a [*a]\n", "1:1", pasteFaults.aliases],
  ["YAML, missing anchor", "image: *a\n", "1:1", pasteFaults.aliases],
  ["no service", "volumes:\n  data:\n", "1:1", pasteFaults.noService],
  ["services is no mapping", "services: [a]\n", "1:11", pasteFaults.servicesForm],
  ["services is empty", "services: {}\n", "1:1", pasteFaults.noServices],
  ["only build", "services:\n  web:\n    build: .\n", "3:5", pasteFaults.onlyBuild("web")],
  [
    "no image in the service",
    "services:\n  web:\n    image:\n",
    "3:5",
    pasteFaults.serviceWithoutImage("web"),
  ],
  [
    "bad image",
    "services:\n  web:\n    image: 'A b'\n",
    "3:12",
    pasteFaults.faultyImage("A b", images.spaceInside.cause, images.spaceInside.cure),
  ],
];

test.for(faults)("names the place and the fault when the paste has: %s", async ([, paste, at, message]) => {
  const result = await convertDocker(paste);
  if (result.ok) throw new Error(`it was read: ${JSON.stringify(result.workspace)}`);
  if (typeof message === "string") expect(result.message).toBe(message);
  else expect(result.message).toMatch(message);
  expect(`${result.line}:${result.column}`).toBe(at);
});

test("several services come back as a choice", async () => {
  const paste = "services:\n  web: {image: 'a:1'}\n  db: {image: 'b:1'}\n";
  expect(await convertDocker(paste)).toMatchObject({ ok: false, services: ["web", "db"] });
  expect(await convertDocker(paste, "cache")).toMatchObject({ ok: false, services: ["web", "db"] });
  expect(await convertDocker(paste, "db")).toMatchObject({ ok: true, workspace: { name: "b:1" } });
});

test("YAML that is nested too deeply is refused", () =>
  expect(convertDocker(`image: ${"[".repeat(20_000)}`)).resolves.toMatchObject({
    message: pasteFaults.notYaml(yamlFaults.RESOURCE_EXHAUSTION()),
  }));

test("an alias bomb is refused", async () => {
  const lines = ["a: &a [x,x,x,x,x,x,x,x,x,x]"];
  for (let i = 1; i < 9; i++)
    lines.push(
      `a${i}: &a${i} [${Array(10)
        .fill(`*a${i === 1 ? "" : i - 1}`)
        .join(",")}]`,
    );
  expect(await convertDocker(`${lines.join("\n")}\nimage: *a8\n`)).toMatchObject({
    ok: false,
    message: expect.stringContaining("aliases"),
  });
});

test("refuses a very long paste, and reads a long odd one to its end", async () => {
  expect(await convertDocker("x".repeat(600_000))).toMatchObject({ ok: false });
  for (const piece of ["$(", "`#a` ", "\\\n", "${a:-", "-e a ", "% ", "[::", "\\ ", "C:\\a"]) {
    await convertDocker(`docker run ${piece.repeat(Math.floor(200_000 / piece.length))} a:1`);
  }
});

test("notes what was converted but needs a look", async () => {
  const notes = async (paste: string): Promise<string[]> => {
    const result = await convertDocker(paste);
    if (!result.ok) throw new Error(result.message);
    return result.notes;
  };
  expect(await notes("docker run me/a:1")).toStrictEqual([]);
  expect(await notes("docker run -e 'A=<b c>' me/a:1")).toStrictEqual([words.placeholderKept("-e", "<b c>")]);
  expect(await notes("image: me/a:1\nenvironment: {A: <b>}")).toStrictEqual([
    words.placeholderKept("environment", "<b>"),
  ]);
  expect(await notes("docker build -t me/a:1 . && docker run me/a:1")).toStrictEqual([
    words.localBuild("me/a:1"),
  ]);
  expect(await notes("docker build -t me/b:1 . && docker run me/a:1")).toStrictEqual([]);
  expect(await notes("docker run -p 8080:80 -p 443:443 me/a:1")).toStrictEqual([words.publishedPort]);
  expect(await notes("docker run -p 53:53/udp me/a:1")).toStrictEqual([words.publishedPort]);
  expect((await notes("docker run a")).join()).toMatch(/has no tag/);
  expect(await notes("docker build -t a:1 . && docker run a:1")).toStrictEqual([words.localBuild("a:1")]);
  expect((await notes('docker run -v "$PWD":/b me/a:1')).join()).toContain(words.hostPath("$PWD"));
  expect((await notes("docker run -e A=${B:-c} me/a:1")).join()).toMatch(
    /\$\{B:-c\} became its default, "c"/,
  );
  expect((await notes("docker run -p 80:80 me/a:1")).join()).toMatch(/taken on the agent/);
  expect((await notes("docker run -v ./a:/b me/a:1")).join()).toMatch(/absolute path/);
  expect(await notes("docker run -e $A me/a:1")).toStrictEqual([]);
  expect((await notes("docker run me/a:1 sh -c $A")).join()).toMatch(/the command: \$A/);
  expect((await notes("docker run me/a:1 echo $(b)$(c)")).length).toBe(2);
  expect(await notes('docker run ^\n  -v "%CD%":/b me/a:1')).toContain(words.hostPath("%CD%"));
});
