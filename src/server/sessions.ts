// One socket is one viewer of one discussion: lets it in, answers what it asks, and ends it with its token. What happens
// in the room meanwhile reaches it by fan-out.ts.
import type { Server, Socket } from 'socket.io';
import { DiscussionError, toWire } from '../model/errors.ts';
import type { Window } from '../model/post.ts';
import { viewClass } from '../model/view.ts';
import type { Room } from '../room/room.ts';
import { beaconMs, type Answer, type ClientEvents, type ServerEvents } from '../wire.ts';
import type { ClusterEvents } from './cluster.ts';
import { classAudience, personAudience } from './fan-out.ts';
import type { Reception, Seat } from './reception.ts';
import type { Rooms } from './rooms.ts';
import { cutWhenSlow } from './slow-reader.ts';

/** The Socket.IO server of sessions. */
export type PeerServer = Server<ClientEvents, ServerEvents, ClusterEvents, Seat>;
type PeerSocket = Socket<ClientEvents, ServerEvents, ClusterEvents, Seat>;

/** What sessions are made of. */
export interface SessionsOptions {
  readonly io: PeerServer;
  readonly reception: Reception;
  readonly rooms: Rooms;
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

/** Lets clients in and serves them until they leave; returns what ends it. */
export function serveSessions(options: SessionsOptions): () => void {
  const { io, reception, rooms, addressOf, onAnswer, onFailure } = options;
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

  async function welcome(socket: PeerSocket, room: Room): Promise<void> {
    const { viewer, key } = socket.data;
    await socket.join(viewer === null ? [] : personAudience(key, viewer.id));
    socket.emit('welcome', reception.welcome(socket.data));
    if (viewer !== null) socket.emit('mine', await room.mine(viewer));
  }

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
    cutWhenSlow(socket);
    socket.on('disconnect', () => rooms.leave(seat));
    socket.on('sync', (head: unknown, window: Window | null, give: unknown) =>
      answer('sync', give, async () => {
        // Joined before the answer is read: nothing that is committed from here on can be missed.
        await socket.join(classAudience(seat.key, viewClass(seat.viewer)));
        return room.sync(seat.viewer, typeof head === 'string' ? head : null, window ?? undefined);
      }),
    );
    socket.on('older', (more: unknown, give: unknown) =>
      answer('older', give, () => room.older(seat.viewer, String(more))),
    );
    socket.on('submit', (command: unknown, give: unknown) =>
      answer('submit', give, () => room.submit(seat.viewer, command)),
    );
    socket.on('identify', (entry: unknown, give: unknown) =>
      answer('identify', give, async () => {
        const admission = await reception.identify(seat, entry, addressOf(socket));
        await welcome(socket, room);
        return admission;
      }),
    );
    welcome(socket, room).catch(onFailure);
  });

  const beacon = setInterval(() => {
    for (const [key, room] of rooms.entries())
      room
        .head()
        .then(
          (head) => io.local.to([classAudience(key, 'peers'), classAudience(key, 'staff')]).emit('beacon', head),
          onFailure,
        );
  }, beaconMs);
  const tokenSweep = setInterval(endWithToken, tokenSweepMs);
  return () => {
    clearInterval(beacon);
    clearInterval(tokenSweep);
    for (const socket of io.of('/').sockets.values())
      socket.emit('goodbye', Math.round(1_000 + Math.random() * returnWithinMs));
  };
}
