// Several servers over one PostgreSQL and one Redis of this machine, as an association runs them that outgrew one.
import type { Adapter } from '../../src/adapters/adapter.ts';
import type { Bench } from '../../src/adapters/adapter-rules.ts';
import { socketAdapter } from '../../src/adapters/socket.ts';
import { parseConfig, type Config } from '../../src/server/config.ts';
import { startServer, type RunningServer, type ServerOptions } from '../../src/server/server.ts';
import { startPostgres, type Postgres } from './postgres.ts';
import { startRedis, type Redis } from './redis.ts';
import { createRelay, type Relay } from './relay.ts';
import { lawSeed, origin, site, tokensFor } from './server-bench.ts';

/** What servers share. */
export interface Backends {
  readonly postgres: Postgres;
  readonly redis: Redis;
  remove(): Promise<void>;
}

/** Starts a PostgreSQL and a Redis, or says what is left out and gives null. */
export async function startBackends(leftOut: string): Promise<Backends | null> {
  const postgres = await startPostgres(leftOut);
  const redis = postgres && (await startRedis(leftOut));
  if (redis === null) await postgres?.remove();
  if (postgres === null || redis === null) return null;
  return {
    postgres,
    redis,
    async remove() {
      await redis.stop();
      await postgres.remove();
    },
  };
}

/** One server of several; it keeps its address. */
export interface Node {
  readonly port: number;
  readonly url: string;
  /** Where its figures are, if it was asked for them. */
  metricsUrl(): string | null;
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** Servers that share what they keep. */
export interface Cluster {
  readonly config: Config;
  readonly nodes: readonly Node[];
  /** The node for the next connection, one after the other. */
  next(): Node;
  close(): Promise<void>;
}

/** Starts so many servers over a new database. `redisUrlOf` gives a node another way to Redis, to be cut. */
export async function startCluster(
  { postgres, redis }: Backends,
  count = 2,
  options: Partial<ServerOptions> = {},
  redisUrlOf: (place: number) => string = () => redis.url,
): Promise<Cluster> {
  const url = await postgres.createDatabase();
  const configOf = (place: number): Config =>
    parseConfig({ sites: [site], storage: { postgres: url }, redis: redisUrlOf(place) }, 'test');

  async function startNode(place: number): Promise<Node> {
    const start = (port: number): Promise<RunningServer> =>
      startServer({ allowance: { burst: 100_000, refillMs: 1 }, ...options, config: configOf(place), data: '', port });
    let server = await start(0);
    const { port } = server;
    return {
      port,
      url: server.url,
      metricsUrl: () => server.metricsUrl,
      stop: () => server.close(),
      async start() {
        server = await start(port);
      },
    };
  }

  const nodes = await Promise.all(Array.from({ length: count }, (_, place) => startNode(place)));
  let connections = 0;
  return {
    config: configOf(0),
    nodes,
    next() {
      const node = nodes[connections++ % count];
      if (node === undefined) throw new Error('a cluster has nodes');
      return node;
    },
    async close() {
      await Promise.all(nodes.map((node) => node.stop()));
    },
  };
}

/** A bench for the adapter rules over several servers: whoever connects, or connects again, meets the next one. */
export async function createClusterBench(backends: Backends): Promise<Bench> {
  const cluster = await startCluster(backends);
  const relays = new Map<Adapter, Relay>();
  return {
    origin,
    patienceMs: 10_000,
    ...lawSeed,
    async connect(who) {
      const relay = await createRelay(() => cluster.next().port);
      const getToken = await tokensFor(who);
      const adapter = socketAdapter({ server: relay.url, getToken, headers: { origin } });
      relays.set(adapter, relay);
      return adapter;
    },
    cut: (adapter) => relays.get(adapter)?.cut(),
    heal: (adapter) => relays.get(adapter)?.heal(),
    async restart() {
      await Promise.all(cluster.nodes.map((node) => node.stop()));
      await Promise.all(cluster.nodes.map((node) => node.start()));
    },
    async close() {
      for (const relay of relays.values()) await relay.close();
      await cluster.close();
    },
  };
}
