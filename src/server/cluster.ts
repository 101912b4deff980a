// Several servers over one database: what one commits, the others hear through Redis, and each tells its own sockets what
// they may see. A message that is lost costs seconds, never a post: the next beacon shows the head that was missed.
import { createAdapter } from '@socket.io/redis-streams-adapter';
import type { Commit } from '../model/view.ts';
import { roomAudience } from './fan-out.ts';
import { createInOrder } from './in-order.ts';
import { openRedis } from './redis.ts';
import type { RoomsListener } from './rooms.ts';
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
  /** Hears the others from now on. */
  join(): void;
  /** True while the others can be reached. */
  isReached(): boolean;
  /** Ends the connections. A Socket.IO server that came up must be closed before. */
  close(): Promise<void>;
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
  const redis = await openRedis(url, onFailure);
  const { client } = redis;
  io.adapter(createAdapter(client, { streamName: 'peer-discussion', channelPrefix: 'peer-discussion' }));
  await redis.hear();
  const audiences = (): Map<string, Set<string>> => io.of('/').adapter.rooms;
  const inOrder = createInOrder(
    (key, commit) => tell.commit(key, commit),
    (key) => audiences().has(roomAudience(key)),
  );

  return {
    listener: {
      commit(key, commit) {
        inOrder.commit(key, commit);
        io.serverSideEmit('commit', key, commit);
      },
      mine(key, personId) {
        tell.mine(key, personId);
        io.serverSideEmit('mine', key, personId);
      },
    },
    join() {
      io.on('commit', (key, commit) => inOrder.commit(key, commit));
      io.on('mine', (key, personId) => tell.mine(key, personId));
    },
    isReached: () => client.isReady,
    async close() {
      inOrder.close();
      await io.of('/').adapter.close(); // closed already, unless the server never came up
      await redis.close();
    },
  };
}
