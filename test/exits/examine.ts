// One examination: a server with the discussion of secrets, everybody who looks at it before, while and after secrets
// are planted, and what they were given that they may not see.
import { createLog } from '../../src/server/log.ts';
import { openData } from '../../src/server/data.ts';
import { startServer } from '../../src/server/server.ts';
import { signMember } from '../../src/server/auth.ts';
import { beaconMs, protocol } from '../../src/wire.ts';
import { attempt } from '../support/client.ts';
import { replace } from '../support/replace.ts';
import { temporaryFolder } from '../support/server-bench.ts';
import { figuresIn, watchServers } from './find-exits.ts';
import { formOf, leaksIn, lengthsOf, secretsOf, type Kept } from './leaks.ts';
import { createLook, type Collected, type Look } from './look.ts';
import {
  config,
  createWorld,
  discussion,
  onlookers,
  sights,
  visitor,
  type OnlookerName,
  type Planted,
} from './world.ts';

/** What an examination found. */
export interface Findings {
  /** Exits that were there while the server ran. */
  readonly found: ReadonlySet<string>;
  /** Exits that something came out of, and how often. */
  readonly taken: ReadonlyMap<string, number>;
  /** What leaked, by onlooker; empty lists where all is well. */
  readonly leaks: Readonly<Record<string, readonly string[]>>;
  /** The form of what each was given: the same however many secrets there are. */
  readonly forms: Readonly<Record<string, string>>;
  /** How many secrets were looked for, by onlooker. */
  readonly secrets: Readonly<Record<string, number>>;
}

const names = Object.keys(onlookers) as readonly OnlookerName[];

/** Catches the work of the beacon, so that it can be done when the examination wants it. */
function catchBeacon(): { beat(): void; restore(): void } {
  const beats: (() => void)[] = [];
  const { setInterval: original } = globalThis;
  const restore = replace(globalThis, 'setInterval', (work: () => void, ms: number, ...rest: unknown[]) => {
    if (ms === beaconMs) beats.push(work);
    return original(work, ms, ...rest);
  });
  return {
    beat: () => {
      for (const beat of beats) beat();
    },
    restore,
  };
}

/** Says farewell to somebody whose token runs out, and takes down what they are told. */
async function runOut(url: string, collected: Collected): Promise<void> {
  const who = await visitor('member');
  if (who.person === null) return;
  const token = await signMember(who.site, who.person, -28);
  const tried = await attempt(url, { protocol, discussion, token }, { origin: who.origin }, (event, told) => {
    collected.set(`event ${event}`, [...(collected.get(`event ${event}`) ?? []), JSON.stringify(told)]);
  });
  if ('refused' in tried) throw new Error(`refused: ${String(tried.refused)}`);
  await new Promise((resolve) => tried.socket.once('disconnect', resolve));
}

/**
 * Examines every exit.
 * @param more so many more secrets of each kind that nobody may know of
 */
export async function examine(more = 0): Promise<Findings> {
  const folder = temporaryFolder();
  const watch = watchServers();
  const beacon = catchBeacon();
  const lines: string[] = [];
  const server = await startServer({
    ...{ config, data: folder.path, allowance: { burst: 1_000_000, refillMs: 1 }, metricsPort: 0 },
    log: createLog((line) => lines.push(line)),
  });
  beacon.restore();
  const world = await createWorld(server.url);
  const looks = new Map<OnlookerName, Look>();
  for (const name of names) {
    const sees = (post: Planted): boolean => {
      const sight: { readonly whole: readonly string[]; readonly marker?: readonly string[] } = sights[post.name];
      return [...sight.whole, ...(sight.marker ?? [])].includes(name);
    };
    looks.set(name, createLook(world, world.onlookers[name], sees));
  }
  await world.plant(false, more);
  for (const look of looks.values()) await look.enter();
  await world.plant(true, more);
  beacon.beat();
  for (const look of looks.values()) await look.settle();
  for (const look of looks.values()) await look.ask();
  await runOut(server.url, looks.get('late')?.collected ?? new Map());
  const figures = await (await fetch(server.metricsUrl ?? '')).text();
  await server.close();
  for (const look of looks.values()) look.leave();
  watch.stop();

  const data = await openData(config, folder.path);
  const key = `here:${discussion}`;
  const { about, posts } = await data.storage.everything(key);
  const readers = [...new Set(posts.map(({ author }) => author.id))];
  const kept: Kept = { about, posts, marks: readers };
  await data.storage.close();
  folder.remove();

  // Figures and log are the operator's: nobody who looks is given them, and yet no word of anybody is in them.
  const operator: Collected = new Map([
    ['route GET /metrics', [figures]],
    ...figuresIn(figures).map((name): [string, string[]] => [name, [figures]]),
  ]);
  for (const line of lines) {
    const exit = `log ${(JSON.parse(line) as { event: string }).event}`;
    operator.set(exit, [...(operator.get(exit) ?? []), line]);
  }
  const taken = new Map<string, number>();
  const leaks: Record<string, readonly string[]> = {};
  const forms: Record<string, string> = {};
  const secrets: Record<string, number> = {};
  for (const name of names) {
    const given: Collected = looks.get(name)?.collected ?? new Map();
    const hidden = secretsOf(name, world, kept);
    const lengths = lengthsOf(name, world, kept);
    for (const [exit, texts] of [...given, ...operator]) taken.set(exit, (taken.get(exit) ?? 0) + texts.length);
    leaks[name] = [...leaksIn(given, hidden, lengths), ...leaksIn(operator, hidden, new Set())];
    forms[name] = formOf(given);
    secrets[name] = hidden.size + lengths.size;
  }
  return { found: new Set([...watch.found, ...figuresIn(figures)]), taken, leaks, forms, secrets };
}
