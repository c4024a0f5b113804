/** Longest press in milliseconds that is waited for: menus of the system end a press without a word. */
const maxPress = 700;

/**
 * Runs `act` some milliseconds after the last call; not while a button is pressed: words that appear would move it away from under the
 * finger, and the click would be lost.
 */
export function makeSchedule(act: () => void): (delay: number) => void {
  let timer = 0;
  let pressed = -Infinity;
  addEventListener("pointerdown", () => (pressed = performance.now()), { capture: true, passive: true });
  for (const event of ["pointerup", "pointercancel"])
    addEventListener(event, () => (pressed = -Infinity), { capture: true, passive: true });
  return function schedule(delay: number): void {
    clearTimeout(timer);
    timer = window.setTimeout(() => (performance.now() - pressed < maxPress ? schedule(50) : act()), delay);
  };
}
