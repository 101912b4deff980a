// Only pages of a site's own origins connect, compared to the letter; and only with a hello the server understands.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parseConfig } from '../../src/server/config.ts';
import { startServer, type RunningServer } from '../../src/server/server.ts';
import { protocol } from '../../src/wire.ts';
import { attempt } from '../support/client.ts';
import { origin, site, temporaryFolder, tokensFor } from '../support/server-bench.ts';

const folder = temporaryFolder();
const members = { ...site, id: 'members', origins: ['https://members.example.org'], readers: 'members' as const };
const shared = { ...site, id: 'shared', origins: ['https://members.example.org'] };
let server: RunningServer;

before(async () => {
  server = await startServer({ config: parseConfig({ sites: [site, members, shared] }, 'test'), data: folder.path });
});
after(async () => {
  await server.close();
  folder.remove();
});

async function outcome(auth: object, headers?: Readonly<Record<string, string>>): Promise<string> {
  const tried = await attempt(server.url, auth, headers);
  if ('refused' in tried) return tried.refused === 'no connection' ? tried.refused : tried.refused.code;
  tried.socket.disconnect();
  return 'in';
}

const hello = { protocol, discussion: '/lessons/1' };

test('a page of a listed origin is let in', async () => {
  assert.equal(await outcome(hello, { origin }), 'in');
});

const strangers = [
  ...['https://learning.example.org.evil.test', 'http://learning.example.org', 'https://learning.example.org:8443'],
  ...[
    'https://evil.test',
    'https://LEARNING.example.org',
    'https://learning.example.org.',
    'null',
    'https://learning.example.org/',
  ],
  ...['https://sub.learning.example.org', 'https://xn--learning-example.org', ''],
];
for (const stranger of strangers)
  test(`refused before anything is said: «${stranger}»`, async () => {
    assert.equal(await outcome(hello, { origin: stranger }), 'no connection');
  });

test('a client that names no origin is refused', async () => {
  assert.equal(await outcome(hello, {}), 'no connection');
});

const hellos: readonly (readonly [string, object, string])[] = [
  ['another protocol', { ...hello, protocol: protocol + 1 }, 'unsupported'],
  ['no hello', {}, 'unsupported'],
  ['no discussion', { protocol }, 'invalid'],
  ['a discussion with a tag in its id', { protocol, discussion: '<script>alert(1)</script>' }, 'invalid'],
  ['a discussion id of 10,000 characters', { protocol, discussion: 'x'.repeat(10_000) }, 'invalid'],
  ['a discussion id that is no text', { protocol, discussion: { toString: 'x' } }, 'invalid'],
  ['a site that is not there', { ...hello, site: 'nowhere' }, 'forbidden'],
  ['a site of another origin', { ...hello, site: 'members' }, 'forbidden'],
  ['a token that is none', { ...hello, token: 'x' }, 'unauthenticated'],
  ['a token that is no text', { ...hello, token: 7 }, 'invalid'],
];
for (const [what, auth, code] of hellos)
  test(`${what}: ${code}`, async () => {
    assert.equal(await outcome(auth), code);
  });

test('where several sites allow a page, it must say which; one for members lets nobody else read', async () => {
  const headers = { origin: 'https://members.example.org' };
  assert.equal(await outcome(hello, headers), 'invalid');
  assert.equal(await outcome({ ...hello, site: 'shared' }, headers), 'in');
  assert.equal(await outcome({ ...hello, site: 'members' }, headers), 'unauthenticated');
  const token = await (await tokensFor({ name: 'Amina', role: 'member' }))();
  assert.equal(await outcome({ ...hello, site: 'members', token }, headers), 'unauthenticated');
});
