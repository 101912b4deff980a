// Every part and slot that a page may style or fill is in the reference of an element, and nothing else is there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sources } from './sources.ts';

const elements = sources('src/elements', '.ts');
const isPublic = /\/peer-discussion(?:-index)?\.ts$/;
const reference = elements.flatMap(({ path, text }) => (isPublic.test(path) ? [text] : [])).join('\n');

/** What these forms find in all elements, each name once. */
function found(texts: readonly string[], ...forms: RegExp[]): string[] {
  const names = texts.flatMap((text) => forms.flatMap((form) => [...text.matchAll(form)].map(([, name = '']) => name)));
  return [...new Set(names.flatMap((name) => name.split(/\s+/)))].sort();
}

const written = elements.map(({ text }) => text);

test('every part is documented, and every documented part is there', () => {
  const added = /(?:\.part\.add\(|setAttribute\('part', )'([^']+)'\)/g;
  const there = found(written, /\bpart="([^"$]+)"/g, added, /\bpart: '([a-z -]+)'/g);
  assert.ok(there.length > 30, 'the parts are found');
  assert.deepEqual(there, found([reference], /@csspart ([\w-]+) - \S/g));
});

test('no part is named in a way the test above does not see', () => {
  const hidden = /(?<!\[)\bpart=(?!"[a-z -]+")|\.part\.(?!add\(')|\.part\s*=|setAttribute\('part', (?!')/;
  assert.deepEqual(
    elements.filter(({ text }) => hidden.test(text)).map(({ path }) => path),
    [],
  );
});

test('every slot is documented, and every documented slot is there', () => {
  assert.deepEqual(found(written, /<slot name="([^"]+)"/g), found([reference], /@slot ([\w-]+) - \S/g));
});
