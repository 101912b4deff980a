// A wrong configuration stops the start with a sentence that names the field.
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseConfig, readConfig } from '../../src/server/config.ts';

const key = 'k'.repeat(32);
const site = { id: 'demo', origins: ['https://learning.example.org'], key };

test('a site needs an id, origins and a key; the rest has defaults', () => {
  const [first] = parseConfig({ sites: [site] }, 'x.json').sites;
  assert.deepEqual(first, { ...site, guestPosts: 'held', readers: 'anyone', index: 'members' });
});

const wrong: readonly (readonly [unknown, RegExp])[] = [
  [null, /^x\.json: the file must be Object\.$/],
  [{ proxies: -1, sites: [site] }, /^x\.json: proxies must be/],
  [{}, /^x\.json: sites is missing\.$/],
  [{ sites: [] }, /^x\.json: sites must name at least one site\.$/],
  [{ sites: [{ ...site, id: 'Demo Site' }] }, /^x\.json: sites\[0\]\.id must be 1 to 63/],
  [{ sites: [{ ...site, key: 'short' }] }, /^x\.json: sites\[0\]\.key must have at least 32 characters\.$/],
  [{ sites: [{ id: 'a', origins: site.origins }] }, /^x\.json: sites\[0\]\.key is missing\.$/],
  [{ sites: [{ ...site, origins: ['https://a.org/'] }] }, /^x\.json: sites\[0\]\.origins\[0\] must be scheme/],
  [{ sites: [{ ...site, origins: ['*'] }] }, /^x\.json: sites\[0\]\.origins\[0\] must be scheme/],
  [{ sites: [{ ...site, origins: [] }] }, /^x\.json: sites\[0\]\.origins must name at least one origin\.$/],
  [{ sites: [{ ...site, guestPosts: true }] }, /^x\.json: sites\[0\]\.guestPosts must be none, held or shown\.$/],
  [{ sites: [{ ...site, colour: 'red' }] }, /^x\.json: sites\[0\]\.colour is not a setting this program knows\.$/],
  [
    { sites: [site], storage: { postgres: 'mysql://a:s3cret@b/c' } },
    /^x\.json: storage\.postgres must be an address that begins with postgres:\/\/ or postgresql:\/\/\.$/,
  ],
  [{ sites: [site], storage: {} }, /^x\.json: storage\.postgres is missing\.$/],
  [
    { sites: [site], redis: 'localhost' },
    /^x\.json: redis must be an address that begins with redis:\/\/ or rediss:\/\/\.$/,
  ],
  [{ sites: [site], redis: 'redis://a:s3cret@b' }, /^x\.json: redis must stand beside storage\.postgres: [^3]+\.$/],
  [{ sites: [site, site] }, /^x\.json: sites must not name the same id twice\.$/],
];

for (const [data, sentence] of wrong)
  test(`refused: ${JSON.stringify(data).slice(0, 80)}`, () => {
    assert.throws(() => parseConfig(data, 'x.json'), { message: sentence });
  });

test('a file that is missing or no JSON is said by its name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'peer-config-'));
  assert.throws(() => readConfig(join(folder, 'none.json')), { message: /none\.json: there is no such file/ });
  writeFileSync(join(folder, 'broken.json'), '{ "sites": [');
  assert.throws(() => readConfig(join(folder, 'broken.json')), { message: /broken\.json: is not JSON/ });
});

test('addresses with passwords may come from the environment, and take the place of those in the file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'peer-config-'));
  const file = join(folder, 'config.json');
  writeFileSync(file, JSON.stringify({ sites: [site], storage: { postgres: 'postgres://a@b/c' } }));
  assert.deepEqual(readConfig(file, {}).storage, { postgres: 'postgres://a@b/c' });
  const env = { PEER_DISCUSSION_POSTGRES: 'postgres://d:e@f/g', PEER_DISCUSSION_REDIS: 'redis://h' };
  const { storage, redis } = readConfig(file, env);
  assert.deepEqual([storage, redis], [{ postgres: env.PEER_DISCUSSION_POSTGRES }, env.PEER_DISCUSSION_REDIS]);
});
