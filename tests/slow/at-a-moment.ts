import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { spawnSync } from "node:child_process";

/**
 * Loaded into a build before anything else (NODE_OPTIONS=--import): what happens to it from outside, at a moment that can be named and not
 * only hoped for. AT_MOMENT: "read" is when all sources have been read and checked; "collect" when the site has been rendered; "exchange"
 * when the old site has been taken away and the new one is not yet in its place. DO_THEN is a shell script, which knows the build as $PPID.
 * SHIFT_CLOCK moves the clock by so many milliseconds.
 */
const { AT_MOMENT, DO_THEN, SHIFT_CLOCK } = process.env;

if (AT_MOMENT !== undefined && DO_THEN !== undefined) {
  let done = false;
  const then = (): void => {
    if (done) return;
    done = true;
    const { status, stderr } = spawnSync("sh", ["-euc", DO_THEN], { encoding: "utf8" });
    if (status !== 0) throw new Error(`The fault could not be made: ${stderr}`);
  };
  const { mkdirSync, renameSync } = fs;
  fs.mkdirSync = ((...args: Parameters<typeof mkdirSync>) => {
    if (AT_MOMENT === "read" && /\.building$/.test(String(args[0]))) then();
    return mkdirSync(...args);
  }) as typeof mkdirSync;
  fs.renameSync = ((...args: Parameters<typeof renameSync>) => {
    if (AT_MOMENT === "collect" && /site\.building-[^/]*$/.test(String(args[0]))) then();
    if (AT_MOMENT === "exchange" && /\.building\/site$/.test(String(args[0]))) then();
    return renameSync(...args);
  }) as typeof renameSync;
  syncBuiltinESMExports();
}

if (SHIFT_CLOCK !== undefined) {
  const RealDate = Date;
  const now = (): number => RealDate.now() + Number(SHIFT_CLOCK);
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args: [], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
    get: (target, name) => (name === "now" ? now : (Reflect.get(target, name) as unknown)),
  });
}
