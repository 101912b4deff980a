// What a script writes into the README is what it would write now.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { formatted, readBetween } from './readme.mjs';
import { reference } from './reference.mjs';
import { root } from './sources.ts';

test('the reference of the element is up to date: npm run docs', async () => {
  assert.equal(readBetween('reference'), await formatted(reference()));
  assert.equal(readBetween('reference of the index'), await formatted(reference('peer-discussion-index')));
});

test('every script the documents name is there', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
  const known = new Set([...Object.keys(scripts), 'ci']);
  for (const file of ['README.md', 'CONTRIBUTING.md'])
    for (const [, name = ''] of readFileSync(join(root, file), 'utf8').matchAll(
      /npm (?:run )?(ci|start|test|[a-z:]+(?=`| --))/g,
    ))
      if (!['i', 'install', 'pack'].includes(name)) assert.ok(known.has(name), `${file}: npm run ${name}`);
});
