// What routing is for, over simulated cohorts: first posts wait less, and nobody is asked more than the cap allows. The cap
// is counted here from what was shown, not asked of the rule.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { behaviour } from './behaviour.ts';
import { figuresOf, mostInAWeek, waitOf } from './figures.ts';
import { playCohort, type Played } from './simulate.ts';

/** The promise: two a week. */
const cap = 2;
const seeds = [1, 2, 3, 4, 5, 6];
const without: Played[] = [];
const routed: Played[] = [];

before(async () => {
  for (const seed of seeds) {
    without.push(await playCohort(seed, null));
    routed.push(await playCohort(seed, behaviour.takesUp));
  }
});

test('nobody is shown more than two waiting posts in any seven days, and some are shown two', () => {
  assert.deepEqual(
    routed.map(({ shown }) => mostInAWeek(shown)),
    seeds.map(() => cap),
  );
  assert.ok(without.every(({ shown }) => shown.length === 0));
});

test('first posts wait less with routing: in the middle, and the slowest tenth', () => {
  const [before, after] = [figuresOf(without), figuresOf(routed)];
  assert.ok(after.median < before.median, `${after.median} h after ${before.median} h`);
  assert.ok(after.ninetieth < before.ninetieth, `${after.ninetieth} h after ${before.ninetieth} h`);
  assert.ok(after.never < before.never, `${after.never} after ${before.never}`);
});

test('what is shorter comes of the answers to what was shown: where nobody takes one up, every wait is the same', async () => {
  for (const [place, seed] of seeds.slice(0, 2).entries()) {
    const ignored = await playCohort(seed, 0);
    assert.ok(ignored.shown.length > 0);
    assert.deepEqual(ignored.waits, without[place]?.waits);
  }
});

test('the same seed plays the same cohort', async () => {
  assert.deepEqual(await playCohort(1, behaviour.takesUp), routed[0]);
});

test('the figures count as they say', () => {
  const day = 86_400_000;
  const shown = [0, 3, 6.9, 7, 20].map((at) => ({ personId: 'a', at: at * day }));
  assert.equal(mostInAWeek(shown), 3);
  assert.equal(mostInAWeek([...shown, { personId: 'b', at: 6 * day }]), 3);
  assert.equal(waitOf([5, Infinity, 1, 3], 0.5), 3);
  assert.equal(waitOf([5, Infinity, 1, 3], 0.9), Infinity);
});
