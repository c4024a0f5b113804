/** Words about a rule, for an admin who is no container expert. `code` is between backquotes. */
export interface RuleWords {
  /** For headings: at most 60 characters, no full stop. */
  title: string;
  /** For cards, where the title says too little or is too long: at most 40 characters. */
  short?: string;
  /** When the severity differs from the rule's usual one. */
  varies?: string;
  /** Why it matters; the first sentence is shown alone in summaries. */
  reason: string;
  /** Why a workspace may need it. */
  purpose: string;
  /** The cure. */
  advice: string;
}
