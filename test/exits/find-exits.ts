// Finds every way that anything leaves the system, in its sources and while it runs; nobody lists them by hand. What
// comes out of each is for look.ts to collect and leaks.ts to judge.
import { SmartRouter } from 'hono/router/smart-router';
import { Server, Socket } from 'socket.io';
import { root, sources } from '../project/sources.ts';
import { replace } from '../support/replace.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Names of the members of an interface, or of the properties of its events. */
function members(path: string, name: string): string[] {
  const [, body = ''] = new RegExp(`export interface ${name} \\{\\n([\\s\\S]*?)\\n\\}`).exec(read(path)) ?? [];
  const found = [...body.matchAll(/^ {2}(?:readonly )?(\w+)\??[(:]/gm)].map((match) => match[1] ?? '');
  if (found.length === 0) throw new Error(`${path} has no interface ${name} any more: say where its members are now`);
  return found;
}

/** What a pattern finds in the files of a folder. */
function scan(folder: string, pattern: RegExp): string[] {
  return sources(folder, '.ts').flatMap(({ text }) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
}

/** What the sources say there is. */
export function findInSources(): ReadonlySet<string> {
  const named = (kind: string, names: readonly string[]): string[] => names.map((name) => `${kind} ${name}`);
  return new Set([
    ...named('call', members('src/wire.ts', 'Calls')),
    ...named('request', members('src/wire.ts', 'ClientEvents')),
    ...named('event', members('src/wire.ts', 'ServerEvents')),
    ...named('event', scan('src/server', /\bemit\(\s*'([\w-]+)'/g)),
    ...named('between servers', scan('src/server', /\bserverSideEmit\(\s*'([\w-]+)'/g)),
    ...named('adapter', scan('src/adapters', /^export function (\w+Adapter)\(/gm)),
    ...named('of an adapter', members('src/adapters/adapter.ts', 'Adapter')),
    ...named('of a session', members('src/adapters/adapter.ts', 'Session')),
    ...named('to a listener', members('src/adapters/adapter.ts', 'Listener')),
    ...named('capability', members('src/model/post.ts', 'Capabilities')),
    ...named('command', scan('src/model', /^ {2}readonly type: '(\w+)';/gm)),
    ...named('program', ['serve', ...scan('src/server', /\bfirst === '([\w-]+)'/g)]),
    ...named('log', scan('src/server', /\blog\('(\w+)'/g)),
  ]);
}

/** Watches what a running server offers and says, until `stop`. */
export interface Watch {
  /** Routes, listened requests and emitted events so far. */
  readonly found: ReadonlySet<string>;
  stop(): void;
}

/** Begins to watch every server of this process. */
export function watchServers(): Watch {
  const found = new Set<string>();
  const restores: (() => void)[] = [];
  /** Calls through to a method of a prototype, and hears its first word. */
  const tap = (prototype: object, method: string, hear: (...words: readonly unknown[]) => void): void => {
    const original = Reflect.get(prototype, method) as (...words: unknown[]) => unknown;
    const isOwn = Object.hasOwn(prototype, method);
    const tapped = function (this: unknown, ...words: unknown[]): unknown {
      hear(...words);
      return original.apply(this, words);
    };
    if (isOwn) restores.push(replace(prototype, method, tapped));
    else {
      Reflect.set(prototype, method, tapped);
      restores.push(() => void Reflect.deleteProperty(prototype, method));
    }
  };
  tap(SmartRouter.prototype, 'add', (method, path) => found.add(`route ${String(method)} ${String(path)}`));
  tap(Socket.prototype, 'on', (event) => {
    if (event !== 'disconnect' && event !== 'error') found.add(`request ${String(event)}`);
  });
  const hearEvent = (event: unknown): void => void found.add(`event ${String(event)}`);
  tap(Socket.prototype, 'emit', hearEvent);
  const idle = new Server();
  tap(Object.getPrototypeOf(idle.to('nobody')) as object, 'emit', hearEvent);
  return {
    found,
    stop: () => {
      for (const restore of restores) restore();
    },
  };
}

/** Names of the figures in a text of Prometheus that are the product's own. */
export function figuresIn(text: string): string[] {
  return [...text.matchAll(/^# TYPE (peer_\w+)/gm)].map((match) => `figure ${match[1] ?? ''}`);
}
