import { expect, test } from "vitest";
import { convertDocker } from "./index.ts";

/** What is wrong with the paste, and where: line and column from 1. */
const faults: readonly [title: string, paste: string, at: string, message: RegExp][] = [
  ["nothing", "", "1:1", /nothing to read/],
  ["blanks and a comment", "\n  # a note\n", "1:1", /nothing to read/],
  ["another command", "echo hello", "1:1", /No "docker run" was found/],
  ["another verb", "docker pull kasmweb/firefox:1.16.0", "1:1", /No "docker run" was found/],
  ["docker compose", "docker compose up -d", "1:1", /Paste the file itself/],
  ["docker-compose", "sudo docker-compose up", "1:1", /Paste the file itself/],
  ["no image", "docker run -d --rm", "1:19", /without an image/],
  ["no continuation", "docker run -d\n  kasmweb/firefox:1.16.0", "1:14", /a \\ at the end of this line/],
  [
    "unquoted ampersand",
    "docker run -e URL=http://a?b=1&c=2 x:1",
    "1:31",
    /& ends a command unless it stands in quotes/,
  ],
  ["option without its value", "docker run -d -e", "1:15", /-e needs a value/],
  ["long option without its value", "docker run --name", "1:12", /--name needs a value/],
  ["unclosed double quote", 'docker run \\\n  -e "A=b image:1', "2:6", /quote " .* never closed/],
  ["unclosed single quote", "docker run -e 'A=b image:1", "1:15", /quote ' .* never closed/],
  ["unclosed backtick", "docker run `x image:1", "1:12", /quote ` .* never closed/],
  ["unclosed C quote", "docker run $'x image:1", "1:13", /quote ' .* never closed/],
  ["two containers", "docker run a:1\ndocker run b:1", "2:1", /second command/],
  ["two containers in a line", "docker run a:1 && sudo podman create b:1", "1:19", /second command/],
  [
    "blank in a path",
    "docker run -v /my data:/b a:1",
    "1:19",
    /"data:\/b" stands where the image is expected/,
  ],
  ["capital letters", "docker run Kasmweb/Firefox_Big-:1", "1:12", /no image reference/],
  ["YAML, tab", "services:\n\tweb:\n", "2:1", /tab/],
  ["YAML, key twice", "image: a:1\nimage: b:1\n", "2:1", /given twice/],
  ["YAML, open bracket", "image: a:1\nports: [80\n", "3:1", /not YAML/],
  ["YAML, two documents", "image: a:1\n---\nimage: b:1\n", "2:1", /second document/],
  ["YAML, missing anchor", "image: *a\n", "1:1", /aliases|alias/i],
  ["no service", "volumes:\n  data:\n", "1:1", /no service here/],
  ["services is no mapping", "services: [a]\n", "1:11", /a name and its keys/],
  ["services is empty", "services: {}\n", "1:1", /no service below/],
  ["only build", "services:\n  web:\n    build: .\n", "3:5", /Publish what build: makes/],
  ["no image in the service", "services:\n  web:\n    image:\n", "3:5", /Add image:/],
  ["bad image", "services:\n  web:\n    image: 'A b'\n", "3:5", /not an image reference/],
];

test.for(faults)("%s", async ([, paste, at, message]) => {
  const result = await convertDocker(paste);
  if (result.ok) throw new Error(`it was read: ${JSON.stringify(result.workspace)}`);
  expect(result.message).toMatch(message);
  expect(`${result.line}:${result.column}`).toBe(at);
});

test("several services come back as a choice", async () => {
  const paste = "services:\n  web: {image: 'a:1'}\n  db: {image: 'b:1'}\n";
  expect(await convertDocker(paste)).toMatchObject({ ok: false, services: ["web", "db"] });
  expect(await convertDocker(paste, "cache")).toMatchObject({ ok: false, services: ["web", "db"] });
  expect(await convertDocker(paste, "db")).toMatchObject({ ok: true, workspace: { name: "b:1" } });
});

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

test("a very long paste is refused, a long odd one is read quickly", async () => {
  expect(await convertDocker("x".repeat(600_000))).toMatchObject({ ok: false });
  const start = performance.now();
  for (const piece of ["$(", "`#a` ", "\\\n", "${a:-", "-e a ", "% ", "[::"]) {
    await convertDocker(`docker run ${piece.repeat(Math.floor(200_000 / piece.length))} a:1`);
  }
  expect(performance.now() - start).toBeLessThan(10_000);
});

test("what needs a look is noted", async () => {
  const notes = async (paste: string): Promise<string[]> => {
    const result = await convertDocker(paste);
    if (!result.ok) throw new Error(result.message);
    return result.notes;
  };
  expect(await notes("docker run a:1")).toStrictEqual([]);
  expect((await notes("docker run a")).join()).toMatch(/has no tag/);
  expect((await notes('docker run -v "$PWD":/b a:1')).join()).toMatch(/\$PWD was kept as it stands/);
  expect((await notes("docker run -e A=${B:-c} a:1")).join()).toMatch(/\$\{B:-c\} became its default, "c"/);
  expect((await notes("docker run -p 80:80 a:1")).join()).toMatch(/taken on the agent/);
  expect((await notes("docker run -v ./a:/b a:1")).join()).toMatch(/absolute path/);
  expect(await notes("docker run -e $A a:1")).toStrictEqual([]);
  expect((await notes("docker run a:1 sh -c $A")).join()).toMatch(/the command: \$A/);
});
