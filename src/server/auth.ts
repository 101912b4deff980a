// Who somebody is: members by a token of their site, guests by a token of this server. Tokens are JWTs (RFC 7519),
// signed with HS256 and the site's key, and nothing else is accepted.
import { decodeProtectedHeader, jwtVerify, SignJWT } from 'jose';
import { hasVisibleText, limits } from '../model/allow.ts';
import { DiscussionError } from '../model/errors.ts';
import { newOp } from '../model/op.ts';
import type { Person, Role } from '../model/post.ts';
import type { Site } from './config.ts';

/** Somebody let in, and until when. */
export interface Admitted {
  readonly person: Person;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Longest token that is looked at, in characters. */
const maxTokenLength = 8_192;
/** Oldest a member's token may be, in seconds; its own `exp` may end it sooner. */
const maxMemberAgeS = 600;
/** How long a guest may come back to posts of theirs, in days. */
const guestDays = 180;
/** How far two clocks may be apart, in seconds. */
const clockToleranceS = 30;

const memberType = 'JWT';
const guestType = 'peer-guest+jwt';
const algorithm = 'HS256';

const unauthenticated = (): DiscussionError => new DiscussionError('unauthenticated', 'the token was not accepted');

function keyOf(site: Site): Uint8Array {
  return new TextEncoder().encode(site.key);
}

const roles: ReadonlySet<unknown> = new Set<Role>(['member', 'expert', 'facilitator']);

/** A person out of claims: `sub` and `name` are required, `role` is `member` where it is not said. */
function personOf(claims: Readonly<Record<string, unknown>>, isGuest: boolean): Person {
  const { sub, name, role = 'member' } = claims;
  if (typeof sub !== 'string' || sub === '' || sub.length > limits.personIdLength) throw unauthenticated();
  // Ids that this server makes belong to nobody's own sign-on.
  if (isGuest !== sub.startsWith('guest:') || sub.startsWith('import:')) throw unauthenticated();
  if (typeof name !== 'string' || !hasVisibleText(name) || name.length > limits.nameLength) throw unauthenticated();
  if (isGuest) return { id: sub, name, role: 'guest' };
  if (!roles.has(role)) throw unauthenticated();
  return { id: sub, name, role: role as Role };
}

/**
 * Who holds this token.
 * @throws DiscussionError `unauthenticated`, the same whatever is wrong with it
 */
export async function admit(site: Site, token: string): Promise<Admitted> {
  try {
    if (token.length > maxTokenLength) throw unauthenticated();
    const isGuest = decodeProtectedHeader(token).typ === guestType;
    const { payload } = await jwtVerify(token, keyOf(site), {
      algorithms: [algorithm],
      typ: isGuest ? guestType : memberType,
      audience: site.id,
      requiredClaims: ['sub', 'name', 'exp', 'iat'],
      clockTolerance: clockToleranceS,
      ...(!isGuest && { maxTokenAge: maxMemberAgeS }),
    });
    const { exp = 0, iat = 0 } = payload;
    const endsAt = isGuest ? exp : Math.min(exp, iat + maxMemberAgeS);
    return { person: personOf(payload, isGuest), expiresAt: (endsAt + clockToleranceS) * 1_000 };
  } catch {
    throw unauthenticated();
  }
}

/** Makes a guest of a name: a person with an id of the server's, and the token to come back with. */
export async function admitGuest(site: Site, name: string): Promise<Admitted & { readonly token: string }> {
  const person: Person = { id: `guest:${newOp()}`, name, role: 'guest' };
  const expiresAt = Date.now() + guestDays * 86_400_000;
  const token = await new SignJWT({ name })
    .setProtectedHeader({ alg: algorithm, typ: guestType })
    .setSubject(person.id)
    .setAudience(site.id)
    .setIssuedAt()
    .setExpirationTime(new Date(expiresAt))
    .sign(keyOf(site));
  return { person, expiresAt, token };
}

/**
 * Signs a member on, as a site's own server would. For sites written in JavaScript, tests and the demo.
 * @param lifeS seconds until it ends
 */
export async function signMember(
  site: Pick<Site, 'id' | 'key'>,
  person: { readonly id: string; readonly name: string; readonly role?: Role },
  lifeS = 300,
): Promise<string> {
  return new SignJWT({ name: person.name, role: person.role ?? 'member' })
    .setProtectedHeader({ alg: algorithm, typ: memberType })
    .setSubject(person.id)
    .setAudience(site.id)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1_000) + lifeS)
    .sign(new TextEncoder().encode(site.key));
}
