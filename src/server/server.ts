// The reference server: one process, one SQLite file, the panel's own files, and the sockets of its readers.
import { serve, type ServerType } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context } from 'hono';
import { existsSync } from 'node:fs';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Server } from 'socket.io';
import { limits } from '../model/allow.ts';
import { createRoomIndex } from '../room/room-index.ts';
import { maxFrameBytes, pingMs, socketPath } from '../wire.ts';
import type { Config } from './config.ts';
import { openData } from './data.ts';
import { tellSockets } from './fan-out.ts';
import { isKnownOrigin } from './hello.ts';
import { serveIndexPages } from './index-page.ts';
import { factsOf, type Log } from './log.ts';
import { createMetrics, type Metrics, type Open } from './metrics.ts';
import type { Allowance } from './rate-limit.ts';
import { serveCalls } from './calls.ts';
import { createReception } from './reception.ts';
import { createRooms, pause } from './rooms.ts';
import { serveSessions, type PeerServer } from './sessions.ts';
import { shareReads } from './shared-reads.ts';

/** How a server is started. */
export interface ServerOptions {
  readonly config: Config;
  /** The folder that keeps the database where the configuration names no other storage; made where it is missing. */
  readonly data: string;
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port?: number;
  /** How fast one person may send commands; `limits` unless given. */
  readonly allowance?: Allowance;
  /** Adds pages beside the server's own. */
  readonly routes?: (app: Hono) => void;
  /** Port of the figures for operators, on this machine alone; none are served unless given. */
  readonly metricsPort?: number;
  /** Hears what happens, without anything personal; nobody does unless given. */
  readonly log?: Log;
}

/** A server that is up. */
export interface RunningServer {
  readonly port: number;
  readonly url: string;
  /** Where the figures are; null where they are not served. */
  readonly metricsUrl: string | null;
  /** Tells every client when to come back, ends what is under way, and closes the database. */
  close(): Promise<void>;
}

/** The built files for browsers, beside the built server. */
const browserFiles = fileURLToPath(new URL('../browser', import.meta.url));

/** Serves the files of a folder, every one of them, below `/`. */
export function servePages(app: Hono, folder: string, onFound?: (path: string, context: Context) => void): void {
  if (!existsSync(folder)) return;
  const root = relative(process.cwd(), folder) || '.';
  app.use(serveStatic({ root, ...(onFound && { onFound }) }));
}

function createApp(routes: (app: Hono) => void, touch: () => Promise<void>): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'strict-origin-when-cross-origin');
  });
  app.get('/healthz', (context) => context.text('ok'));
  app.get('/readyz', (context) =>
    touch().then(
      () => context.text('ok'),
      () => context.text('The database does not answer.', 503),
    ),
  );
  routes(app);
  return app;
}

/** The panel's own files: pages of other origins load them, and what has its content's hash in its name never changes. */
function servePanel(app: Hono): void {
  servePages(app, browserFiles, (path, context) => {
    context.header('Access-Control-Allow-Origin', '*');
    context.header('Cross-Origin-Resource-Policy', 'cross-origin');
    context.header('Cache-Control', /-[\w-]{8}\.js$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
  });
}

/** Where a request comes from, seen past so many proxies of one's own: each adds one address on the right. */
function addressBehind(proxies: number, forwarded: string | undefined, direct: string | undefined): string {
  const named = proxies === 0 ? undefined : forwarded?.split(',').at(-proxies)?.trim();
  return named || direct || '';
}

function listen(app: Hono, host: string, port: number, setting = '--port or PORT'): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) => {
      const inUse = error.code === 'EADDRINUSE';
      reject(inUse ? new Error(`Port ${port} on ${host} is in use: choose another with ${setting}.`) : error);
    });
  });
}

const portOf = (server: ServerType): number => (server.address() as AddressInfo).port;

/** The figures, on a port of their own that only this machine reaches. */
function serveFigures(metrics: Metrics, port: number): Promise<ServerType> {
  const app = new Hono();
  app.get('/metrics', async (context) => {
    context.header('Content-Type', metrics.contentType);
    return context.body(await metrics.text());
  });
  return listen(app, '127.0.0.1', port, '--metrics-port');
}

/**
 * Starts a server; resolves once it can be reached.
 * @throws Error with one sentence where the port is in use or the data cannot be kept safely
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { config, host = '127.0.0.1', port = 0, routes = () => {}, log = () => {} } = options;
  const onFailure = (thrown: unknown): void => log('failure', factsOf(thrown));
  const data = await openData(config, options.data, onFailure);
  const { metricsPort } = options;
  const open = (): Open => ({
    sockets: io.engine.clientsCount,
    rooms: [...rooms.entries()].length,
    others: cluster?.isReached() ?? null,
  });
  const metrics = createMetrics(open, metricsPort !== undefined);
  const storage = shareReads(metrics.timed(data.storage));
  const app = createApp(routes, async () => void (await storage.head('')));
  const io: PeerServer = new Server({
    path: socketPath,
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: maxFrameBytes,
    pingInterval: pingMs,
    allowRequest: (request, decide) => {
      decide(null, isKnownOrigin(config, request.headers.origin));
    },
  });
  const { burst, refillMs } = options.allowance ?? limits;
  const fanOut = tellSockets(io, {
    relook: (sockets) => sessions.relook(sockets),
    relookAll: (sockets) => sessions.relookAll(sockets),
    sayMine: (sockets) => sessions.sayMine(sockets),
  });
  const { redis } = config;
  const cluster =
    redis === undefined
      ? null
      : await import('./cluster.ts')
          .then(({ joinCluster }) => joinCluster(redis, io, fanOut, onFailure))
          .catch(async (error: unknown) => {
            await storage.close();
            throw error;
          });
  const rooms = createRooms(storage, { burst, refillMs }, cluster?.listener ?? fanOut, fanOut.forget);
  cluster?.join();
  const reception = createReception(config, data.guests);
  const sessions = serveSessions({
    io,
    reception,
    rooms,
    fanOut,
    addressOf: ({ handshake: { headers, address } }) =>
      addressBehind(config.proxies, String(headers['x-forwarded-for'] ?? ''), address),
    onAnswer: metrics.answered,
    onFailure,
  });
  serveCalls(app, {
    config,
    reception,
    rooms,
    index: createRoomIndex(storage, Date.now, pause),
    addressOf: (context) =>
      addressBehind(config.proxies, context.req.header('x-forwarded-for'), getConnInfo(context).remote.address),
    onAnswer: metrics.answered,
    onEvidence: (facts) => log('evidence', facts),
    onFailure,
  });
  serveIndexPages(app, config);
  servePanel(app);
  async function giveUp(error: unknown): Promise<never> {
    sessions.end();
    await cluster?.close();
    await storage.close();
    throw error;
  }
  const server = await listen(app, host, port).catch(giveUp);
  const figures =
    metricsPort === undefined
      ? null
      : await serveFigures(metrics, metricsPort).catch((error: unknown) => {
          server.close();
          return giveUp(error);
        });
  io.attach(server as HttpServer);
  const actual = portOf(server);
  log('started', { port: actual, sites: config.sites.length });
  let closing: Promise<void> | null = null;
  return {
    port: actual,
    url: `http://${host}:${actual}`,
    metricsUrl: figures === null ? null : `http://127.0.0.1:${portOf(figures)}/metrics`,
    close() {
      closing ??= (async () => {
        sessions.end();
        figures?.close();
        await io.close();
        await cluster?.close();
        await storage.close();
        log('stopped');
      })();
      return closing;
    },
  };
}
