import { pictures as words } from "../../strings/check.ts";
/** Drawn elements at most, with every repetition by <use>, pattern, mask and the like. A few lines of nested <use> draw billions. */
const mostDrawn = 200_000;
const deepestNesting = 500;

/** A part of a drawing that others refer to by its id. */
interface Part {
  /** Elements in it that have no id. */
  elements: number;
  /** Parts inside it. */
  parts: Part[];
  /** Ids that it refers to, once for each time. */
  references: string[];
  /** Elements drawn in all; null while it is being counted. */
  total?: number | null;
}

/** Counts what a drawing really draws, while it is read. */
export class RepetitionCount {
  readonly #root: Part = { elements: 0, parts: [], references: [] };
  readonly #byId = new Map<string, Part>();
  readonly #open: Part[] = [this.#root];

  enter(id: string | undefined, references: readonly string[]): void {
    if (this.#open.length > deepestNesting) throw new Error(words.tooDeep);
    const parent = this.#open.at(-1) ?? this.#root;
    if (id === undefined) {
      parent.elements++;
      parent.references.push(...references);
      this.#open.push(parent);
      return;
    }
    const part: Part = { elements: 1, parts: [], references: [...references] };
    parent.parts.push(part);
    if (!this.#byId.has(id)) this.#byId.set(id, part);
    this.#open.push(part);
  }

  leave(): void {
    this.#open.pop();
  }

  /** Counts the elements of a drawing inside the element that is open. */
  add(elements: number): void {
    const part = this.#open.at(-1);
    if (part) part.elements += elements;
  }

  /** Elements drawn in all; known after the check. */
  get total(): number {
    return this.#root.total ?? 0;
  }

  /** Throws where the drawing repeats itself more often than any viewer can bear. */
  check(): void {
    if (this.#count(this.#root, 0) > mostDrawn) throw new Error(words.tooRepetitive);
  }

  #count(part: Part, depth: number): number {
    if (depth > deepestNesting) throw new Error(words.referencesTooDeep);
    // A circle: viewers draw nothing there.
    if (part.total === null) return 0;
    if (part.total !== undefined) return part.total;
    part.total = null;
    let total = part.elements;
    for (const inner of part.parts) total += this.#count(inner, depth + 1);
    for (const id of part.references) {
      const target = this.#byId.get(id);
      if (target) total += this.#count(target, depth + 1);
    }
    return (part.total = Math.min(total, Number.MAX_SAFE_INTEGER));
  }
}
