// The processes of a load test: a server, ours or the bare one, and crowds of readers. Each is ended by whoever started it.
import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../support/program.ts';
import { pingMs } from '../../src/wire.ts';
import { root } from '../project/sources.ts';
import type { Orders } from './crowd.ts';
import type { Place } from './reader.ts';

/** Whoever wants to read on the members' site must be one. */
export const sites = [
  { id: 'open', origins: ['https://open.example.org'], key: 'a-signing-key-for-the-load-and-nothing-else' },
  {
    id: 'members',
    origins: ['https://members.example.org'],
    key: 'another-signing-key-for-the-load-and-nothing-else',
    readers: 'members',
  },
] as const;

/** What a server says of itself. */
export interface Probe {
  readonly rssMiB: number;
  /** Of the time since `watchLag`. */
  readonly lagP99Ms: number;
}

/** A server under load. */
export interface Served {
  readonly place: Place;
  /** After a collection of what is no longer used. */
  probe(): Promise<Probe>;
  /** From now on it notes how long its event loop is held up. */
  watchLag(): void;
  /** Milliseconds of processor time that it used so far. */
  cpuMs(): number;
  /** Memory just now, without a collection. */
  rssMiB(): number;
  /** A figure of ours, summed over its labels. */
  figure(name: string): Promise<number>;
  /** What it wrote about failures. */
  failures(): number;
  isAlive(): boolean;
  /** kill -9. */
  kill(): Promise<void>;
}

/** Milliseconds that a server may take to start. */
const startMs = 30_000;

function started(child: ChildProcess, said: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stderr?.on('data', (data: Buffer) => {
      printed += data.toString();
    });
    child.stdout?.on('data', (data: Buffer) => {
      printed += data.toString();
      if (printed.includes(said)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it said «${said}»: ${printed}`)));
    setTimeout(() => reject(new Error(`did not say «${said}»: ${printed}`)), startMs).unref();
  });
}

function serve(child: ChildProcess, place: Place, figuresPort: number | null): Served {
  let complained = '';
  child.stderr?.on('data', (data: Buffer) => {
    complained += data.toString();
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const proc = (file: string): string => readFileSync(`/proc/${child.pid}/${file}`, 'utf8');
  return {
    place,
    probe: () =>
      new Promise((resolve) => {
        child.once('message', ({ rss, lagP99Ms }: { rss: number; lagP99Ms: number }) =>
          resolve({ rssMiB: rss / 1_048_576, lagP99Ms }),
        );
        child.send('probe');
      }),
    watchLag: () => void child.send('watch'),
    cpuMs() {
      const fields = proc('stat').split(') ')[1]?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) * 10;
    },
    rssMiB: () => Number(/VmRSS:\s+(\d+)/.exec(proc('status'))?.[1]) / 1_024,
    async figure(name) {
      const text = await (await fetch(`http://127.0.0.1:${figuresPort}/metrics`)).text();
      return [...text.matchAll(new RegExp(`^${name}(?:\\{.*\\})? (\\S+)$`, 'gm'))].reduce(
        (sum, [, value]) => sum + Number(value),
        0,
      );
    },
    failures: () => complained.split('"event":"failure"').length - 1,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

const probed = ['--expose-gc', '--import', join(root, 'test/load/probe.mjs')];
const stdio = ['ignore', 'pipe', 'pipe', 'ipc'] as const;

/** All processes that were started here and may still run. */
const children = new Set<ChildProcess>();

function begin(file: string, args: readonly string[], execArgv: readonly string[]): ChildProcess {
  const child = fork(join(root, file), [...args], { execArgv: [...execArgv], stdio: [...stdio] });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

/** Ends whatever still runs. */
export function endAll(): void {
  for (const child of children) child.kill('SIGKILL');
}

/** Starts our server, as it is built, over a folder. */
export async function startPeer(folder: string, port?: number): Promise<Served> {
  const config = join(folder, 'config.json');
  mkdirSync(folder, { recursive: true });
  writeFileSync(config, JSON.stringify({ sites }));
  const own = port ?? (await freePort());
  let figuresPort = own;
  while (figuresPort === own) figuresPort = await freePort();
  const args = ['--config', config, '--data', folder, '--port', String(own), '--metrics-port', String(figuresPort)];
  const child = begin('dist/server/main.js', args, probed);
  const served = serve(child, placeOf('peer', own), figuresPort);
  try {
    await started(child, 'peer-discussion is at');
  } catch (error) {
    child.kill('SIGKILL');
    // A free port may be somebody else's a moment later.
    if (port === undefined && String(error).includes('is in use')) return startPeer(folder);
    throw error;
  }
  return served;
}

/** Starts a bare Socket.IO server; it pings as often as ours. */
export async function startBare(): Promise<Served> {
  const port = await freePort();
  const child = begin('test/load/bare.mjs', [String(port), String(pingMs)], probed);
  const served = serve(child, placeOf('bare', port), null);
  await started(child, 'listening');
  return served;
}

function placeOf(kind: Place['kind'], port: number): Place {
  return { kind, port, origin: sites[0].origins[0], site: sites[0].id, discussion: '/lessons/load' };
}

/** A crowd to be told what to do. */
export interface Crowd {
  tell<Name extends keyof Orders>(
    order: Name,
    ...details: Parameters<Orders[Name]>
  ): Promise<Awaited<ReturnType<Orders[Name]>>>;
  end(): void;
}

/** Starts a process of readers, without any yet. */
export function startCrowd(): Crowd {
  const child = begin('test/load/crowd.ts', [], ['--import', 'tsx']);
  child.stderr?.pipe(process.stderr);
  const waiting = new Map<number, { resolve: (result: never) => void; reject: (error: Error) => void }>();
  let told = 0;
  child.on('message', ({ id, result, error }: { id: number; result: never; error?: string }) => {
    const { resolve, reject } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (error === undefined) resolve?.(result);
    else reject?.(new Error(error));
  });
  child.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('the crowd ended'));
  });
  return {
    tell: (order, ...[details]) =>
      new Promise((resolve, reject) => {
        const id = told++;
        waiting.set(id, { resolve, reject });
        child.send({ id, order, details });
      }),
    end: () => void child.kill(),
  };
}
