// Who may import whom: the arrows of CONTRIBUTING, checked.
import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { sources, type Source } from './sources.ts';

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isType: boolean;
}

/** What an adapter over a room of its own is made of. */
const inPage = ['src/model', 'src/room', 'src/adapters/room-session.ts', 'type:src/adapters/adapter.ts'];

/** What an adapter over a server is made of. */
const byWire = ['src/model', 'src/wire.ts', 'type:src/adapters/adapter.ts'];

/** For each file or folder, what it may import; the longest name that fits counts. `type:` allows types alone. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'src/model': ['src/model'],
  'src/wire.ts': ['src/model'],
  'src/room': ['src/model', 'src/room'],
  'src/room/history.ts': ['src/model', 'src/room', '@noble/hashes'],
  'src/room/indexeddb-schema.ts': ['src/model', 'src/room', 'idb'],
  'src/room/indexeddb-storage.ts': ['src/model', 'src/room', 'idb'],
  'src/adapters/adapter.ts': ['type:src/model'],
  'src/adapters/rules': ['src/model', 'src/adapters/rules', 'type:src/adapters/adapter.ts'],
  'src/adapters/adapter-rules.ts': ['src/model', 'src/adapters/rules', 'type:src/adapters/adapter.ts'],
  'src/adapters/room-session.ts': ['src/model', 'src/room', 'type:src/adapters/adapter.ts'],
  'src/adapters/memory.ts': inPage,
  'src/adapters/local.ts': [...inPage, 'src/adapters/memory.ts'],
  'src/adapters/call.ts': byWire,
  'src/adapters/calls.ts': [...byWire, 'src/adapters/call.ts'],
  'src/adapters/socket.ts': [...byWire, 'src/adapters/call.ts', 'socket.io-client'],
  'src/adapters/live.ts': [...byWire, 'type:src/adapters/call.ts', 'src/adapters/calls.ts', 'src/adapters/socket.ts'],
  'src/adapters/server.ts': [...byWire, 'src/adapters/call.ts', 'src/adapters/live.ts'],
  'src/store': ['src/model', 'src/store', 'type:src/adapters/adapter.ts'],
  'src/elements': ['src/model', 'src/store', 'src/elements', 'type:src/adapters/adapter.ts', 'lit'],
  'src/elements/markdown.ts': ['src/model', 'src/elements/entities.ts', 'marked'],
  'src/adapter.ts': ['src/model', 'src/wire.ts', 'type:src/adapters/adapter.ts'],
  'src/index.ts': ['src/model', 'src/elements', 'src/adapters'],
  'src/index-element.ts': ['src/model', 'src/elements', 'src/adapters'],
  'src/embed.ts': [],
  'src/server': [
    ...['src/model', 'src/room', 'src/wire.ts', 'src/server', 'node:'],
    ...[
      'libsql',
      'pg',
      'redis',
      '@socket.io/redis-streams-adapter',
      'socket.io',
      'hono',
      '@hono/node-server',
      'jose',
      'prom-client',
      'valibot',
      'saxes',
      'turndown',
      '@noble/hashes',
    ],
  ],
};

const pattern =
  /(?:^|\n)(?:import|export)(\s+type)?\s[^;'"]*?from\s*'([^']+)'|import\s*\(\s*'([^']+)'\s*\)|(?:^|\n)import\s*'([^']+)'|require\('([^']+)'\)/g;

function importsOf({ path, text }: Source): Import[] {
  return [...text.matchAll(pattern)].map(([, type, ...found]) => {
    const name = found.find((part) => part !== undefined) ?? '';
    return { from: path, to: name.startsWith('.') ? join(dirname(path), name) : name, isType: type !== undefined };
  });
}

const covers = (name: string, path: string): boolean =>
  path === name || path.startsWith(name.endsWith(':') ? name : `${name}/`);

function isAllowed({ from, to, isType }: Import): boolean {
  const rule = Object.keys(allowed)
    .filter((name) => covers(name, from))
    .sort((a, b) => b.length - a.length)[0];
  return (allowed[rule ?? ''] ?? []).some((name) =>
    name.startsWith('type:') ? isType && covers(name.slice(5), to) : covers(name, to),
  );
}

test('every import follows the arrows', () => {
  const found = sources('src', '.ts').flatMap(importsOf);
  assert.ok(found.length > 50, 'the search for imports finds them');
  const wrong = found.filter((one) => !isAllowed(one)).map(({ from, to }) => `${from} -> ${to}`);
  assert.deepEqual(wrong, []);
});

test('an import against the arrows is found', () => {
  const planted = (path: string, text: string) => importsOf({ path, text }).every(isAllowed);
  assert.equal(planted('src/store/x.ts', "import { memoryAdapter } from '../adapters/memory.ts';\n"), false);
  assert.equal(planted('src/store/x.ts', "import { Adapter } from '../adapters/adapter.ts';\n"), false);
  assert.equal(planted('src/store/x.ts', "import type { Adapter } from '../adapters/adapter.ts';\n"), true);
  assert.equal(planted('src/model/x.ts', "const fs = await import('node:fs');\n"), false);
  assert.equal(planted('src/elements/x.ts', "import { marked } from 'marked';\n"), false);
});
