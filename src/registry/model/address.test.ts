import { expect, test } from "vitest";
import {
  detectAddress,
  detectSource,
  isLocal,
  normalizeAddress,
  repositoryAddress,
  siteRoot,
  type AddressClues,
} from "./address.ts";

const cases: [name: string, clues: Partial<AddressClues>, url: string][] = [
  ["nothing is known", {}, "http://localhost:4321/"],
  [
    "--site wins",
    { site: "https://a.example/x", env: { SITE_URL: "https://b.example" } },
    "https://a.example/x/",
  ],
  [
    "SITE_URL",
    { env: { SITE_URL: "https://b.example/reg/", GITHUB_REPOSITORY: "o/r" }, url: "https://c.example" },
    "https://b.example/reg/",
  ],
  ["registry.json", { url: "https://c.example", cname: "d.example" }, "https://c.example/"],
  [
    "custom domain",
    { cname: "registry.example.org\n", env: { GITHUB_REPOSITORY: "o/r" } },
    "https://registry.example.org/",
  ],
  [
    "project page",
    { env: { GITHUB_REPOSITORY: "Some-Owner/My.Repo" } },
    "https://some-owner.github.io/My.Repo/",
  ],
  ["user page", { env: { GITHUB_REPOSITORY: "Owner/owner.github.io" } }, "https://owner.github.io/"],
  ["remote over ssh", { remote: "git@github.com:owner/reg.git" }, "https://owner.github.io/reg/"],
  [
    "remote over https with a token",
    { remote: "https://user:secret@github.com/owner/reg.git" },
    "https://owner.github.io/reg/",
  ],
  ["remote at GitLab", { remote: "ssh://git@gitlab.com/group/reg.git" }, "https://group.gitlab.io/reg/"],
  ["remote elsewhere", { remote: "https://git.example.org/owner/reg" }, "http://localhost:4321/"],
  ["remote on this disk", { remote: "/srv/git/reg.git" }, "http://localhost:4321/"],
  ["custom domain below an empty line", { cname: "\r\n  \nd.example\r\n" }, "https://d.example/"],
  ["custom domain with old line ends", { cname: "d.example\n" }, "https://d.example/"],
  [
    "project page on a server with capitals",
    { remote: "https://GitHub.com/Lab/Reg/" },
    "https://lab.github.io/Reg/",
  ],
  ["user page with capitals", { remote: "https://gitlab.com/Lab/LAB.gitlab.io" }, "https://lab.gitlab.io/"],
  ["remote in a group", { remote: "https://gitlab.com/a/b/c" }, "https://a.gitlab.io/b/c/"],
  ["remote at a host that ends alike", { remote: "https://notgithub.com/a/b" }, "http://localhost:4321/"],
  ["remote behind another", { remote: "https://x.example/https://github.com/a/b" }, "http://localhost:4321/"],
  ["a clue that is none", { site: "ftp://x.example", url: "https://c.example" }, "https://c.example/"],
  ["empty settings", { site: "", env: { SITE_URL: " " }, url: "", cname: "\n" }, "http://localhost:4321/"],
];

test.each(cases)("takes the address of the site from: %s", (_, clues, url) => {
  expect(detectAddress({ env: {}, ...clues })).toBe(url);
});

test.each([
  ["example.org", "https://example.org/"],
  ["http://example.org/a/b?x#y", "http://example.org/a/b/"],
  ["https://owner.github,io/reg", null],
  ["ftp://example.org", null],
  ["https://user:pass@example.org", null],
  ["not an address", null],
  [" http://example.org ", "http://example.org/"],
  ["https://user@example.org", null],
  ["https://:pass@example.org", null],
  ["https://exa mple.org", null],
  ["https://example.org/a,b c", "https://example.org/a,b%20c/"],
  ["HTTP://Example.org", "http://example.org/"],
  ["git+ssh://example.org", null],
  ["https://", null],
  ["example.org/a//b", "https://example.org/a/b/"],
  ["example.org/http://x", "https://example.org/http:/x/"],
])("normalizeAddress(%s)", (text, expected) => expect(normalizeAddress(text)).toBe(expected));

test.each([
  ["https://o.github.io/r", "https://o.github.io/r/", null],
  ["https://github.com/O/r.git", "https://o.github.io/r/", "repository"],
  ["https://o.githib.io/r/", "https://o.github.io/r/", "host"],
  ["https://o.github.oi/r/", "https://o.github.io/r/", "host"],
  ["https://x.netlify.ap/", "https://x.netlify.app/", "host"],
  ["https://githib.io/", "https://githib.io/", null],
  ["https://o.gitea.io/r/", "https://o.gitea.io/r/", null],
  ["https://o.example/r/1.1/list.json", "https://o.example/r/", "file"],
  ["https://o.example/r/1.0", "https://o.example/r/", "schema"],
  ["https://o.example/r/workspaces/firefox/", "https://o.example/r/", "page"],
])("the root of the site that %s means is %s", (address, root, extra) =>
  expect(siteRoot(new URL(address))).toMatchObject({ root, extra }),
);

test("detects the source repository, without credentials", () => {
  expect(detectSource({ env: { GITHUB_REPOSITORY: "o/r" }, remote: null })).toBe("https://github.com/o/r");
  expect(repositoryAddress("https://user:secret@git.example.org/o/r.git")).toBe(
    "https://git.example.org/o/r",
  );
  expect(
    detectSource({
      env: { GITHUB_REPOSITORY: "o/r", GITHUB_SERVER_URL: "https://git.example" },
      remote: null,
    }),
  ).toBe("https://git.example/o/r");
});

test.each([
  ["git@git.example.org:o/r.git", "https://git.example.org/o/r"],
  ["git.example.org:o/r", "https://git.example.org/o/r"],
  ["http://git.example.org/o/r/", "https://git.example.org/o/r"],
  ["git://git.example.org/o/r.git/", "https://git.example.org/o/r"],
  ["https://git.example.org/o/r.github.io//", "https://git.example.org/o/r.github.io"],
  ["https://git.example.org/o", null],
  ["https://localhost/o/r", null],
  ["ftp://git.example.org/o/r", null],
  ["file:///srv/git/r.git", null],
  ["../elsewhere", null],
  ["me-1.x@git.example.org:o/r.git", "https://git.example.org/o/r"],
  ["x me@git.example.org:o/r.git", null],
  ["git.example.org://o/r", null],
  ["git.1:o/r", null],
  ["ssh://git@git.example.org:22/o/r", "https://git.example.org/o/r"],
  ["https://git.example.org/o/r.gitx", "https://git.example.org/o/r.gitx"],
])("the web address of the remote %s is %s", (remote, address) =>
  expect(repositoryAddress(remote)).toBe(address),
);

test.each([
  ["http://localhost:4321/", true],
  ["https://LOCALHOST", true],
  ["http://127.0.0.1/a", true],
  ["http://127.10.20.30:80", true],
  ["http://[::1]/", true],
  ["http://localhost.example/", false],
  ["http://127.0.0.1.example/", false],
  ["https://example.org/?http://localhost/", false],
  ["http://localhost", true],
  ["http://127.0.1/", false],
  ["ftp://localhost/", false],
])("whether %s leads to this machine: %s", (address, local) => expect(isLocal(address)).toBe(local));
