// A real server over a real SQLite file on this machine, for tests: members and guests sign on as a site's would.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Adapter } from '../../src/adapters/adapter.ts';
import type { Bench, Somebody } from '../../src/adapters/adapter-rules.ts';
import { socketAdapter } from '../../src/adapters/socket.ts';
import { newOp } from '../../src/model/op.ts';
import { admitGuest, signMember } from '../../src/server/auth.ts';
import { parseConfig, type Site } from '../../src/server/config.ts';
import { startServer, type RunningServer } from '../../src/server/server.ts';
import { createRelay, type Relay } from './relay.ts';

/** The origin whose pages the test site allows. */
export const origin = 'https://learning.example.org';

/** A site as a configuration would name it. */
export const site: Site = {
  id: 'demo',
  origins: [origin],
  key: 'a-signing-key-for-tests-and-nothing-else',
  guestPosts: 'held',
  readers: 'anyone',
  index: 'anyone',
};

/** `LAW_SEED` of the environment plays again the history of a run that failed. */
export const lawSeed = process.env['LAW_SEED'] === undefined ? {} : { seed: Number(process.env['LAW_SEED']) };

/** A folder of its own, and what removes it. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'peer-discussion-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** What getToken answers for somebody who is signed on. */
export async function tokensFor(who: Somebody | null): Promise<() => Promise<string | null>> {
  if (who === null) return async () => null;
  if (who.role === 'guest') {
    const { token } = await admitGuest(site, who.name);
    return async () => token;
  }
  const person = { id: `member-${newOp()}`, name: who.name, role: who.role };
  return () => signMember(site, person);
}

/** What the socket adapter and a bench of real servers can do. */
export const socketHas = [
  'live',
  'edit',
  'moderate',
  'history',
  'marks',
  'guests',
  'cut',
  'restart',
  'moves',
  'gates',
  'endorse',
  'desk',
  'credit',
  'evidence',
  'index',
] as const;

/** What it takes to reach the bench's server as somebody. */
export interface Reach {
  readonly url: string;
  readonly getToken: () => Promise<string | null>;
}

const bySocket = ({ url, getToken }: Reach): Adapter => socketAdapter({ server: url, getToken, headers: { origin } });

/** A bench for the adapter rules: one server, and a wire of its own for every person. */
export async function createServerBench(make: (reach: Reach) => Adapter = bySocket): Promise<Bench> {
  const folder = temporaryFolder();
  const relays = new Map<Adapter, Relay>();
  const start = (port: number): Promise<RunningServer> =>
    startServer({
      config: parseConfig({ sites: [site] }, 'test'),
      data: folder.path,
      port,
      allowance: { burst: 100_000, refillMs: 1 },
    });
  let server = await start(0);
  return {
    origin,
    patienceMs: 10_000,
    ...lawSeed,
    async connect(who) {
      const relay = await createRelay(server.port);
      const getToken = await tokensFor(who);
      const adapter = make({ url: relay.url, getToken });
      relays.set(adapter, relay);
      return adapter;
    },
    cut: (adapter) => relays.get(adapter)?.cut(),
    heal: (adapter) => relays.get(adapter)?.heal(),
    async restart() {
      await server.close();
      server = await start(server.port);
    },
    async close() {
      for (const relay of relays.values()) await relay.close();
      await server.close();
      folder.remove();
    },
  };
}
