import { expect, test } from "vitest";
import type { ImageLock } from "../registry/model/image-lock.ts";
import { kasmAnswer as words } from "../strings/docker.ts";
import { convertDocker } from "./index.ts";
import { madeForKasm } from "./made-for-kasm.ts";

const facts = { digest: "sha256:0", type: "", created: "", checked: "2026-11-29", platforms: {} };
const lock: ImageLock = new Map([
  ["docker.io/me/desk:1", { ...facts, config: { ports: ["6901/tcp"] } }],
  ["docker.io/me/web:1", { ...facts, config: { ports: ["80/tcp"] } }],
  ["docker.io/me/kasm-none:1", { ...facts, config: {} }],
  ["docker.io/me/gone:1", { state: "missing", since: "2026-11-29" }],
]);
const { reasons } = words;

test.each([
  ["docker run kasmweb/gimp:1.18.0", "yes", reasons.own],
  ["docker run -p 80:80 docker.io/kasmweb/gimp:1.18.0", "yes", reasons.own],
  ["docker run ghcr.io/kasmweb/gimp:1.18.0", "probably", reasons.named],
  ["docker run me/desk:1", "yes", reasons.measured],
  ["docker run -p 80:80 me/desk:1", "yes", reasons.measured],
  ["docker run lscr.io/linuxserver/webtop:latest", "probably", reasons.linuxServer],
  ["docker run -p 3000:3000 linuxserver/webtop", "probably", reasons.linuxServer],
  ["docker run me/web:1", "no", reasons.measuredOther("80/tcp")],
  ["docker run me/kasm-none:1", "no", reasons.measuredOther("")],
  ["docker run -p 8080:80 -p 6901:6901 me/app:1", "probably", reasons.display],
  ["docker run -p 8080:80 -p 443:443 me/app:1", "no", reasons.otherPort(80)],
  ["docker run -p 53:53/udp me/app:1", "unknown", reasons.unknown],
  ["docker run doctorwhen/kasm:rustdesk", "probably", reasons.named],
  ["docker run nginx:1", "no", reasons.official],
  ["docker run docker.io/library/nginx:1", "no", reasons.official],
  ["docker run ghcr.io/nginx:1", "unknown", reasons.unknown],
  ["docker build -t a:1 . && docker run a:1", "unknown", reasons.unknown],
  ["docker run me/gone:1", "unknown", reasons.unknown],
])("%s: %s", async (command, verdict, reason) => {
  const conversion = await convertDocker(command);
  if (!conversion.ok) throw new Error(conversion.message);
  const cure = verdict === "no" || verdict === "unknown" ? ` ${words.cures[verdict]}` : "";
  expect(madeForKasm(String(conversion.workspace["name"]), lock, conversion)).toEqual({
    verdict,
    answer: `${words.question} ${words.verdicts[verdict as "yes"]}`,
    reason: `${reason}${cure}`,
  });
});

test("text that is no image has no answer", () => expect(madeForKasm("Bad Image", null)).toBeNull());
