// The house in numbers and names: short files, kebab-case, a comment on top, nothing suppressed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { root, sources } from './sources.ts';

const source = sources('src', '.ts');
const lines = (text: string): number => text.trimEnd().split('\n').length;
const offenders = (isWrong: (file: { path: string; text: string }) => boolean): string[] =>
  source.filter(isWrong).map(({ path }) => path);

test('no source file is over 300 lines, and the median is under 100', () => {
  assert.deepEqual(
    offenders(({ text }) => lines(text) > 300),
    [],
  );
  const lengths = source.map(({ text }) => lines(text)).sort((a, b) => a - b);
  assert.ok((lengths[Math.floor(lengths.length / 2)] ?? 0) < 100, `the median is ${lengths[lengths.length >> 1]}`);
});

test('file names are kebab-case and name a thing', () => {
  const vague = new Set(['utils', 'helpers', 'common', 'misc', 'types']);
  assert.deepEqual(
    offenders(({ path }) => {
      const name = basename(path).replace(/(\.styles)?\.ts$/, '');
      return !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || vague.has(name);
    }),
    [],
  );
});

test('every source file says on top what it is', () => {
  assert.deepEqual(
    offenders(({ text }) => !/^(#!.*\n)?\/\/ \S/.test(text)),
    [],
  );
});

test('nothing is suppressed, left for later or asserted away', () => {
  const forbidden =
    /TODO|FIXME|@ts-|oxlint-disable|:\s*any\s*[;,)\]>=|]|\bas any\b|\benum \w|\w!\.|\)!|unsafeHTML|unsafeCSS|export default/;
  assert.deepEqual(
    offenders(({ text }) => forbidden.test(text)),
    [],
  );
});

test('the lock names no host of a registry', () => {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  assert.doesNotMatch(lock, /"resolved": "https?:/);
});
