import type { SearchState } from "../../site/search/search-state.ts";
import { strip as words } from "../../strings/home-filters.ts";
import { byId } from "../elements.ts";
import { recall, remember } from "../memory.ts";

/** The tick that accepts the findings which are common here. A link that accepts them wins over what this browser remembers. */
export interface Acceptance {
  /** The state that the page opens with. */
  open: (state: SearchState) => SearchState;
}

/** `change` is told the rules that are accepted from now on. */
export function bindAcceptance(change: (rules: string[]) => void): Acceptance {
  const tick = document.getElementById("accept") as HTMLInputElement | null;
  if (!tick) return { open: (state) => ({ ...state, accept: [] }) };
  const rules = tick.value.split(" ");
  const say = (text: string): void => void (byId("policy").textContent = text);
  tick.addEventListener("change", () => {
    remember("accept", tick.checked ? tick.value : "");
    say("");
    change(tick.checked ? rules : []);
  });

  return {
    open(state) {
      const isOwn = recall("accept") === tick.value;
      const isLinked = rules.every((rule) => state.accept.includes(rule));
      say(isLinked && !isOwn ? words.linked : "");
      tick.checked = isOwn || isLinked;
      if (isLinked && !isOwn) remember("accept", tick.value, true);
      return { ...state, accept: tick.checked ? rules : [] };
    },
  };
}
