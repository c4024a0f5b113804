/** The visitor's query as the address says it, so that every view can be shared and Back works. Pure. */

export const facetNames = ["category", "kasm", "arch", "finding", "flag", "image", "access"] as const;
export type FacetName = (typeof facetNames)[number];

export const sorts = ["name", "access", "newest", "changed", "size"] as const;
export type Sort = (typeof sorts)[number];

export interface SearchState {
  query: string;
  facets: Record<FacetName, string[]>;
  sort: Sort | "";
  /** Rules whose findings are accepted: a policy, not a search. */
  accept: string[];
}

/** Reads an address's query string; what is unknown in it is ignored. */
export function parseState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const sort = parameters.get("sort");
  const values = (name: string): string[] =>
    [...new Set(parameters.getAll(name).filter(Boolean))].slice(0, 50);
  return {
    query: parameters.get("q")?.slice(0, 200) ?? "",
    facets: Object.fromEntries(facetNames.map((name) => [name, values(name)])) as SearchState["facets"],
    sort: sorts.find((known) => known === sort) ?? "",
    accept: values("accept"),
  };
}

/** The query string of a state, with its question mark; "" for the untouched page. */
export function formatState(state: SearchState): string {
  const parameters = new URLSearchParams();
  if (state.query.trim()) parameters.set("q", state.query.trim());
  for (const name of facetNames) for (const value of state.facets[name]) parameters.append(name, value);
  if (state.sort) parameters.set("sort", state.sort);
  for (const rule of state.accept) parameters.append("accept", rule);
  const text = parameters.toString();
  return text && `?${text}`;
}

/** Whether nothing is asked for, whatever is accepted: the cards as they were served. */
export function isUntouched(state: SearchState): boolean {
  return formatState({ ...state, accept: [] }) === "";
}

/** A state with other values of a facet. */
export function withFacet(state: SearchState, name: FacetName, values: string[]): SearchState {
  return { ...state, facets: { ...state.facets, [name]: values } };
}
