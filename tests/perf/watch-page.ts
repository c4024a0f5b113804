/** What a page tells of itself while it is measured; `window.watch`. Milliseconds. */
export interface Watch {
  /** When the first card was painted, from the beginning of the navigation; 0 before. */
  firstCard: number;
  /** Tasks of more than 50 ms. */
  tasks: number[];
  /** From the last key to the painted results; 0 while they are awaited. */
  answer: number;
}

/**
 * Runs in the page before its own scripts. A key is answered by the first painting after `list` is no longer busy; null for a page that
 * answers before it paints.
 */
export function watchPage({ card, list }: { card: string; list: string | null }): void {
  const watch: Watch = { firstCard: 0, tasks: [], answer: 0 };
  (window as unknown as { watch: Watch }).watch = watch;
  /** When what has just changed is on the screen: the frame that is being made ends with its painting, after which messages come. */
  const painted = (then: () => void): void =>
    void requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = then;
      port2.postMessage(null);
    });
  new PerformanceObserver((seen) => {
    for (const { duration } of seen.getEntries()) watch.tasks.push(duration);
  }).observe({ type: "longtask", buffered: true });

  const cards = new MutationObserver(() => {
    const first = document.querySelector(card);
    if (!first) return;
    cards.disconnect();
    for (const element of [first, ...first.querySelectorAll("*")])
      element.setAttribute("elementtiming", "card");
  });
  cards.observe(document, { childList: true, subtree: true });
  // The browser itself says when it was on the screen; a message after the frame waits behind everything that a loading page has to do.
  new PerformanceObserver((seen) => {
    for (const { renderTime } of seen.getEntries() as (PerformanceEntry & { renderTime: number })[])
      watch.firstCard ||= renderTime;
  }).observe({ type: "element", buffered: true });

  addEventListener(
    "input",
    (event) => {
      const answered = (): void => painted(() => (watch.answer = performance.now() - event.timeStamp));
      if (list === null) return answered();
      const results = document.querySelector(list)!;
      const changes = new MutationObserver(() => {
        if (results.ariaBusy !== "false") return;
        changes.disconnect();
        answered();
      });
      changes.observe(results, { attributeFilter: ["aria-busy"] });
    },
    true,
  );
}
