// Commits heard out of order are told in order; one that never comes holds up the others for a moment only.
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import type { Commit } from '../../src/model/view.ts';
import { createInOrder } from '../../src/server/in-order.ts';

const commit = (from: number, to = from + 1): Commit => ({ from: `h${from}`, to: `h${to}`, post: null, room: null });

function hearing(isHeard: (key: string) => boolean = () => true) {
  const told: string[] = [];
  const inOrder = createInOrder((key, { to }) => told.push(`${key} ${to}`), isHeard);
  return { told, inOrder };
}

test('what comes too early waits for the one before', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { told, inOrder } = hearing();
  inOrder.commit('a', commit(0));
  for (const early of [4, 2, 3]) inOrder.commit('a', commit(early));
  inOrder.commit('b', commit(7));
  assert.deepEqual(told, ['a h1', 'b h8']);
  inOrder.commit('a', commit(1));
  assert.deepEqual(told, ['a h1', 'b h8', 'a h2', 'a h3', 'a h4', 'a h5']);
  mock.timers.tick(1_000);
  assert.equal(told.length, 6);
  mock.timers.reset();
});

test('what never comes is not waited for long, and what follows is told at once again', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { told, inOrder } = hearing();
  inOrder.commit('a', commit(0));
  inOrder.commit('a', commit(2));
  inOrder.commit('a', commit(3));
  assert.deepEqual(told, ['a h1']);
  mock.timers.tick(200);
  assert.deepEqual(told, ['a h1', 'a h3', 'a h4']);
  inOrder.commit('a', commit(9));
  assert.deepEqual(told.slice(3), ['a h10']);
  inOrder.commit('a', commit(11));
  inOrder.close();
  mock.timers.tick(1_000);
  assert.equal(told.length, 4);
  mock.timers.reset();
});

test('of a room that nobody is in, nothing is told or kept', () => {
  let isOpen = false;
  const { told, inOrder } = hearing(() => isOpen);
  inOrder.commit('a', commit(0));
  isOpen = true;
  inOrder.commit('a', commit(5));
  assert.deepEqual(told, ['a h6']);
});
