// How often one person may act: some at once, then one in a while. Counts nothing but time, so a key costs one number.
import { DiscussionError } from '../model/errors.ts';

/** How much is allowed. */
export interface Allowance {
  /** Acts at once … */
  readonly burst: number;
  /** … and then one in this many milliseconds. */
  readonly refillMs: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** How many keys are held before those that are at rest again are let go. */
const sweepSize = 10_000;

/**
 * A limit over many keys: the generic cell rate algorithm (ITU-T I.371), which is a token bucket in one number.
 * @returns a function that throws `rate-limited`, with the time to wait, where the key acted too often
 */
export function createRateLimit({ burst, refillMs, now = () => Date.now() }: Allowance): (key: string) => void {
  /** Per key, when its bucket will be full again. */
  const fullAt = new Map<string, number>();
  return (key) => {
    const time = now();
    const next = Math.max(fullAt.get(key) ?? 0, time) + refillMs;
    const waitMs = next - time - burst * refillMs;
    if (waitMs > 0)
      throw new DiscussionError('rate-limited', `more than ${burst} at once`, { retryAfterMs: Math.ceil(waitMs) });
    if (fullAt.size >= sweepSize) for (const [other, full] of fullAt) if (full <= time) fullAt.delete(other);
    fullAt.set(key, next);
  };
}
