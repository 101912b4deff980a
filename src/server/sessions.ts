// One socket is one viewer of one discussion: lets it in, answers what it asks, and ends it with its token. What happens
// in the room meanwhile reaches it by fan-out.ts.
import type { Server, Socket } from 'socket.io';
import { DiscussionError, toWire } from '../model/errors.ts';
import type { Window } from '../model/post.ts';
import { viewKey, type Lens } from '../model/view.ts';
import type { Room } from '../room/room.ts';
import { beaconMs, type Answer, type ClientEvents, type ServerEvents } from '../wire.ts';
import type { ClusterEvents } from './cluster.ts';
import { personAudience, roomAudience, type FanOut, type Lookout } from './fan-out.ts';
import { createInTurn, type InTurn } from '../room/in-turn.ts';
import type { Reception, Seat } from './reception.ts';
import { pause, type Rooms } from './rooms.ts';
import { cutWhenSlow } from './slow-reader.ts';

/** The Socket.IO server of sessions. */
export type PeerServer = Server<ClientEvents, ServerEvents, ClusterEvents, Seat>;
/** One connection. */
export type PeerSocket = Socket<ClientEvents, ServerEvents, ClusterEvents, Seat>;

/** What sessions are made of. */
export interface SessionsOptions {
  readonly io: PeerServer;
  readonly reception: Reception;
  readonly rooms: Rooms;
  readonly fanOut: FanOut;
  /** The network address that a connection comes from. */
  readonly addressOf: (socket: PeerSocket) => string;
  /** Hears of every answer to a request: which, and `ok` or the code of its error. */
  readonly onAnswer: (event: string, outcome: string) => void;
  /** Hears of failures that are nobody's fault but ours. */
  readonly onFailure: (error: unknown) => void;
}

/** Clients come back between one and so many milliseconds after a stop: not all at once. */
const returnWithinMs = 10_000;

/** Milliseconds between two looks at whose token has run out. */
const tokenSweepMs = 1_000;

/** The sessions of a server. */
export interface Sessions extends Lookout {
  /** Tells everybody to come back later, and stops looking after them. */
  end(): void;
}

/** Lets clients in and serves them until they leave. */
export function serveSessions(options: SessionsOptions): Sessions {
  const { io, reception, rooms, fanOut, addressOf, onAnswer, onFailure } = options;
  /** Answers a request once, whatever comes of it. */
  async function answer<T>(event: string, give: unknown, work: () => Promise<T>): Promise<void> {
    if (typeof give !== 'function') return;
    const reply = give as (answer: Answer<T>) => void;
    try {
      reply({ ok: await work() });
      onAnswer(event, 'ok');
    } catch (thrown) {
      if (!(thrown instanceof DiscussionError)) onFailure(thrown);
      const error = toWire(thrown);
      reply({ error });
      onAnswer(event, error.code);
    }
  }

  /** Says who somebody is and through which lens they look from now on; whoever followed the room goes on. */
  async function welcome(socket: PeerSocket, room: Room, lens: Lens): Promise<void> {
    const seat = socket.data;
    const { viewer, key } = seat;
    seat.lens = lens;
    await socket.join(viewer === null ? [] : personAudience(key, viewer.id));
    if (socket.rooms.has(roomAudience(key))) await fanOut.follow(socket);
    socket.emit('welcome', reception.welcome(seat, lens));
    if (viewer !== null) socket.emit('mine', await room.mine(viewer));
  }

  /** What is looked up for one socket is looked up in turn: what it is told last is what is there. */
  const turns = new WeakMap<PeerSocket, InTurn>();
  const turnOf = (socket: PeerSocket): InTurn => {
    const turn = turns.get(socket) ?? createInTurn();
    turns.set(socket, turn);
    return turn;
  };

  const line = createInTurn();
  /** Looks for many sockets begin one by one: each may cost a millisecond in a large room, and others come between. */
  const lookFor = (socket: PeerSocket, look: () => Promise<void>): Promise<void> =>
    turnOf(socket)(async () => {
      await line(pause);
      if (socket.connected) await look();
    });

  /** Welcomes somebody anew whose view is another than it was; after a new record, others hear where they stand. */
  const lookAgain = (socket: PeerSocket, isRecordNew: boolean): Promise<void> =>
    lookFor(socket, async () => {
      const { key, viewer, lens } = socket.data;
      const room = rooms.find(key);
      if (room === undefined || lens === null) return;
      const found = await room.lens(viewer);
      if (viewKey(found) !== viewKey(lens)) return welcome(socket, room, found);
      socket.data.lens = found;
      if (socket.rooms.has(roomAudience(key))) await fanOut.follow(socket);
      if (isRecordNew && viewer !== null) socket.emit('mine', await room.mine(viewer));
    });

  const relook = (sockets: readonly PeerSocket[], isRecordNew = false): void => {
    for (const socket of sockets) lookAgain(socket, isRecordNew).catch(onFailure);
  };

  const sayMine = (sockets: readonly PeerSocket[]): void => {
    for (const socket of sockets)
      lookFor(socket, async () => {
        const { key, viewer } = socket.data;
        const mine = viewer === null ? undefined : await rooms.find(key)?.mine(viewer);
        if (mine !== undefined) socket.emit('mine', mine);
      }).catch(onFailure);
  };

  function endWithToken(): void {
    const now = Date.now();
    for (const socket of io.of('/').sockets.values()) {
      if ((socket.data.expiresAt ?? Infinity) > now) continue;
      socket.emit('farewell', toWire(new DiscussionError('unauthenticated', 'the token has run out')));
      socket.disconnect(true);
    }
  }

  io.use((socket, next) => {
    reception.seat(socket.handshake.headers.origin, socket.handshake.auth).then(
      (seat) => {
        socket.data = seat;
        next();
      },
      (thrown: unknown) => {
        if (!(thrown instanceof DiscussionError)) onFailure(thrown);
        next(Object.assign(new Error('refused'), { data: toWire(thrown) }));
      },
    );
  });

  io.on('connection', (socket) => {
    const seat = socket.data;
    const room = rooms.enter(seat);
    const begin = async (): Promise<void> => {
      await fanOut.begin(seat.key, room.head);
      if (rooms.find(seat.key) === undefined) return fanOut.forget(seat.key); // they have gone meanwhile
      await welcome(socket, room, await room.lens(seat.viewer));
    };
    const begun = turnOf(socket)(begin);
    begun.catch(onFailure);
    /** The lens of whoever asks: nothing is answered before it is known. */
    const looking = async (): Promise<Lens> => {
      await begun;
      await turnOf(socket)(async () => {}); // and no look at a new record is under way
      if (seat.lens === null) throw new DiscussionError('internal', 'nobody is welcome yet');
      return seat.lens; // the room narrows it to its record of now
    };
    cutWhenSlow(socket);
    socket.on('disconnect', () => rooms.leave(seat));
    socket.on('sync', (head: unknown, window: Window | null, give: unknown) =>
      answer('sync', give, async () => {
        const lens = await looking();
        // Joined before the answer is read: nothing that is committed from here on can be missed.
        await fanOut.follow(socket);
        return room.sync(lens, typeof head === 'string' ? head : null, window ?? undefined);
      }),
    );
    socket.on('older', (more: unknown, give: unknown) =>
      answer('older', give, async () => room.older(await looking(), String(more))),
    );
    socket.on('submit', (command: unknown, give: unknown) =>
      answer('submit', give, async () => room.submit(await looking(), command)),
    );
    socket.on('identify', (entry: unknown, give: unknown) =>
      answer('identify', give, async () => {
        const admission = await reception.identify(seat, entry, addressOf(socket));
        await turnOf(socket)(begin);
        return admission;
      }),
    );
  });

  const beacon = setInterval(() => {
    for (const [key, room] of rooms.entries())
      room.head().then((head) => {
        if (!fanOut.missed(key, head)) fanOut.confirm(key, head);
      }, onFailure);
    // Gates open by their dates too: the time is nobody's commit.
    relook([...io.of('/').sockets.values()].filter(({ data }) => (data.lens?.closed.length ?? 0) > 0));
  }, beaconMs);
  const tokenSweep = setInterval(endWithToken, tokenSweepMs);
  return {
    relook: (sockets) => relook(sockets),
    relookAll: (sockets) => relook(sockets, true),
    sayMine,
    end() {
      clearInterval(beacon);
      clearInterval(tokenSweep);
      for (const socket of io.of('/').sockets.values())
        socket.emit('goodbye', Math.round(1_000 + Math.random() * returnWithinMs));
    },
  };
}
