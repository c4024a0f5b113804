import { isObject, type JsonObject, type JsonValue } from "../../registry/model/json.ts";

/**
 * Settings that belong together. Sources: docs.kasm.com on GPU acceleration, on Intel and AMD cards, and on volume mappings;
 * vnc_startup.sh in kasmtech/workspaces-core-images, which reads HW3D; kasmtech/kasm-install-wizard, which opens /dev/dri the same way.
 */
export const recipes = {
  nvidia: { gpu_count: 1 },
  dri: {
    run_config: { environment: { HW3D: "true" }, devices: ["/dev/dri:/dev/dri:rwm"] },
    exec_config: { first_launch: { user: "root", cmd: "bash -c 'chown -R kasm-user:kasm-user /dev/dri/*'" } },
  },
  "user-folder": {
    volume_mappings: {
      "/mnt/kasm_users/{user_id}": { bind: "/home/kasm-user/Files", mode: "rw", uid: 1000, gid: 1000 },
    },
  },
  "shared-folder": {
    volume_mappings: { "/mnt/kasm_shared": { bind: "/shared", mode: "ro", uid: 1000, gid: 1000 } },
  },
} as const satisfies Record<string, JsonObject>;

export type RecipeId = keyof typeof recipes;

/** A workspace with a recipe in it: the keys that changed, and the paths where the author's own value stayed. */
export interface Prepared {
  data: JsonObject;
  changed: string[];
  left: string[];
}

/** Adds a recipe to a workspace and overwrites nothing. */
export function addRecipe(data: JsonObject, id: RecipeId): Prepared {
  const left: string[] = [];
  const prepared = mergeObjects(data, recipes[id], "", left);
  const changed = Object.keys(recipes[id]).filter(
    (key) => JSON.stringify(data[key]) !== JSON.stringify(prepared[key]),
  );
  return { data: prepared, changed, left };
}

/** Objects whose members stand for themselves; a command of exec_config or a volume is taken as a whole. */
const merged = new Set(["run_config", "run_config.environment", "exec_config", "volume_mappings"]);

function mergeObjects(before: JsonObject, added: JsonObject, path: string, left: string[]): JsonObject {
  const members = Object.entries(added).map(([key, value]): [string, JsonValue] => {
    const present = Object.hasOwn(before, key) ? before[key] : undefined;
    return [key, merge(present, value, path === "" ? key : `${path}.${key}`, left)];
  });
  return { ...before, ...Object.fromEntries(members) };
}

function merge(before: JsonValue | undefined, added: JsonValue, path: string, left: string[]): JsonValue {
  if (before === undefined) return structuredClone(added);
  if (Array.isArray(before) && Array.isArray(added))
    return [...before, ...added.filter((item) => !before.includes(item))];
  if (merged.has(path) && isObject(before) && isObject(added)) return mergeObjects(before, added, path, left);
  if (JSON.stringify(before) !== JSON.stringify(added)) left.push(path);
  return before;
}
