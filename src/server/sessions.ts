// One socket is one viewer of one discussion. Joins them to rooms, and carries to each what its view lets through:
// a change is filtered and serialised once per view class, and once more for its author.
import type { Server, Socket } from 'socket.io';
import { checkGuest } from '../model/allow.ts';
import { DiscussionError, toWire } from '../model/errors.ts';
import { parseGuest } from '../model/parse-command.ts';
import type { Capabilities, Person, Window } from '../model/post.ts';
import { changesFor, onlooker, viewClass, viewKey, type Commit, type ViewClass } from '../model/view.ts';
import { createRoom, type Room } from '../room/room.ts';
import type { Storage } from '../room/storage.ts';
import { beaconMs, type Admission, type Answer, type ClientEvents, type ServerEvents } from '../wire.ts';
import { admit, admitGuest } from './auth.ts';
import type { Config, Site } from './config.ts';
import type { Guests } from './guests.ts';
import { readHello } from './hello.ts';
import { createRateLimit, type Allowance } from './rate-limit.ts';

interface Seat {
  readonly site: Site;
  readonly discussion: string;
  readonly key: string;
  viewer: Person | null;
  expiresAt: number | null;
}

type PeerServer = Server<ClientEvents, ServerEvents, Record<string, never>, Seat>;
type PeerSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, Seat>;

/** What sessions are made of. */
export interface SessionsOptions {
  readonly io: PeerServer;
  readonly config: Config;
  readonly storage: Storage;
  readonly guests: Guests;
  /** How fast one person may send commands. */
  readonly allowance: Allowance;
  /** Hears of failures that are nobody's fault but ours. */
  readonly onFailure: (error: unknown) => void;
}

/** Milliseconds that setTimeout can hold. */
const longestTimer = 2_147_483_647;

const classAudience = (key: string, kind: ViewClass): string => `${kind} ${key}`;
const personAudience = (key: string, personId: string): string => `person ${key} ${personId}`;

/** Lets clients in and serves them until they leave; returns what ends it. */
export function serveSessions(options: SessionsOptions): () => void {
  const { io, config, storage, guests, onFailure } = options;
  const rooms = new Map<string, { readonly room: Room; readonly leave: () => void; seats: number }>();
  const limitCommands = createRateLimit(options.allowance);
  const limitMarks = createRateLimit({ burst: 30, refillMs: 500 });
  const limitGuests = createRateLimit({ burst: 5, refillMs: 60_000 });

  function tellCommit(key: string, commit: Commit): void {
    const authorId = commit.post?.author.id;
    const author = authorId === undefined ? [] : [personAudience(key, authorId)];
    for (const kind of ['peers', 'staff'] as const)
      io.local.to(classAudience(key, kind)).except(author).emit('changes', changesFor(commit, onlooker[kind]));
    if (commit.post !== null) io.local.to(author).emit('changes', changesFor(commit, commit.post.author));
  }

  function enter(seat: Seat): Room {
    const { key, site, discussion } = seat;
    let entry = rooms.get(key);
    if (entry === undefined) {
      const throttle = (person: Person): void => limitCommands(`${site.id} ${person.id}`);
      const room = createRoom({ key, discussion, guestPosts: site.guestPosts, storage, throttle });
      const leave = room.subscribe({
        commit: (commit) => tellCommit(key, commit),
        mine: (personId, mine) => io.local.to(personAudience(key, personId)).emit('mine', mine),
      });
      entry = { room, leave, seats: 0 };
      rooms.set(key, entry);
    }
    entry.seats++;
    return entry.room;
  }

  function leave({ key }: Seat): void {
    const entry = rooms.get(key);
    if (entry === undefined || --entry.seats > 0) return;
    entry.leave();
    rooms.delete(key);
  }

  async function seatOf(socket: PeerSocket): Promise<Seat> {
    const { site, discussion, token } = readHello(config, socket.handshake.headers.origin, socket.handshake.auth);
    const admitted = token === null ? null : await admit(site, token);
    if (admitted === null && site.readers === 'members') throw new DiscussionError('unauthenticated', 'members only');
    const key = `${site.id}:${discussion}`;
    return { site, discussion, key, viewer: admitted?.person ?? null, expiresAt: admitted?.expiresAt ?? null };
  }

  /** Answers a request once, whatever comes of it. */
  async function answer<T>(give: unknown, work: () => Promise<T>): Promise<void> {
    if (typeof give !== 'function') return;
    const reply = give as (answer: Answer<T>) => void;
    try {
      reply({ ok: await work() });
    } catch (thrown) {
      if (!(thrown instanceof DiscussionError)) onFailure(thrown);
      reply({ error: toWire(thrown) });
    }
  }

  async function welcome(socket: PeerSocket, room: Room): Promise<void> {
    const { viewer, site, key } = socket.data;
    const can: Capabilities = {
      live: true,
      edit: true,
      moderate: true,
      history: true,
      marks: true,
      guests: site.guestPosts !== 'none',
    };
    await socket.join(viewer === null ? [] : personAudience(key, viewer.id));
    socket.emit('welcome', { me: viewer, can, view: viewKey(viewer) });
    if (viewer !== null) socket.emit('mine', await room.mine(viewer));
  }

  async function identify(socket: PeerSocket, room: Room, entry: unknown): Promise<Admission> {
    const { site, viewer } = socket.data;
    if (viewer !== null) throw new DiscussionError('forbidden', 'somebody is signed in here');
    if (site.guestPosts === 'none') throw new DiscussionError('forbidden', 'guests may not write here');
    const guest = parseGuest(entry);
    checkGuest(guest);
    limitGuests(socket.handshake.address);
    const { person, expiresAt, token } = await admitGuest(site, guest.name);
    guests.add(site.id, person.id, guest);
    Object.assign(socket.data, { viewer: person, expiresAt });
    await welcome(socket, room);
    return { token };
  }

  function farewell(socket: PeerSocket, error: DiscussionError): void {
    socket.emit('farewell', toWire(error));
    socket.disconnect(true);
  }

  io.use((socket, next) => {
    seatOf(socket).then(
      (seat) => {
        Object.assign(socket.data, seat);
        next();
      },
      (thrown: unknown) => next(Object.assign(new Error('refused'), { data: toWire(thrown) })),
    );
  });

  io.on('connection', (socket) => {
    const seat = socket.data;
    const room = enter(seat);
    const timer =
      seat.expiresAt === null
        ? undefined
        : setTimeout(
            () => farewell(socket, new DiscussionError('unauthenticated', 'the token has run out')),
            Math.min(seat.expiresAt - Date.now(), longestTimer),
          );
    socket.on('disconnect', () => {
      clearTimeout(timer);
      leave(seat);
    });
    socket.on('sync', (head: unknown, window: Window | null, give: unknown) =>
      answer(give, async () => {
        // Joined before the answer is read: nothing that is committed from here on can be missed.
        await socket.join(classAudience(seat.key, viewClass(seat.viewer)));
        return room.sync(seat.viewer, typeof head === 'string' ? head : null, window ?? undefined);
      }),
    );
    socket.on('older', (more: unknown, give: unknown) => answer(give, () => room.older(seat.viewer, String(more))));
    socket.on('submit', (command: unknown, give: unknown) =>
      answer(give, () => {
        if ((command as { type?: unknown } | null)?.type === 'read')
          limitMarks(`${seat.key} ${seat.viewer?.id ?? socket.id}`);
        return room.submit(seat.viewer, command);
      }),
    );
    socket.on('identify', (entry: unknown, give: unknown) => answer(give, () => identify(socket, room, entry)));
    welcome(socket, room).catch(onFailure);
  });

  const beacon = setInterval(() => {
    for (const [key, { room }] of rooms)
      room
        .head()
        .then(
          (head) => io.local.to([classAudience(key, 'peers'), classAudience(key, 'staff')]).emit('beacon', head),
          onFailure,
        );
  }, beaconMs);
  return () => clearInterval(beacon);
}
