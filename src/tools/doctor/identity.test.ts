import { expect, test } from "vitest";
import { png } from "../../../tests/support/made-up-registry.ts";
import { details } from "../../strings/doctor.ts";
import type { Diagnosis } from "./faults.ts";
import { examineIdentity } from "./identity.ts";
import type { FetchResult, Limits } from "./request.ts";

const url = "LIST";
const answer = (status: number, body: Uint8Array = new Uint8Array()): FetchResult => ({
  ok: true,
  status,
  url: "",
  hops: [],
  headers: {},
  body,
  cut: false,
});
const answers: Record<string, FetchResult> = {
  "logo.png": answer(200, png()),
  "page.png": answer(200, new TextEncoder().encode("<html>")),
  "slow.png": {
    ok: false,
    url: "",
    fault: { code: "timed-out", args: { url: "URL", stage: "no answer", seconds: "1" } },
  },
};

/** The faults, and what was asked for: below the root by its path, elsewhere by its address. */
async function examined(
  data: { list_url?: unknown; icon?: unknown },
  root: string | null = "https://lab.example/r/",
  isFolder = false,
): Promise<{ faults: Diagnosis[]; asked: string[] }> {
  const asked: string[] = [];
  const get = (address: string, limits: Limits): Promise<FetchResult> => {
    expect(limits).toEqual({ limit: 65_536, cut: true });
    asked.push(address);
    return Promise.resolve(answers[address.split("/").at(-1)!] ?? answer(404));
  };
  const faults = await examineIdentity({
    url,
    data: data as Record<string, string>,
    root,
    reader: { address: (path) => path, get },
    get: isFolder ? null : get,
  });
  return { faults, asked };
}

const root = "https://lab.example/r/";
const invalid = (found: string, cause: string, address = root) => ({
  code: "list-url-invalid",
  args: { url, found: `"${found}"`, cause, address },
});
const elsewhere = (found: string) => ({
  code: "list-url",
  args: { url, found: `"${found}"`, address: root },
});

test.each<[listUrl: unknown, faults: object[]]>([
  ["https://lab.example/r/", []],
  ["https://lab.example/r", []],
  ["https://lab.example/r//", []],
  ["http://LAB.example/r/", []],
  [undefined, []],
  [7, []],
  ["https://lab.example/", [elsewhere("https://lab.example/")]],
  ["https://lab.example/r/s/", [elsewhere("https://lab.example/r/s/")]],
  ["https://other.example/https:/r/", [elsewhere("https://other.example/https:/r/")]],
  ["https://lab.example/1.0/r/", [elsewhere("https://lab.example/1.0/r/")]],
  ["https://lab.example/r1.0/", [elsewhere("https://lab.example/r1.0/")]],
  ["https://lab.example/1.2/", [elsewhere("https://lab.example/1.2/")]],
  ["https://lab.example/list.json/r/", [elsewhere("https://lab.example/list.json/r/")]],
  ["lab.example/r/", [invalid("lab.example/r/", details.withoutScheme)]],
  ["see https://lab.example/r/", [invalid("see https://lab.example/r/", details.withoutScheme)]],
  ["https://", [invalid("https://", details.notAddress)]],
  ["https://lab,example/r/", [invalid("https://lab,example/r/", details.commaInHost)]],
  ["https://lab.example/r/1.0", [invalid("https://lab.example/r/1.0", details.notRoot.schema)]],
  ["HTTPS://lab.example/r/1.1/", [invalid("HTTPS://lab.example/r/1.1/", details.notRoot.schema)]],
  ["https://lab.example/r/list.json", [invalid("https://lab.example/r/list.json", details.notRoot.file)]],
  ["https://github.com/lab/r", [invalid("https://github.com/lab/r", details.notRoot.repository)]],
  ["https://lab.githib.io/r/", [invalid("https://lab.githib.io/r/", details.notRoot.host)]],
  ["http://localhost:4321/", [elsewhere("http://localhost:4321/")]],
])("finds the list_url %j right or says why not", async (listUrl, faults) => {
  expect(await examined({ list_url: listUrl })).toEqual({ faults, asked: [] });
});

test("a folder has no address with which a list_url could be compared", async () => {
  expect(await examined({ list_url: "https://any.example/" }, null)).toEqual({ faults: [], asked: [] });
  expect((await examined({ list_url: "any.example" }, null)).faults).toEqual([
    invalid("any.example", details.withoutScheme, details.registryAddress),
  ]);
  expect((await examined({ list_url: "http://localhost:4321/" }, null)).faults).toEqual([
    { code: "list-url-local", args: { url: expect.any(String), found: '"http://localhost:4321/"' } },
  ]);
});

test.each<[icon: unknown, asked: string[]]>([
  ["https://lab.example/r/logo.png", ["logo.png"]],
  ["https://lab.example/r/a/logo.png?v=1#x", ["a/logo.png"]],
  ["HTTPS://LAB.example/r/logo.png#x", ["logo.png"]],
  ["https://lab.example/logo.png", ["https://lab.example/logo.png"]],
  ["http://other.example/logo.png", ["http://other.example/logo.png"]],
  [undefined, []],
  [7, []],
])("asks for the icon %j where it is", async (icon, asked) => {
  expect(await examined({ list_url: root, icon })).toEqual({ faults: [], asked });
});

const icon = "https://lab.example/r/logo.png";
test.each<[name: string, listUrl: string | undefined, root: string | null, asked: string]>([
  ["list_url is missing", undefined, root, icon],
  ["list_url is wrong", "https://lab.example/r/1.0/", root, icon],
  ["the registry is served elsewhere", root, "https://other.example/", icon],
  ["the registry is tried out on this machine", root, "http://127.0.0.1:8000/", "logo.png"],
  ["the registry is a folder", root, null, "logo.png"],
  ["another folder", "https://lab.example/s/", "http://localhost/", icon],
])("looks for the icon in the right place when %s", async (_, listUrl, at, asked) => {
  expect((await examined({ list_url: listUrl, icon }, at)).asked).toEqual([asked]);
});

test("asks nothing on the network for the icon of a folder", async () => {
  expect(await examined({ list_url: root, icon: "https://x.example/no.png" }, null, true)).toEqual({
    faults: [],
    asked: [],
  });
});

const missing = (found: string, cause: string) => [
  { code: "list-icon-missing", args: { url, icon: `"${found}"`, cause } },
];
test.each([
  ["/logo.png", [{ code: "list-icon-relative", args: { url, found: '"/logo.png"' } }]],
  ["see https://a.b/x", [{ code: "list-icon-relative", args: { url, found: '"see https://a.b/x"' } }]],
  ["https://", [{ code: "list-icon-relative", args: { url, found: '"https://"' } }]],
  ["https://a.b/no.png", missing("https://a.b/no.png", details.answers(404))],
  ["https://a.b/page.png", missing("https://a.b/page.png", details.notPicture)],
  [
    "https://github.com/lab/r/blob/main/page.png",
    missing("https://github.com/lab/r/blob/main/page.png", details.pageAboutPicture),
  ],
  [
    "https://a.b/slow.png",
    missing("https://a.b/slow.png", details.notLoaded("URL: no answer within 1 seconds")),
  ],
])("says what is wrong with the icon %s", async (icon, faults) => {
  expect((await examined({ list_url: root, icon })).faults).toEqual(faults);
});

test("reports a wrong list_url and a wrong icon together", async () => {
  const faults = [elsewhere("https://lab.example/")];
  const [listUrl] = ["https://lab.example/"];
  expect((await examined({ list_url: listUrl, icon: "x" })).faults).toEqual([
    ...faults,
    { code: "list-icon-relative", args: { url, found: '"x"' } },
  ]);
  expect((await examined({ list_url: listUrl, icon: "https://a.b/no.png" })).faults).toEqual([
    ...faults,
    ...missing("https://a.b/no.png", details.answers(404)),
  ]);
});

test("takes the relative icon of Kasm's own registry for right", async () => {
  const kasm = "https://registry.kasmweb.com/";
  expect((await examined({ list_url: kasm, icon: "/img/logo.svg" }, kasm)).faults).toEqual([]);
});
