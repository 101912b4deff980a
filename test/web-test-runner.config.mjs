// Runs the tests of model, room, adapters, store and elements in a real browser: all in Chromium, the core ones in
// Firefox (BROWSERS=firefox).
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { browsers } from './support/browsers.mjs';
import { countReporter } from './support/count-reporter.mjs';
import { emulatePlugin } from './support/emulate-plugin.mjs';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

const named = (process.env.BROWSERS ?? 'chromium').split(',');

/** What a browser itself may do otherwise: storage, life, focus, keys, selection, layout, reading and writing. */
const core = [
  ...['adapters/local', 'adapters/memory', 'room/indexeddb-storage', 'store/store'],
  ...['access', 'arrivals', 'guest', 'keyboard', 'life', 'look', 'placement', 'reflow', 'refusal', 'writing'].map(
    (name) => `elements/panel-${name}`,
  ),
  ...['keys', 'look', 'marks', 'paging', 'threads'].map((name) => `elements/reading-${name}`),
  ...['drafts', 'mentions', 'panel'].map((name) => `elements/writing-${name}`),
  ...['markdown', 'markdown-hostile', 'locale'].map((name) => `elements/${name}`),
].map((name) => path(`${name}.test.ts`));

const missing = core.filter((file) => !existsSync(file));
if (missing.length > 0) throw new Error(`There is no ${missing.join(', ')}: mend the list of core tests.`);

const everything = ['model', 'room', 'adapters', 'store', 'elements'].map((folder) => path(`${folder}/**/*.test.ts`));

export default {
  rootDir: path('..'),
  files: named.includes('chromium') ? everything : core,
  nodeResolve: { browser: true, exportConditions: ['browser', 'production'] },
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: path('../tsconfig.json') }), emulatePlugin()],
  browsers: browsers(named),
  reporters: [countReporter()],
  concurrency: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: 20_000 } },
};
