import { suits } from "../registry/model/kasm-versions.ts";
import { myKasm as words } from "../strings/home-filters.ts";
import { recall } from "./memory.ts";

/** The notes on a workspace's page that show for the visitor's own choices, which the home page remembers (Verdict.astro, Install.astro). */

const accepted = document.getElementById("accepted");
if (
  accepted &&
  recall("accept")
    .split(" ")
    .includes(accepted.dataset["rule"] ?? "")
)
  accepted.hidden = false;

const server = recall("my-kasm");
const unlisted = document.getElementById("unlisted");
if (
  unlisted &&
  server &&
  !unlisted.dataset["versions"]?.split(" ").some((version) => suits(server, version))
) {
  unlisted.textContent = words.unlisted(server.replace(/\.x$/, ""));
  unlisted.hidden = false;
}
