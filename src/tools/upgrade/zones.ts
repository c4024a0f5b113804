/** Who a file belongs to. "content" is the fork's and never touched; "theme" is touched only as long as the fork has not changed it; the rest is the engine. */
export type Zone = "content" | "theme" | "engine";

const theme = /^(?:src\/styles\/tokens\.css|src\/strings(?:\.ts|\/.+)|LICENSE)$/;

/** The zone of a path of the repository, with forward slashes. The README's project map shows the same zones. */
export function zoneOf(path: string): Zone {
  if (/^(?:workspaces|public)\//.test(path) || path === "README.md") return "content";
  return theme.test(path) ? "theme" : "engine";
}
