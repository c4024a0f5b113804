const architectureAliases: Record<string, string> = {
  x86_64: "amd64",
  "x86-64": "amd64",
  x64: "amd64",
  x86: "amd64",
  intel: "amd64",
  "linux/amd64": "amd64",
  aarch64: "arm64",
  arm: "arm64",
  armv8: "arm64",
  arm64v8: "arm64",
  "arm64/v8": "arm64",
  "linux/arm64": "arm64",
  "linux/arm64/v8": "arm64",
};

/** The official name of an architecture that is usually written in another way, or null. */
export function architectureFor(name: string): string | null {
  const known = architectureAliases[name.trim().toLowerCase()] ?? name.trim().toLowerCase();
  return known === "amd64" || known === "arm64" ? known : null;
}
