// Nothing leaves the system but what its reader may see, by any exit there is. The exits are found, not listed: a new one
// that nobody looks through fails here.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { uncovered } from './covered.ts';
import { examine, type Findings } from './examine.ts';
import { findInSources } from './find-exits.ts';
import { catchLeak, mutants } from './mutants.ts';
import { onlookers, outside } from './world.ts';

let findings: Findings;
before(async () => {
  findings = await examine();
});

test('every exit that there is was looked through, and every one looked through is there', () => {
  const exits = [...new Set([...findInSources(), ...findings.found])];
  assert.ok(exits.length > 60, `only ${exits.length} exits were found`);
  assert.deepEqual(uncovered(exits, findings.taken), []);
});

test('an exit that nobody looks through, and one that is no more, are found', () => {
  const exits = [...new Set([...findInSources(), ...findings.found])];
  assert.deepEqual(uncovered([...exits, 'route GET /feed'], findings.taken), ['not covered: route GET /feed']);
  const gone = exits.filter((exit) => exit !== 'event beacon');
  assert.deepEqual(uncovered(gone, findings.taken), ['no such exit: event beacon']);
});

/** Secrets there must be at least, or nothing was planted: few are kept from those who see behind a gate. */
const leastOf = (name: string): number => (['peer', 'expert', 'author'].includes(name) ? 300 : 1_000);

for (const [name, words] of Object.entries(onlookers))
  test(`${words} finds no text, author, id, time or length of what they may not see`, () => {
    assert.ok((findings.secrets[name] ?? 0) > leastOf(name), 'there are secrets to find');
    assert.deepEqual(findings.leaks[name], []);
  });

test('to those outside it makes no difference how many secrets there are, but for the pulse of the heads', async () => {
  const more = await examine(2);
  for (const name of outside) assert.equal(more.forms[name], findings.forms[name], name);
});

// Each in a program of its own, and so two at a time.
describe('leaks', { concurrency: 2 }, () => {
  for (const mutant of mutants)
    test(`it is noticed when ${mutant.name}`, async () => {
      assert.equal(await catchLeak(mutant), true);
    });
});
