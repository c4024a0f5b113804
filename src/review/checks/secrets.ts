import { isObject, own, type JsonObject, type JsonValue } from "../../registry/model/json.ts";
import { isSecretInProse, isSecretName, secretInCommand } from "../../registry/model/secrets.ts";
import type { Finding } from "../../registry/model/types.ts";
import { finding, type Check } from "../finding.ts";
import { listItems, memberPlace, topPlace } from "../setting-place.ts";
import { asText, ownAnyCase } from "../values.ts";

/** Secrets outside the variables of a session, which have a check of their own. */

/** The words of `command` and `entrypoint`. */
export const checkWords: Check = (value, place) => {
  const text = Array.isArray(value) ? value.map(asText).join(" ") : asText(value);
  return secretInCommand.test(text) ? [finding("exec-secret", place)] : [];
};

/** The command of a health check. */
export const checkHealthWords: Check = (value, place) =>
  isObject(value) ? checkWords(ownAnyCase(value, "Test") ?? "", memberPlace(place, "test")) : [];

/** The notes, and answers that the launch form gives in advance. */
export function checkSecrets(data: JsonObject): Finding[] {
  const inNotes = isSecretInProse(asText(own(data, "notes")));
  const form = own(data, "launch_config");
  const questions = isObject(form) ? (own(form, "launch_form") ?? null) : null;
  const place = memberPlace(topPlace("", "launch_config", null), "launch_form");
  return [
    ...(inNotes ? [finding("env-secret", topPlace("", "notes", null))] : []),
    ...listItems(questions, place)
      .filter(({ value }) => isAnswered(value))
      .map(({ place: at }) => finding("env-secret", memberPlace(at, "value"))),
  ];
}

function isAnswered(question: JsonValue): boolean {
  if (!isObject(question) || asText(own(question, "value")).trim() === "") return false;
  return own(question, "input_type") === "password" || isSecretName(asText(own(question, "key")));
}
