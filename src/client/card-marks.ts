import { showMarks } from "./search/render-card.ts";

showMarks(document);
