import { jsonResponse } from "../../site/json-response.ts";
import { guideIndex } from "../../site/search/guide-index.ts";

/** The security guide's entries: for the search of the home page, and for the names of findings where pages are made in the browser. */
export const GET = (): Response => jsonResponse(JSON.stringify(guideIndex()));
