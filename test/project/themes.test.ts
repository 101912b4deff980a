// No theme of the demo is left out of the tests of their colours (test/elements/themes.test.ts).
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { themeNames } from '../support/theme-names.ts';
import { root } from './sources.ts';

test('every theme of the demo is tested', () => {
  const files = readdirSync(join(root, 'demo/course/themes')).map((name) => name.replace(/\.css$/, ''));
  assert.deepEqual(files.sort(), [...themeNames]);
});
