/** Whether the source of a mount is a path on the agent, and not the name of a Docker volume. */
export function isHostPath(source: string): boolean {
  return /^(?:[/~.\\]|[a-z]:[\\/]|npipe:)/i.test(source);
}

/**
 * One spelling for every path: forward slashes, a leading slash, no empty, "." or ".." parts, and the real place behind the links
 * /var/run and /var/lock.
 */
export function normalizePath(path: string): string {
  const parts: string[] = [];
  for (const part of path.trim().replaceAll("\\", "/").split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  const plain = `/${parts.join("/")}`;
  return plain.replace(/^\/var\/run(?=\/|$)/, "/run").replace(/^\/var\/lock(?=\/|$)/, "/run/lock");
}

/** Splits at colons, but not after the letter of a Windows drive ("C:\\data:/data"). */
export function splitAtColons(text: string): string[] {
  const parts = text.split(":");
  const [drive = "", path = "", ...rest] = parts;
  return /^[a-z]$/i.test(drive) && /^[\\/]/.test(path) ? [`${drive}:${path}`, ...rest] : parts;
}
