import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

// The least that looking at a registry can cost: every file read and hashed. `check` is measured against it.
const [folder = "."] = process.argv.slice(2);
let files = 0;
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  createHash("sha1")
    .update(readFileSync(join(entry.parentPath, entry.name)))
    .digest();
  files++;
}
process.stdout.write(`${files}\n`);
