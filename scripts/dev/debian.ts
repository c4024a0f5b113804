import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/**
 * Installs packages that tests need where that needs nobody's password: as root on Debian or Ubuntu. Does nothing elsewhere, and
 * leaves it to the caller to look whether they are there now.
 */
export function installOnDebian(packages: readonly string[]): void {
  const canInstall =
    process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (!canInstall || packages.length === 0) return;
  process.stderr.write(`Installing Debian's ${packages.join(" and ")} for the tests.\n`);
  spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}
