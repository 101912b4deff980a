// The package as a user gets it: what is in it, that every door of `exports` opens, and that its types are right.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { temporaryFolder } from '../support/server-bench.ts';
import { root } from './sources.ts';

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

const folder = temporaryFolder();
const installed = join(folder.path, 'node_modules', 'peer-discussion');
let packed: Packed;

function npm(...words: readonly string[]): string {
  return execFileSync('npm', words, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

before(() => {
  const [first] = JSON.parse(npm('pack', '--json', '--ignore-scripts', '--pack-destination', folder.path)) as Packed[];
  assert.ok(first);
  packed = first;
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', join(folder.path, packed.filename), '-C', installed, '--strip-components=1']);
  // Its dependencies, as they are installed here.
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: object };
  for (const name of [...Object.keys(dependencies), '@types']) {
    const target = join(folder.path, 'node_modules', name);
    mkdirSync(join(target, '..'), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), target);
  }
});
after(() => folder.remove());

test('it holds what is built and what is to be read, and nothing else', () => {
  const strange = packed.files
    .map(({ path }) => path)
    .filter(
      (path) =>
        !/^(package\.json|README\.md|LICENSE|dist\/(browser|lib|types|server)\/.+\.(js|d\.ts)|dist\/custom-elements\.json)$/.test(
          path,
        ),
    );
  assert.deepEqual(strange, []);
  assert.ok(packed.files.some(({ path }) => path === 'dist/custom-elements.json'));
  assert.ok(!packed.files.some(({ path }) => /(^|\/)(test|demo|src)\//.test(path)));
});

test('every door of `exports` opens, with its types', () => {
  const { exports, bin, customElements } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
    exports: Record<string, string | Record<string, string>>;
    bin: Record<string, string>;
    customElements: string;
  };
  const files = Object.entries(exports)
    .filter(([door]) => !door.includes('*'))
    .flatMap(([, target]) => (typeof target === 'string' ? [target] : Object.values(target)));
  for (const file of [...files, ...Object.values(bin), customElements])
    assert.ok(existsSync(join(installed, file)), file);
});

test('a program in TypeScript compiles against it, with the libraries’ types checked', () => {
  writeFileSync(
    join(folder.path, 'user.ts'),
    `import { PeerDiscussion, PeerPostEvent, type Post } from 'peer-discussion';
import type { Adapter, Listener, Session } from 'peer-discussion/adapter';
import { adapterRules, type Bench } from 'peer-discussion/adapter-rules';
import { localAdapter } from 'peer-discussion/local';
import { createMemoryBackend, memoryAdapter } from 'peer-discussion/memory';
import { socketAdapter } from 'peer-discussion/socket';

const element: PeerDiscussion = document.createElement('peer-discussion');
element.adapter = memoryAdapter({ me: { id: 'a', name: 'A', role: 'member' }, backend: createMemoryBackend() });
element.adapter = localAdapter({ me: null });
element.adapter = socketAdapter({ server: 'https://discuss.example.org' });
element.addEventListener('peer-post', (event) => { const id: string = event instanceof PeerPostEvent ? event.postId : ''; void id; });
const open = (adapter: Adapter, listener: Listener): Session => adapter.open('d', listener);
const body = (post: Post): string => post.body;
const check = (bench: Bench): Promise<void>[] => adapterRules.map((rule) => rule.check(async () => bench));
export { body, check, open };
// @ts-expect-error a role that there is not
memoryAdapter({ me: { id: 'a', name: 'A', role: 'admin' } });
`,
  );
  const flags = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler'];
  const tsc = join(root, 'node_modules', '.bin', 'tsc');
  try {
    execFileSync(tsc, [...flags, '--types', '', 'user.ts'], { cwd: folder.path, encoding: 'utf8', stdio: 'pipe' });
  } catch (thrown) {
    assert.fail((thrown as { stdout: string }).stdout);
  }
});

test('the rules and the adapters load in Node, and the server’s command says how it is used', () => {
  const script = `
    const { adapterRules } = await import('peer-discussion/adapter-rules');
    const { memoryAdapter } = await import('peer-discussion/memory');
    const { socketAdapter } = await import('peer-discussion/socket');
    const { startServer } = await import('peer-discussion/server');
    console.log(adapterRules.length > 40, typeof memoryAdapter, typeof socketAdapter, typeof startServer);`;
  const run = (...words: string[]): string =>
    execFileSync(process.execPath, words, { cwd: folder.path, encoding: 'utf8' });
  assert.equal(run('--input-type=module', '--eval', script).trim(), 'true function function function');
  assert.match(run(join(installed, 'dist/server/main.js'), '--help'), /^usage:\n {2}peer-discussion-server/);
});
