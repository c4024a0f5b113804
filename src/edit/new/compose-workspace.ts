import type { JsonObject, JsonValue } from "../../registry/model/json.ts";
import { dockerHub, parseImage } from "../../registry/model/image-reference.ts";
import type { SchemaVersion } from "../../registry/model/types.ts";

/** An author's answers about a new workspace. */
export interface Answers {
  schema: SchemaVersion;
  name: string;
  image: string;
  description: string;
  categories: string[];
  architectures: string[];
  /** Kasm versions, "1.19.x". */
  versions: string[];
  /** Megabytes on disk; null leaves it to `npm run images`. */
  size: number | null;
  /** File name of the icon. */
  icon: string;
  /** Keys that a docker command added: run_config, cores, memory, gpu_count… Keys that the answers above have are not taken from it. */
  more: JsonObject;
}

/** The address that Kasm asks for images of Docker Hub. */
const dockerHubUrl = "https://index.docker.io/v1/";

/** A workspace.json in the usual order of keys; empty ones are left out. `schemaPath` is where the editor finds the schemas, relative to the file. */
export function composeWorkspace(answers: Answers, schemaPath: string): JsonObject {
  const { schema, name, image, description, categories, architectures, versions, size, icon, more } = answers;
  const sizes = size === null ? {} : { uncompressed_size_mb: size };
  const data: JsonObject = {
    $schema: `${schemaPath}/workspace-${schema}.schema.json`,
    friendly_name: name,
    description,
  };
  if (schema === "1.0") data["name"] = image;
  data["docker_registry"] = registryOf(image);
  data["image_src"] = icon;
  if (categories.length > 0) data["categories"] = categories;
  data["architecture"] = architectures;
  data["compatibility"] =
    schema === "1.0" ? versions : versions.map((version): JsonValue => ({ version, image, ...sizes }));
  if (schema === "1.0") Object.assign(data, sizes);
  for (const [key, value] of Object.entries(more)) {
    if (!Object.hasOwn(data, key) && key !== "name") data[key] = value;
  }
  return data;
}

function registryOf(image: string): string {
  const parsed = parseImage(image);
  return "cause" in parsed || parsed.registry === dockerHub ? dockerHubUrl : `https://${parsed.registry}/`;
}
