// Every capability of an adapter is read at one place of the panel, at one of the store at most, and is asked for by a
// rule: otherwise it does not exist (CONTRIBUTING, the contract).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adapterRules } from '../../src/adapters/adapter-rules.ts';
import { sources, type Source } from './sources.ts';

const declared = /export interface Capabilities \{(.*?)\n\}/s.exec(
  sources('src/model', 'post.ts').find(({ path }) => path === 'src/model/post.ts')?.text ?? '',
)?.[1];
const capabilities = [...(declared ?? '').matchAll(/^ {2}readonly (\w+)\?: boolean;/gm)].map(([, name = '']) => name);

const panel = sources('src/elements', '.ts');
const store = sources('src/store', '.ts');

/** Where a capability is read, one path for each place. */
function readersOf(name: string, files: readonly Source[]): string[] {
  const form = new RegExp(`\\bcan\\??\\.${name}\\b`, 'g');
  return files.flatMap(({ path, text }) => [...text.matchAll(form)].map(() => path));
}

/** What reads capabilities in a form that `readersOf` does not see. */
function hidden(files: readonly Source[]): string[] {
  const forms = [/\bcan\??\.?\[/g, /\{[^{}]*\}\s*=\s*[\w.#?]*\bcan\b(?!\s*[.(])/g, /\bcan:\s*\{\s*\w/g];
  return files.flatMap(({ path, text }) =>
    forms.flatMap((form) => [...text.matchAll(form)].map(([what]) => `${path}: ${what}`)),
  );
}

test('the capabilities are found', () => {
  assert.ok(capabilities.length >= 11);
  assert.ok(capabilities.includes('gates'));
});

for (const name of capabilities) {
  test(`${name} has one reader in the panel, or one in the store`, () => {
    const [inPanel, inStore] = [readersOf(name, panel), readersOf(name, store)];
    assert.ok(inPanel.length <= 1, `the panel reads it at ${inPanel.join(', ')}`);
    assert.ok(inStore.length <= 1, `the store reads it at ${inStore.join(', ')}`);
    assert.ok(inPanel.length + inStore.length > 0, 'nobody reads it');
  });

  test(`${name} has a rule in the suite that asks for it`, () => {
    assert.ok(adapterRules.some(({ needs }) => needs.some((need) => need === name)));
  });
}

test('no rule asks for a capability that is none', () => {
  const known = new Set([...capabilities, 'look', 'cut', 'restart']);
  assert.deepEqual(
    adapterRules.flatMap(({ id, needs }) => needs.filter((need) => !known.has(need)).map((need) => `${id}: ${need}`)),
    [],
  );
});

test('none is read in a way that the tests above do not see, and a second reader would be seen', () => {
  assert.deepEqual(hidden([...panel, ...store]), []);
  const planted = (text: string): Source[] => [{ path: 'src/elements/x.ts', text }];
  assert.equal(readersOf('moves', planted('if (state.can.moves) {} else if (can?.moves === true) {}')).length, 2);
  assert.equal(hidden(planted('const { moves } = state.can;')).length, 1);
  assert.equal(hidden(planted("const knows = can['moves'];")).length, 1);
  assert.equal(hidden(planted('const { can: { moves } } = state;')).length, 1);
});
