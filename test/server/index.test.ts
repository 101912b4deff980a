// The index of a site, over a real server: who is given which discussions, that operators say for whom it is, and that
// sites know nothing of each other. What may be counted for whom are the adapter rules A95 to A99.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { IndexPage } from '../../src/model/discussion-index.ts';
import { newOp } from '../../src/model/op.ts';
import { admitGuest, signMember } from '../../src/server/auth.ts';
import { parseConfig, type Site } from '../../src/server/config.ts';
import { startServer, type RunningServer } from '../../src/server/server.ts';
import { callPath, protocol, type Answer } from '../../src/wire.ts';
import { temporaryFolder } from '../support/server-bench.ts';

const siteOf = (id: string, rest: object): object => ({
  ...{ id, origins: [`https://${id}.example.org`], key: `a-signing-key-for-tests-of-the-site-${id}` },
  ...rest,
});
const config = parseConfig(
  {
    sites: [
      siteOf('plain', { indexPage: { tokenUrl: '/token' } }),
      siteOf('public', { index: 'anyone' }),
      siteOf('quiet', { index: 'off', indexPage: { tokenUrl: '/token' } }),
    ],
  },
  'test',
);
const folder = temporaryFolder();
let server: RunningServer;

const people = {
  ada: { id: 'ada', name: 'Ada' },
  bo: { id: 'bo', name: 'Bo' },
  fay: { id: 'fay', name: 'Fay', role: 'facilitator' },
} as const;
type Who = keyof typeof people | 'guest' | null;

function siteNamed(id: string): Site {
  const found = config.sites.find((site) => site.id === id);
  if (found === undefined) throw new Error(`no site ${id}`);
  return found;
}

async function call<T>(site: string, who: Who, name: string, asked: object, discussion?: string): Promise<Answer<T>> {
  const found = siteNamed(site);
  const token =
    who === null
      ? undefined
      : who === 'guest'
        ? (await admitGuest(found, 'Gil')).token
        : await signMember(found, people[who]);
  const response = await fetch(`${server.url}${callPath}/${name}`, {
    method: 'POST',
    headers: { origin: `https://${site}.example.org` },
    body: JSON.stringify({ hello: { protocol, discussion, token }, ...asked }),
  });
  return (await response.json()) as Answer<T>;
}

const query = { list: 'all', under: '', after: null };
const index = (site: string, who: Who, rest: object = {}): Promise<Answer<IndexPage>> =>
  call(site, who, 'index', { query: { ...query, ...rest } });

async function listed(site: string, who: Who, rest: object = {}): Promise<readonly string[] | string> {
  const answer = await index(site, who, rest);
  return 'error' in answer ? answer.error.code : answer.ok.entries.map(({ discussion }) => discussion).sort();
}

async function write(site: string, who: Who, discussion: string, rest: object = {}): Promise<string> {
  const op = newOp();
  const command = { type: 'create', op, parentId: null, body: 'words', ...rest };
  const answer = await call(site, who, 'submit', { command }, discussion);
  assert.ok('ok' in answer, JSON.stringify(answer));
  return op;
}

before(async () => {
  server = await startServer({ config, data: folder.path, allowance: { burst: 1_000, refillMs: 1 } });
  for (const site of ['plain', 'public', 'quiet']) {
    const page = { url: `https://${site}.example.org/course/one`, title: 'One' };
    await write(site, 'ada', '/course/one', { page });
    await write(site, 'bo', '/course/two');
    await write(site, 'bo', '/elsewhere');
    if (site !== 'quiet') await write(site, 'guest', '/held');
  }
});
after(async () => {
  await server.close();
  folder.remove();
});

const shown = ['/course/one', '/course/two', '/elsewhere'];

for (const [site, who, expected] of [
  ['plain', 'ada', shown],
  ['plain', 'bo', shown],
  ['plain', 'fay', [...shown, '/held']],
  ['plain', 'guest', 'unauthenticated'],
  ['plain', null, 'unauthenticated'],
  ['public', 'ada', shown],
  ['public', 'fay', [...shown, '/held']],
  ['public', 'guest', shown],
  ['public', null, shown],
  ['quiet', 'ada', 'unsupported'],
  ['quiet', 'fay', 'unsupported'],
  ['quiet', null, 'unsupported'],
] as const)
  test(`of ${site}, ${who ?? 'nobody in particular'} is given ${String(expected)}`, async () => {
    assert.deepEqual(await listed(site, who), expected);
  });

test('a course is listed by what its ids begin with', async () => {
  assert.deepEqual(await listed('plain', 'ada', { under: '/course/' }), ['/course/one', '/course/two']);
  assert.deepEqual(await listed('plain', 'ada', { under: '../public:/course/' }), []);
});

test('a list of one’s own, of what is new, and of what nobody answered', async () => {
  assert.deepEqual(await listed('plain', 'ada', { list: 'mine' }), ['/course/one']);
  assert.deepEqual(await listed('plain', 'ada', { list: 'new' }), ['/course/two', '/elsewhere']);
  assert.deepEqual(await listed('plain', 'ada', { list: 'unanswered' }), shown);
});

test('the page that a member told of is there, and where the index is off it is not kept', async () => {
  const answer = await index('plain', 'bo', { under: '/course/one' });
  assert.ok('ok' in answer);
  const [entry] = answer.ok.entries;
  assert.deepEqual([entry?.url, entry?.title], ['https://plain.example.org/course/one', 'One']);
  const look = await call<{ changes: { room: unknown } }>('quiet', 'bo', 'look', {}, '/course/one');
  assert.ok('ok' in look && JSON.stringify(look.ok.changes.room).includes('"url":null'));
});

test('what comes later is there at once, and what was taken back is not', async () => {
  const before = await index('plain', 'ada', { under: '/later' });
  assert.ok('ok' in before && before.ok.entries.length === 0);
  const id = await write('plain', 'bo', '/later');
  assert.deepEqual(await listed('plain', 'ada', { under: '/later' }), ['/later']);
  const command = { type: 'remove', op: newOp(), id };
  assert.ok('ok' in (await call('plain', 'bo', 'submit', { command }, '/later')));
  assert.deepEqual(await listed('plain', 'ada', { under: '/later' }), []);
});

test('a token of one site opens no index of another, and too many questions are refused for a while', async () => {
  const token = await signMember(siteNamed('public'), people.ada);
  const ask = async (): Promise<Answer<IndexPage>> => {
    const body = JSON.stringify({ hello: { protocol, token }, query });
    const headers = { origin: 'https://plain.example.org' };
    const response = await fetch(`${server.url}${callPath}/index`, { method: 'POST', headers, body });
    return (await response.json()) as Answer<IndexPage>;
  };
  const answer = await ask();
  assert.ok('error' in answer && answer.error.code === 'unauthenticated');
  const codes: string[] = [];
  for (let times = 0; times < 30; times++) codes.push(String(await listed('public', 'bo')));
  assert.ok(codes.includes('rate-limited'));
});

test('a page of the server is there where the configuration says so, allows no script but the server’s own, and holds nothing of anybody', async () => {
  const page = await fetch(`${server.url}/discussions/plain`, { headers: { 'accept-language': 'de-CH,de;q=0.9' } });
  const html = await page.text();
  assert.equal(page.status, 200);
  assert.match(html, /<html lang="de-CH">/);
  assert.match(html, /<peer-discussion-index server="\.\." site="plain" token-url="\/token"/);
  const policy = page.headers.get('content-security-policy') ?? '';
  for (const part of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"])
    assert.ok(policy.split('; ').includes(part), part);
  assert.doesNotMatch(html, /course|Ada|eyJ/);
  for (const id of ['public', 'quiet', 'nowhere', '%3Cscript%3E'])
    assert.equal((await fetch(`${server.url}/discussions/${id}`)).status, 404, id);
});

test('an address that is not on the server’s own origin gives no token to its page', () => {
  for (const tokenUrl of ['//elsewhere.example.org', 'https://elsewhere.example.org', '/"onload="alert(1)', 'token'])
    assert.throws(() => parseConfig({ sites: [siteOf('plain', { indexPage: { tokenUrl } })] }, 'test'), /tokenUrl/);
});
