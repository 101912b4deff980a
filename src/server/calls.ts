// The same room by plain HTTP: one call, one answer, for a first look before a socket is there and for clients that have
// none. The body is JSON sent as plain text, so that no browser asks for leave first; nothing rests on cookies.
import type { Context, Hono } from 'hono';
import { DiscussionError, invalid, toWire } from '../model/errors.ts';
import { viewKey, type Lens } from '../model/view.ts';
import type { IndexPage } from '../model/discussion-index.ts';
import type { Page, StoredDiscussion } from '../model/post.ts';
import { callPath, maxFrameBytes, type Answer, type Call, type Calls, type Look } from '../wire.ts';
import type { Config } from './config.ts';
import { isKnownOrigin } from './hello.ts';
import { createRateLimit } from './rate-limit.ts';
import type { Reception, Seat } from './reception.ts';
import type { Rooms } from './rooms.ts';
import type { Room } from '../room/room.ts';
import type { About } from '../room/storage.ts';
import type { RoomIndex } from '../room/room-index.ts';

/** What calls are made of. */
export interface CallsOptions {
  readonly config: Config;
  readonly reception: Reception;
  readonly rooms: Rooms;
  readonly index: RoomIndex;
  /** The network address that a request comes from. */
  readonly addressOf: (context: Context) => string;
  /** Hears of every answer: to which call, and `ok` or the code of its error. */
  readonly onAnswer: (event: string, outcome: string) => void;
  /** Hears of evidence that was given: how many records, of which discussion, to whom by role. */
  readonly onEvidence: (facts: Readonly<Record<string, string | number>>) => void;
  /** Hears of failures that are nobody's fault but ours. */
  readonly onFailure: (error: unknown) => void;
}

/** A record is replayed from the whole log: a facilitator goes through a course's people, and nobody asks for ever. */
const evidenceAllowance = { burst: 60, refillMs: 1_000 };

type Asked = Partial<Record<keyof Call, unknown>>;
type Work = (room: Room, seat: Seat, asked: Asked, address: string) => Promise<unknown>;

/** Serves calls below `callPath`. */
export function serveCalls(app: Hono, options: CallsOptions): void {
  const { config, reception, rooms, index, addressOf, onAnswer, onEvidence, onFailure } = options;
  const limitEvidence = createRateLimit(evidenceAllowance);
  /** The head held, where it was held under the view of today: under another it means nothing. */
  const headOf = ({ head, view }: Asked, lens: Lens): string | null =>
    typeof head === 'string' && view === viewKey(lens) ? head : null;
  const works: Readonly<Record<Exclude<keyof Calls, 'index'>, Work>> = {
    async look(room, seat, asked): Promise<Look> {
      const lens = await room.lens(seat.viewer);
      const changes = await room.sync(lens, headOf(asked, lens), asked.window as Call['window']);
      const mine = seat.viewer === null ? null : await room.mine(seat.viewer);
      return { welcome: reception.welcome(seat, lens), changes, mine };
    },
    async older(room, seat, { more, view }): Promise<Page> {
      const lens = await room.lens(seat.viewer);
      // Under another view the page fits nowhere: who asks has to look first.
      if (view !== undefined && view !== viewKey(lens)) return { at: '', posts: [], more: String(more) };
      return room.older(lens, String(more));
    },
    submit: async (room, seat, asked) => room.submit(await room.lens(seat.viewer), asked.command),
    async evidence(room, { site, discussion, viewer }, { of }): Promise<Calls['evidence']> {
      if (of !== null && typeof of !== 'string') throw invalid('of', 'malformed', 'of is not a person’s id');
      if (viewer !== null) limitEvidence(`${site.id} ${viewer.id}`);
      const records = await room.evidence(viewer, of);
      onEvidence({ site: site.id, discussion, role: viewer?.role ?? '', records: records.length });
      return records;
    },
    identify: (_room, seat, asked, address) => reception.identify(seat, asked.guest, address),
  };

  async function lookAround(origin: string | undefined, { hello, query }: Asked, address: string): Promise<IndexPage> {
    const { site, viewer: person } = await reception.visit(origin, hello, address);
    const record = (id: string, about: About): StoredDiscussion => ({ id, ...about, guestPosts: site.guestPosts });
    return index.look({ person, prefix: `${site.id}:`, record, query });
  }

  async function enter(name: keyof typeof works, origin: string | undefined, asked: Asked, address: string) {
    const seat = await reception.seat(origin, asked.hello);
    const room = rooms.enter(seat);
    try {
      return await works[name](room, seat, asked, address);
    } finally {
      rooms.leave(seat);
    }
  }

  async function read(context: Context): Promise<Asked> {
    const length = Number(context.req.header('content-length') ?? Number.NaN);
    if (!(length <= maxFrameBytes)) throw invalid('body', 'too-long', `a call has at most ${maxFrameBytes} bytes`);
    try {
      const data: unknown = JSON.parse(await context.req.text());
      if (typeof data === 'object' && data !== null) return data;
    } catch {
      throw invalid('body', 'malformed', 'a call is JSON');
    }
    throw invalid('body', 'malformed', 'a call is an object');
  }

  app.post(`${callPath}/:call`, async (context) => {
    const origin = context.req.header('origin');
    if (!isKnownOrigin(config, origin)) return context.text('This origin may not connect.', 403);
    const name = context.req.param('call');
    const isOfRoom = Object.hasOwn(works, name);
    if (!isOfRoom && name !== 'index') return context.text('There is no such call.', 404);
    let answer: Answer<unknown>;
    try {
      const asked = await read(context);
      const address = addressOf(context);
      answer = {
        ok: isOfRoom
          ? await enter(name as keyof typeof works, origin, asked, address)
          : await lookAround(origin, asked, address),
      };
    } catch (thrown) {
      if (!(thrown instanceof DiscussionError)) onFailure(thrown);
      answer = { error: toWire(thrown) };
    }
    onAnswer(`call ${name}`, 'error' in answer ? answer.error.code : 'ok');
    context.header('Access-Control-Allow-Origin', origin);
    context.header('Vary', 'Origin');
    context.header('Cache-Control', 'no-store');
    return context.json(answer);
  });
}
