// Runs the tests of model, room, adapters, store and elements in real browsers: BROWSERS=chromium,firefox. Files
// named `*.chromium.test.ts` run only where Chromium runs alone.
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { fileURLToPath } from 'node:url';
import { browsers } from './support/browsers.mjs';
import { countReporter } from './support/count-reporter.mjs';
import { emulatePlugin } from './support/emulate-plugin.mjs';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

const named = (process.env.BROWSERS ?? 'chromium').split(',');

export default {
  rootDir: path('..'),
  files: [
    ...['model', 'room', 'adapters', 'store', 'elements'].map((folder) => path(`${folder}/**/*.test.ts`)),
    ...(named.includes('chromium') && named.length === 1 ? [] : [`!${path('elements/*.chromium.test.ts')}`]),
  ],
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
