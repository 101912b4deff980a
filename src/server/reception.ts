// Lets people in, whatever way they come: reads their hello, finds out who they are, and makes guests. What they then
// may see and do is the room's to say.
import { checkGuest } from '../model/allow.ts';
import { DiscussionError } from '../model/errors.ts';
import { parseGuest } from '../model/parse-command.ts';
import type { Person } from '../model/post.ts';
import { viewKey, type Lens } from '../model/view.ts';
import type { Admission, Welcome } from '../wire.ts';
import { admit, admitGuest, type Admitted } from './auth.ts';
import type { Config, Site } from './config.ts';
import type { Guests } from './guests.ts';
import { readHello, readVisit, type Visit } from './hello.ts';
import { createRateLimit } from './rate-limit.ts';

/** Somebody's place in one discussion of one site. */
export interface Seat {
  readonly site: Site;
  readonly discussion: string;
  /** Key of the room: unique over all sites. */
  readonly key: string;
  viewer: Person | null;
  /** What the viewer's view depends on, as they were last told; null before they were. */
  lens: Lens | null;
  /** When the token ends, in milliseconds since 1970; null where there is none. */
  expiresAt: number | null;
}

/** Where people are let in. */
export interface Reception {
  /**
   * The site that somebody asks for the index of, and who they are.
   * @param address the client's network address, for the limit of those who are not signed in
   * @throws DiscussionError `unsupported`, `invalid`, `forbidden`, `unauthenticated` or `rate-limited`
   */
  visit(origin: string | undefined, hello: unknown, address: string): Promise<Pick<Seat, 'site' | 'viewer'>>;
  /**
   * A seat for whoever says this hello on a page of this origin.
   * @throws DiscussionError `unsupported`, `invalid`, `forbidden` or `unauthenticated`
   */
  seat(origin: string | undefined, hello: unknown): Promise<Seat>;
  /** What somebody is told who looks through this lens. */
  welcome(seat: Seat, lens: Lens): Welcome;
  /**
   * Makes a guest of whoever sits there.
   * @param address the client's network address, for the limit alone
   * @throws DiscussionError `forbidden`, `invalid` or `rate-limited`
   */
  identify(seat: Seat, entry: unknown, address: string): Promise<Admission>;
}

/** Indexes that one person may ask for at once, and then one in so many milliseconds. */
const indexAllowance = { burst: 20, refillMs: 2_000 };
/** Guests that one network address may make at once, and then one in so many milliseconds. */
const guestAllowance = { burst: 20, refillMs: 15_000 };

/** The reception of a server. */
export function createReception(config: Config, guests: Guests): Reception {
  const limit = createRateLimit(guestAllowance);
  const limitIndex = createRateLimit(indexAllowance);

  async function meet({ site, token }: Visit): Promise<Admitted | null> {
    const admitted = token === null ? null : await admit(site, token);
    if (admitted === null && site.readers === 'members') throw new DiscussionError('unauthenticated', 'members only');
    return admitted;
  }

  return {
    async visit(origin, hello, address) {
      const visit = readVisit(config, origin, hello);
      const { site } = visit;
      if (site.index === 'off') throw new DiscussionError('unsupported', 'this site has no index');
      const { person: viewer = null } = (await meet(visit)) ?? {};
      // Everybody can be a guest: what is for members is for those whom the site knows.
      if (site.index === 'members' && (viewer === null || viewer.role === 'guest'))
        throw new DiscussionError('unauthenticated', 'the index is for members');
      limitIndex(viewer === null ? address : `${site.id} ${viewer.id}`);
      return { site, viewer };
    },
    async seat(origin, hello) {
      const { site, discussion, token } = readHello(config, origin, hello);
      const admitted = await meet({ site, token });
      const key = `${site.id}:${discussion}`;
      const { person = null, expiresAt = null } = admitted ?? {};
      return { site, discussion, key, viewer: person, lens: null, expiresAt };
    },
    welcome({ viewer, site }, lens) {
      const can = {
        ...{ live: true, edit: true, moderate: true, history: true, marks: true, guests: site.guestPosts !== 'none' },
        ...{
          moves: true,
          gates: true,
          endorse: true,
          desk: true,
          credit: true,
          evidence: true,
          index: site.index !== 'off',
        },
      };
      return { me: viewer, can, view: viewKey(lens) };
    },
    async identify(seat, entry, address) {
      const { site, viewer } = seat;
      if (viewer !== null) throw new DiscussionError('forbidden', 'somebody is signed in here');
      if (site.guestPosts === 'none') throw new DiscussionError('forbidden', 'guests may not write here');
      const guest = parseGuest(entry);
      checkGuest(guest);
      limit(address);
      const { person, expiresAt, token } = await admitGuest(site, guest.name);
      await guests.add(site.id, person.id, guest);
      seat.viewer = person;
      seat.expiresAt = expiresAt;
      return { token };
    },
  };
}
