import { textBefore } from "../../registry/model/text.ts";
import { holdsLogin } from "../../registry/model/foreign-keys.ts";
import { isSecretName } from "../../registry/model/secrets.ts";
import { isObject, type JsonValue } from "../../registry/model/json.ts";
import type { Finding } from "../../registry/model/types.ts";
import type { RuleId } from "../catalogue/rules.ts";
import { finding, type Check } from "../finding.ts";
import { listItems, memberPlace, type SettingPlace } from "../setting-place.ts";
import { asText, isEmpty } from "../values.ts";

interface Variable {
  name: string;
  value: JsonValue;
  place: SettingPlace;
}

/** The kinds of variables that deserve a look; the first that fits counts. */
const variableRules: readonly (readonly [RuleId, (variable: Variable) => boolean])[] = [
  ["env-secret", isSecret],
  ["env-proxy", ({ name }) => /(?:https?|all|ftp|socks)_proxy/i.test(name)],
  ["env-docker-host", ({ name }) => name === "DOCKER_HOST"],
  ["env-tls-off", switchesCertificatesOff],
  ["env-loader", ({ name }) => loaders.has(name)],
  ["own-display", isOtherDisplay],
  ["env-nvidia", ({ name }) => name.startsWith("NVIDIA_")],
];

const loaders = new Set(
  "LD_PRELOAD LD_AUDIT LD_LIBRARY_PATH BASH_ENV PROMPT_COMMAND PYTHONSTARTUP NODE_OPTIONS".split(" "),
);

function isSecret({ name, value }: Variable): boolean {
  return (isSecretName(name) && !isEmpty(value) && asText(value).trim() !== "") || holdsLogin(asText(value));
}

function switchesCertificatesOff({ name, value }: Variable): boolean {
  if (name === "GIT_SSL_NO_VERIFY" || name === "CURL_INSECURE") return true;
  return (
    (name === "NODE_TLS_REJECT_UNAUTHORIZED" || name === "PYTHONHTTPSVERIFY") && asText(value).trim() === "0"
  );
}

/** Values that name the session's own display: Kasm's images serve display 1, with its key in the home of the user. */
const ownDisplay: ReadonlyMap<string, RegExp> = new Map([
  ["DISPLAY", /^(?::1(?:\.0)?)?$/],
  ["XAUTHORITY", /^(?:(?:\/home\/kasm-(?:user|default-profile)|\/root|\/config)\/\.Xauthority)?$/],
]);

/** A command in the session may well need the variable. */
function isOtherDisplay({ name, value, place }: Variable): boolean {
  const own = ownDisplay.get(name);
  return own !== undefined && place.property === "environment" && !own.test(asText(value).trim());
}

/** `environment`, in run_config and in the hooks of exec_config: {NAME: value}, or a list of "NAME=value". */
export const checkEnvironment: Check = (value, place) =>
  readVariables(value, place).flatMap((variable): Finding[] => {
    const rule = variableRules.find(([, fits]) => fits(variable))?.[0];
    return rule ? [finding(rule, variable.place)] : [];
  });

/** `labels`, which have the form of variables: secrets alone deserve a look. */
export const checkLabels: Check = (value, place) => [
  finding("labels-set", place),
  ...readVariables(value, place)
    .filter(isSecret)
    .map((variable) => finding("env-secret", variable.place)),
];

/** The path of a variable ends in its name in both forms. */
function readVariables(value: JsonValue, place: SettingPlace): Variable[] {
  if (isObject(value)) {
    return Object.entries(value).map(([name, text]) => ({
      name: name.trim(),
      value: text,
      place: memberPlace(place, name),
    }));
  }
  return listItems(value, place).map(({ value: item, place: at }) => {
    const name = textBefore(asText(item), "=");
    const text = asText(item).slice(name.length + 1);
    // With a colon or a space in place of the =, the value belongs to the name, and it can be a secret.
    const shown = /^[^\s:]*/.exec(name.trim())![0];
    return { name: name.trim(), value: text, place: { ...at, path: `${place.path}.${shown}` } };
  });
}
