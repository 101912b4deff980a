// A burst, and then one in a while, for each key by itself.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRateLimit } from '../../src/server/rate-limit.ts';

test('five at once, then one in three seconds, with the time to wait', () => {
  let time = 1_000_000;
  const limit = createRateLimit({ burst: 5, refillMs: 3_000, now: () => time });
  for (let turn = 0; turn < 5; turn++) limit('amina');
  assert.throws(() => limit('amina'), { code: 'rate-limited', retryAfterMs: 3_000 });
  limit('jonas');
  time += 2_999;
  assert.throws(() => limit('amina'), { code: 'rate-limited', retryAfterMs: 1 });
  time += 1;
  limit('amina');
  assert.throws(() => limit('amina'), { code: 'rate-limited', retryAfterMs: 3_000 });
  time += 60_000;
  for (let turn = 0; turn < 5; turn++) limit('amina');
  assert.throws(() => limit('amina'), { code: 'rate-limited' });
});

test('a refusal costs nothing: trying again and again does not make the wait longer', () => {
  let time = 0;
  const limit = createRateLimit({ burst: 1, refillMs: 1_000, now: () => time });
  limit('a');
  for (let turn = 0; turn < 100; turn++) assert.throws(() => limit('a'));
  time = 1_000;
  limit('a');
});
