// Only what the site's key signed, with the one algorithm, for this site and of this age, lets anybody in; every
// refusal is the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SignJWT, UnsecuredJWT } from 'jose';
import { admit, admitGuest, signMember } from '../../src/server/auth.ts';
import type { Site } from '../../src/server/config.ts';

const site: Site = {
  id: 'demo',
  origins: ['https://learning.example.org'],
  key: 'a-key-of-the-site-that-is-long-enough',
  guestPosts: 'held',
  readers: 'anyone',
  index: 'members',
};
const amina = { id: 'member-1', name: 'Amina Diallo' };
const now = (): number => Math.floor(Date.now() / 1_000);

/** A token that would be accepted, but for what is changed. */
function token(claims: object = {}, header: object = {}, key = site.key): Promise<string> {
  const all = { sub: 'member-1', name: 'Amina', aud: 'demo', iat: now(), exp: now() + 300, ...claims };
  return new SignJWT(all)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', ...header })
    .sign(new TextEncoder().encode(key));
}

test('a member comes in by the site’s token, as member or facilitator', async () => {
  const { person, expiresAt } = await admit(site, await signMember(site, amina));
  assert.deepEqual(person, { id: 'member-1', name: 'Amina Diallo', role: 'member' });
  assert.ok(expiresAt > Date.now() && expiresAt <= Date.now() + 330_000);
  const rosa = await admit(site, await signMember(site, { id: 'r', name: 'Rosa', role: 'facilitator' }));
  assert.equal(rosa.person.role, 'facilitator');
});

test('a guest comes back by the server’s own token, and as nobody else', async () => {
  const guest = await admitGuest(site, 'Noor');
  const { person } = await admit(site, guest.token);
  assert.deepEqual(person, guest.person);
  assert.match(person.id, /^guest:/);
  assert.equal(person.role, 'guest');
});

const refused: Readonly<Record<string, () => Promise<string> | string>> = {
  'no token at all': () => '',
  'not a token': () => 'abc.def.ghi',
  'signed with another key': () => token({}, {}, 'another-key-that-is-quite-long-enough'),
  'not signed': () => new UnsecuredJWT({ sub: 'member-1', name: 'A', aud: 'demo', exp: now() + 300 }).encode(),
  'another algorithm': () => token({}, { alg: 'HS512' }),
  'for another site': () => token({ aud: 'other' }),
  'for no site': () => token({ aud: undefined }),
  'run out': () => token({ exp: now() - 31 }),
  'without an end': () => token({ exp: undefined }),
  'without a beginning': () => token({ iat: undefined }),
  'signed too long ago': () => token({ iat: now() - 700, exp: now() + 9_999 }),
  'not valid yet': () => token({ nbf: now() + 120 }),
  'without a person': () => token({ sub: undefined }),
  'without a name': () => token({ name: undefined }),
  'a name that does not show': () => token({ name: '\u200b ' }),
  'a name too long': () => token({ name: 'n'.repeat(81) }),
  'a name that is no text': () => token({ name: { toString: 'x' } }),
  'an id too long': () => token({ sub: 's'.repeat(129) }),
  'a member under a guest’s id': () => token({ sub: 'guest:1' }),
  'a member under an imported person’s id': () => token({ sub: 'import:wordpress:1' }),
  'an unknown role': () => token({ role: 'admin' }),
  'a role of the prototype': () => token({ role: '__proto__' }),
  'the role of a guest': () => token({ role: 'guest' }),
  'another type': () => token({}, { typ: 'at+jwt' }),
  'a critical extension': () => token({}, { crit: ['exp'] }).catch(() => 'x.y.z'),
  'too large': () => token({ filler: 'x'.repeat(9_000) }),
};

for (const [what, make] of Object.entries(refused))
  test(`refused: ${what}`, async () => {
    await assert.rejects(admit(site, await make()), { code: 'unauthenticated', message: 'the token was not accepted' });
  });
