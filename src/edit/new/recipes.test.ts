import { expect, test } from "vitest";
import { validateWorkspace } from "../../registry/check/workspace.ts";
import { sound } from "../../registry/check/workspace.fixture.ts";
import { officialFlags } from "../../registry/model/flags.ts";
import { reviewWorkspace } from "../../review/index.ts";
import { addRecipe, recipes, type RecipeId } from "./recipes.ts";

test.each<[RecipeId, string[], string[]]>([
  ["nvidia", [], []],
  [
    "dri",
    ["devices device-gpu medium", "exec_config exec-root medium", "exec_config exec-device-perms low"],
    ["devices flag_property"],
  ],
  ["user-folder", ["volume_mappings mount-host-path medium"], []],
  ["shared-folder", ["volume_mappings mount-host-path low"], []],
])("the recipe %s is valid, and causes the findings %j and the flags %j", (id, findings, flags) => {
  const { data } = addRecipe(sound, id);
  const { faults } = validateWorkspace({
    folder: "Sound",
    slug: "sound",
    content: JSON.stringify(data),
    files: null,
  });
  expect(faults).toEqual([]);
  const found = reviewWorkspace(data).map(
    ({ property, rule, severity }) => `${property} ${rule} ${severity}`,
  );
  expect(found.filter((line) => !line.startsWith("(image)"))).toEqual(findings);
  expect(officialFlags(data).map(({ property, flag }) => `${property} ${flag}`)).toEqual(flags);
});

test("a recipe overwrites nothing, and says what stayed", () => {
  const data = {
    gpu_count: 2,
    run_config: { environment: { HW3D: "1", A: "b" }, devices: ["/dev/snd"], hostname: "kasm" },
    exec_config: { first_launch: { cmd: "mine" }, go: { cmd: "x" } },
  };
  expect(addRecipe(data, "nvidia")).toEqual({ data, changed: [], left: ["gpu_count"] });
  expect(addRecipe(data, "dri")).toEqual({
    data: {
      ...data,
      run_config: { ...data.run_config, devices: ["/dev/snd", "/dev/dri:/dev/dri:rwm"] },
    },
    changed: ["run_config"],
    left: ["run_config.environment.HW3D", "exec_config.first_launch"],
  });
});

test.each(Object.keys(recipes) as RecipeId[])("the recipe %s can be added twice, and to odd values", (id) => {
  const { data } = addRecipe({}, id);
  expect(data).toEqual(recipes[id]);
  expect(addRecipe(data, id)).toEqual({ data, changed: [], left: [] });
  const odd = { gpu_count: null, run_config: "--gpus", exec_config: [], volume_mappings: 1 };
  expect(addRecipe(odd, id).data).toEqual(odd);
});

test("both folders fit into one workspace", () => {
  const { data } = addRecipe(addRecipe({}, "user-folder").data, "shared-folder");
  expect(Object.keys(data["volume_mappings"] as object)).toHaveLength(2);
});
