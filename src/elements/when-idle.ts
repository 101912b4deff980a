// Work that may wait, done in short slices while the page has nothing else to do. What the work is, its owner knows.

/** Milliseconds of one slice where the browser says nothing about how long it is idle. */
const sliceMs = 6;

const waiting = new Set<() => void>();
let isDue = false;

/** Asks for one slice. */
function ask(): void {
  if (isDue || waiting.size === 0) return;
  isDue = true;
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 2_000 });
  else setTimeout(work, 50);
}

function work(deadline?: IdleDeadline): void {
  isDue = false;
  const end = performance.now() + Math.max(sliceMs, Math.min(deadline?.timeRemaining() ?? 0, 2 * sliceMs));
  for (const task of waiting) {
    waiting.delete(task);
    task();
    if (performance.now() >= end) break;
  }
  ask();
}

/** Does this when the page is idle, once. Gives back what takes it out again. */
export function whenIdle(task: () => void): () => void {
  waiting.add(task);
  ask();
  return () => void waiting.delete(task);
}
