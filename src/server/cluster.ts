// Several servers over one database: what one commits, the others hear through Redis, and each tells its own sockets what
// they may see. A message that is lost costs seconds, never a post: the next beacon shows the head that was missed.
import { createAdapter } from '@socket.io/redis-streams-adapter';
import { createClient } from 'redis';
import type { Commit } from '../model/view.ts';
import { classAudience, personAudience } from './fan-out.ts';
import { createInOrder } from './in-order.ts';
import type { Rooms, RoomsListener } from './rooms.ts';
import type { PeerServer } from './sessions.ts';

/** What servers tell each other: each commit once and whole, and whose private record there is to read again. */
export interface ClusterEvents {
  commit(key: string, commit: Commit): void;
  mine(key: string, personId: string): void;
}

/** A server's place among the others. */
export interface Cluster {
  /** What happens in this server's rooms goes in here, and on to its own sockets and to the others. */
  readonly listener: RoomsListener;
  /** Hears the others from now on, for the sockets in these rooms. */
  join(rooms: Rooms): void;
  /** True while the others can be reached. */
  isReached(): boolean;
  /** Ends the connections. The Socket.IO server must be closed before. */
  close(): Promise<void>;
}

/** Messages that wait for Redis to come back; what is more is left to the beacons. */
const queueLength = 1_000;

/** Milliseconds between tries to reach Redis, at the most. */
const longestPauseMs = 2_000;

/** Milliseconds that a start waits for Redis. */
const startTimeoutMs = 5_000;

async function connect(url: string, onFailure: (error: unknown) => void) {
  const client = createClient({
    url,
    commandsQueueMaxLength: queueLength,
    socket: { reconnectStrategy: (tries) => Math.min(100 * 2 ** tries, longestPauseMs) },
  });
  client.on('error', onFailure);
  const publish = client.publish.bind(client);
  // The adapter leaves a refused message unheard, and an unheard rejection ends the process.
  Object.assign(client, {
    publish: (...words: Parameters<typeof publish>) => publish(...words).catch(onFailure),
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Redis cannot be reached.')), startTimeoutMs);
  });
  try {
    await Promise.race([client.connect(), late]);
  } catch (thrown) {
    client.destroy();
    throw thrown;
  } finally {
    clearTimeout(timer);
  }
  return client;
}

/**
 * Joins the servers that share a Redis.
 * @param tell tells this server's own sockets
 * @throws Error with one sentence where Redis cannot be reached
 */
export async function joinCluster(
  url: string,
  io: PeerServer,
  tell: RoomsListener,
  onFailure: (error: unknown) => void,
): Promise<Cluster> {
  const client = await connect(url, onFailure);
  io.adapter(createAdapter(client, { streamName: 'peer-discussion', channelPrefix: 'peer-discussion' }));
  const audiences = (): Map<string, Set<string>> => io.of('/').adapter.rooms;
  const inOrder = createInOrder(
    (key, commit) => tell.commit(key, commit),
    (key) => audiences().has(classAudience(key, 'peers')) || audiences().has(classAudience(key, 'staff')),
  );

  return {
    listener: {
      commit(key, commit) {
        inOrder.commit(key, commit);
        io.serverSideEmit('commit', key, commit);
      },
      mine(key, personId, mine) {
        tell.mine(key, personId, mine);
        io.serverSideEmit('mine', key, personId);
      },
    },
    join(rooms) {
      io.on('commit', (key, commit) => inOrder.commit(key, commit));
      io.on('mine', (key, personId) => {
        const [id = ''] = audiences().get(personAudience(key, personId)) ?? [];
        const viewer = io.of('/').sockets.get(id)?.data.viewer;
        const room = rooms.find(key);
        if (viewer && room) room.mine(viewer).then((mine) => tell.mine(key, personId, mine), onFailure);
      });
    },
    isReached: () => client.isReady,
    async close() {
      inOrder.close();
      await client.close();
    },
  };
}
