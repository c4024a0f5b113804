import { encodeCards } from "../../site/card-index.ts";
import { cardGroupsOf } from "../../site/card-groups.ts";
import { jsonResponse } from "../../site/json-response.ts";
import { getRegistry } from "../../site/registry.ts";

/** Every card, packed: what search and facets of the home page work on. */
export const GET = (): Response =>
  jsonResponse(JSON.stringify(encodeCards(cardGroupsOf(getRegistry()).cards)));
