// What the server says for operators: one JSON line an event, times and counts and codes, never a word or a name of
// anybody's.

/** Writes one event; `facts` hold nothing personal. */
export type Log = (event: string, facts?: Readonly<Record<string, string | number | boolean>>) => void;

/** A log of JSON lines. */
export function createLog(write: (line: string) => void): Log {
  return (event, facts = {}) => write(`${JSON.stringify({ at: new Date().toISOString(), event, ...facts })}\n`);
}

/** What may be logged of a failure: its kind and where it came from; its message may quote what somebody wrote. */
export function factsOf(thrown: unknown): Record<string, string> {
  if (!(thrown instanceof Error)) return { kind: typeof thrown };
  const { code } = thrown as NodeJS.ErrnoException;
  const [, where = ''] = thrown.stack?.split('\n    at ') ?? [];
  return { kind: thrown.name, ...(code !== undefined && { code: String(code) }), where };
}
