// Ways to demand something, for the rules of the contracts, which know no test runner: each throws a plain Error that
// says what was expected and what was found.

/** Anything as text, the same for equal values: keys sorted, what is undefined left out. */
export function inWords(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  if (Array.isArray(value)) return `[${value.map(inWords).join()}]`;
  const fields = Object.entries(value).filter(([, part]) => part !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, part]) => `${JSON.stringify(name)}:${inWords(part)}`).join()}}`;
}

/** Demands that something is so. */
export function demand(isSo: boolean, expected: string): asserts isSo {
  if (!isSo) throw new Error(`expected ${expected}`);
}

/** Demands that two values hold the same, whatever the order of their keys. */
export function demandSame(found: unknown, expected: unknown, what: string): void {
  const [is, should] = [inWords(found), inWords(expected)];
  if (is !== should) throw new Error(`${what}: expected ${should}, found ${is}`);
}
