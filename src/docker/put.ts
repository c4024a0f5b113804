import { listAt, objectAt, setKey, type Put, type Reason } from "./converted-workspace.ts";
import { dockerPySize, parseWhole } from "./values/amounts.ts";
import { badValue, leftOut } from "../strings/docker.ts";
import { goBoolean, keyValue } from "./values/csv.ts";

/** Makers of the plain kinds of option: one key of run_config, one type. */

/** A regular expression, or what tests like one. */
type Form = { test: (value: string) => boolean };

/** A text, as written. */
export function putText(key: string): Put {
  return (partial, value) => {
    if (value === "") return leftOut.empty;
    partial.config[key] = value;
    return undefined;
  };
}

/** A text of certain forms; the reason says which. */
export function putForm(key: string, form: Form, reason: Reason): Put {
  return (partial, value) => {
    if (!form.test(value)) return leftOut[reason];
    partial.config[key] = value;
    return undefined;
  };
}

/** A whole number, of a range where docker has one. */
export function putWhole(key: string, min = -Infinity, max = Infinity): Put {
  return (partial, value) => {
    const number = parseWhole(value);
    if (number === null) return badValue.number(value);
    if (number < min || number > max) return badValue.range(min, max);
    partial.config[key] = number;
    return undefined;
  };
}

/** A size: text with a unit that docker-py reads, or bytes. */
export function putSize(key: string): Put {
  return (partial, value) => {
    const size = dockerPySize(value);
    if (size === null) return badValue.size(value);
    partial.config[key] = size;
    return undefined;
  };
}

/** A switch; off is what Docker does anyway, so it is not written. */
export function putFlag(key: string): Put {
  return (partial, value) => {
    const on = goBoolean(value);
    if (on === null) return badValue.boolean(value);
    if (!on) return leftOut.off;
    partial.config[key] = true;
    return undefined;
  };
}

/** One more item of a list; `form` is that of an item, and the reason says so. */
export function putItem(key: string, form: Form = /./s, reason: Reason = "empty"): Put {
  return (partial, value) => {
    if (!form.test(value)) return leftOut[reason];
    listAt(partial.config, key).push(value);
    return undefined;
  };
}

/** One more `name=value` of an object; `form` is that of a name, and the reason says so. */
export function putPair(key: string, form = /./s, reason: Reason = "notPair"): Put {
  return (partial, value) => {
    const [name, text] = keyValue(value);
    if (text === null) return leftOut.notPair;
    if (!form.test(name)) return leftOut[reason];
    setKey(objectAt(partial.config, key), name, text);
    return undefined;
  };
}

/** An option that has no place in a workspace. */
export function leaveOut(reason: Reason): Put {
  return () => leftOut[reason];
}
