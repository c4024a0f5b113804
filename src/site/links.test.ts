import { expect, test } from "vitest";
import * as links from "./links.ts";

test.each([
  [links.published("1.0/list.json"), "/1.0/list.json"],
  [links.home, "/"],
  [links.allWorkspaces(), "/all/"],
  [links.allWorkspaces(2), "/all/2/"],
  [links.category("a b"), "/categories/a%20b/"],
  [links.category("a", 2), "/categories/a/2/"],
  [links.kasmVersion("1.18.x"), "/kasm/1.18.x/"],
  [links.kasmVersion("1.18.x", 3), "/kasm/1.18.x/3/"],
  [links.workspacePath(), "workspaces/"],
  [links.workspacePath("a/b"), "workspaces/a%2Fb/"],
  [links.workspace("a"), "/workspaces/a/"],
  [links.workspaceJson("1.1", "a b"), "/1.1/workspaces/a%20b.json"],
  [links.icon("a b.png"), "/1.0/icons/a%20b.png"],
  [links.flags(), "/flags/"],
  [links.flags("a b"), "/flags/#a%20b"],
  [links.guide("a b"), "/flags/?q=a+b"],
  [links.guideIndex, "/search/guide.json"],
  [links.compare(), "/compare/"],
  [links.compare("a b", "c", "d", "e"), "/compare/?a=a+b&b=c&c=d"],
  [links.builder(), "/new/"],
  [links.builder("a b"), "/new/?from=a%20b"],
  [links.search({ flag: "a b", q: "c" }), "/?flag=a+b&q=c"],
  [links.cardIndex, "/search/cards.json"],
])("leads to %s", (link, address) => expect(link).toBe(address));
