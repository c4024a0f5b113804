import { dockerRegistryAddress } from "./docker-registry-address.ts";
import { duplicateImage } from "./duplicate-image.ts";
import { duplicateName } from "./duplicate-name.ts";
import { gpuContradiction } from "./gpu-contradiction.ts";
import { icon } from "./icon.ts";
import { iconClash } from "./icon-clash.ts";
import { imageFacts } from "./image-facts.ts";
import { invalidImage } from "./invalid-image.ts";
import { kasmCoverage } from "./kasm-coverage.ts";
import { launchForm } from "./launch-form.ts";
import { misplacedLogin } from "./misplaced-login.ts";
import { mixedChannels } from "./mixed-channels.ts";
import { mixedCompatibility } from "./mixed-compatibility.ts";
import { nearDuplicateCategory } from "./near-duplicate-category.ts";
import { sizeMissing } from "./size-missing.ts";
import { sizeZero } from "./size-zero.ts";
import type { RegistryRule, WorkspaceRule } from "./rule.ts";
import { tooManyCategories } from "./too-many-categories.ts";
import { unknownKey } from "./unknown-key.ts";
import { unknownOption } from "./unknown-option.ts";
import { unlikelyUnit } from "./unlikely-unit.ts";
import { versionPattern } from "./version-pattern.ts";

/** A new rule is a file, a line here and a row in problems.ts. */
export const workspaceRules: readonly WorkspaceRule[] = [
  unknownKey,
  mixedCompatibility,
  versionPattern,
  tooManyCategories,
  misplacedLogin,
  invalidImage,
  imageFacts,
  dockerRegistryAddress,
  icon,
  unknownOption,
  sizeMissing,
  sizeZero,
  unlikelyUnit,
  gpuContradiction,
  launchForm,
];

export const registryRules: readonly RegistryRule[] = [
  duplicateName,
  duplicateImage,
  nearDuplicateCategory,
  iconClash,
  mixedChannels,
  kasmCoverage,
];
