// Which exits an examination need not go through, and why; and whether every other one was gone through.

const operators = 'the operator’s own, on the machine that holds the data: no token reaches it';
const inPage = 'a room inside the page of the one person it belongs to; its views are checked by the adapter rules';

/** Exits that nobody who looks can reach, each with its reason. */
export const inside: Readonly<Record<string, string>> = {
  'between servers commit':
    'from server to server over their Redis: whole commits, which each server runs through seen()',
  'between servers mine': 'from server to server over their Redis: whose private record there is to read again',
  'adapter memoryAdapter': inPage,
  'adapter localAdapter': inPage,
  'program serve': 'what it serves is all the rest; its log is among it',
  'program import': operators,
  'program export': operators,
  'program evidence': operators,
  'program backup': operators,
  'program restore': operators,
  'program migrate': operators,
  'program migrate-storage': operators,
  'log failure': 'only where something of ours fails: its kind and place, never its message (operations.test.ts)',
};

/** What is wrong with the list: exits that nothing went through, and names of exits that are no more. */
export function uncovered(exits: readonly string[], taken: ReadonlyMap<string, number>): readonly string[] {
  const known = new Set(exits);
  const open = exits.filter((exit) => !taken.has(exit) && !Object.hasOwn(inside, exit));
  const gone = [...taken.keys(), ...Object.keys(inside)].filter((exit) => !known.has(exit) && exit !== 'refusal');
  return [...open.map((exit) => `not covered: ${exit}`), ...gone.map((exit) => `no such exit: ${exit}`)];
}
