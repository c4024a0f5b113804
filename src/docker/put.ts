import { listAt, objectAt, setKey, type Put } from "./draft.ts";
import { dockerPySize, parseWhole } from "./values/amounts.ts";
import { goBoolean, keyValue } from "./values/csv.ts";

/** Makers of the plain kinds of option: one key of run_config, one type. */

/** A text, as written. */
export function putText(key: string): Put {
  return (sketch, value) => {
    if (value === "") return "It is empty.";
    sketch.config[key] = value;
    return undefined;
  };
}

/** A text of certain forms; `words` says which, in a sentence. */
export function putForm(key: string, form: RegExp, words: string): Put {
  return (sketch, value) => {
    if (!form.test(value)) return words;
    sketch.config[key] = value;
    return undefined;
  };
}

/** A whole number. */
export function putWhole(key: string): Put {
  return (sketch, value) => {
    const number = parseWhole(value);
    if (number === null) return `"${value}" is not a whole number.`;
    sketch.config[key] = number;
    return undefined;
  };
}

/** A size: text with a unit that docker-py reads, or bytes. */
export function putSize(key: string): Put {
  return (sketch, value) => {
    const size = dockerPySize(value);
    if (size === null) return `"${value}" is not a size such as 512m or 2g.`;
    sketch.config[key] = size;
    return undefined;
  };
}

/** A switch; off is what Docker does anyway, so it is not written. */
export function putFlag(key: string): Put {
  return (sketch, value) => {
    const on = goBoolean(value);
    if (on === null) return `"${value}" is neither true nor false.`;
    if (!on) return "Off is what Docker does anyway.";
    sketch.config[key] = true;
    return undefined;
  };
}

/** One more item of a list; `form` and `words` say what an item looks like. */
export function putItem(key: string, form = /./s, words = "It is empty."): Put {
  return (sketch, value) => {
    if (!form.test(value)) return words;
    listAt(sketch.config, key).push(value);
    return undefined;
  };
}

/** One more `name=value` of an object. */
export function putPair(key: string): Put {
  return (sketch, value) => {
    const [name, text] = keyValue(value);
    if (name === "" || text === null) return "It is not name=value.";
    setKey(objectAt(sketch.config, key), name, text);
    return undefined;
  };
}

/** An option that has no place in a workspace. */
export function leaveOut(reason: string): Put {
  return () => reason;
}
