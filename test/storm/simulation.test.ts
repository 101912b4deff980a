// The simulation as a test: so many storms and nothing broken, every storm to be had again, and no mistake of those in
// mutants.ts that would stay unseen. `npm run storm` prints the same at length.
import assert from 'node:assert/strict';
import { availableParallelism } from 'node:os';
import { test } from 'node:test';
import { mutants } from './mutants.ts';
import { catchMutant } from './mutation.ts';
import { raise } from './simulation.ts';
import { raiseAll } from './tally.ts';

const seeds = 2_000;
const seedsToCatch = 500;

/** What must have gone wrong at least once in ten storms, or the storms were none. */
const troubles = [
  ...['answers lost', 'questions lost', 'questions doubled', 'changes lost', 'changes doubled', 'connections cut'],
  ...['backups restored', 'pages reloaded', 'roles changed', 'servers killed', 'writes failed'],
];

test(`${seeds} storms break nothing, and they were storms`, async (t) => {
  const begunAt = performance.now();
  const { broken, faults, operations, seeds: raised } = await raiseAll(1, seeds);
  t.diagnostic(`${operations} operations, ${Math.round((performance.now() - begunAt) / 1_000)} s`);
  assert.deepEqual(broken.slice(0, 5), []);
  assert.equal(raised, seeds);
  assert.ok(operations >= seeds * 38, `${operations} operations`);
  for (const kind of troubles) assert.ok((faults[kind] ?? 0) > seeds / 10, `${kind}: ${faults[kind]}`);
});

test('a seed is a storm: the same again, to the last byte, and another for another seed', async () => {
  const digests = [];
  for (const seed of [7, 7, 8, 8, 9]) digests.push((await raise(seed)).digest());
  const [seven, again, eight, eightAgain, nine] = digests;
  assert.equal(seven, again);
  assert.equal(eight, eightAgain);
  assert.equal(new Set([seven, eight, nine]).size, 3);
});

test(`every mistake shows within ${seedsToCatch} storms`, async (t) => {
  const waiting = [...mutants];
  const unseen: string[] = [];
  const work = async (): Promise<void> => {
    for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
      const { seeds: needed, broken } = await catchMutant(mutant, seedsToCatch);
      if (needed === null) unseen.push(mutant.name);
      else t.diagnostic(`${needed} ${needed === 1 ? 'storm' : 'storms'}: ${mutant.name} (${broken.join(', ')})`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  assert.deepEqual(unseen, []);
});
