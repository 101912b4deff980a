// Demands on calls: that they are refused, and that they settle in time.
import { inWords } from '../../model/demand.ts';
import type { ErrorCode } from '../../model/errors.ts';

/** Milliseconds after which "at once" is over. */
const atOnceMs = 100;

/** Demands that a call is refused with this code, and where given for this field. */
export async function demandRefusal(
  call: Promise<unknown>,
  codes: ErrorCode | readonly ErrorCode[],
  what: string,
  field?: string,
): Promise<void> {
  const expected = `${what} to be refused with ${[codes].flat().join(' or ')}${field === undefined ? '' : ` of ${field}`}`;
  const thrown: unknown = await call.then(
    (answer) => {
      throw new Error(`expected ${expected}, found the answer ${inWords(answer)}`);
    },
    (reason: unknown) => reason,
  );
  const { name, code, field: of } = Object(thrown) as { name?: unknown; code?: unknown; field?: unknown };
  const isMeant = name === 'DiscussionError' && [codes].flat().some((meant) => meant === code);
  if (!isMeant || (field !== undefined && of !== field))
    throw new Error(`expected ${expected}, found ${String(thrown)} (${inWords({ name, code, field: of })})`);
}

/** What a call ends with, where it ends in time. */
export async function within<T>(ms: number, call: Promise<T>, what: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`expected ${what} within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([call, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Demands a refusal with `offline` that waits for nobody. */
export async function demandOfflineAtOnce(call: Promise<unknown>, what: string): Promise<void> {
  await demandRefusal(within(atOnceMs, call, `${what} to settle`), 'offline', what);
}
