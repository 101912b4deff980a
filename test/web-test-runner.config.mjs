// Runs the tests of model, room, adapters, store and elements in real browsers: BROWSERS=chromium,firefox.
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { fileURLToPath } from 'node:url';
import { browsers } from './support/browsers.mjs';
import { countReporter } from './support/count-reporter.mjs';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

export default {
  rootDir: path('..'),
  files: ['model', 'room', 'adapters', 'store', 'elements'].map((folder) => path(`${folder}/**/*.test.ts`)),
  nodeResolve: { browser: true, exportConditions: ['browser', 'production'] },
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: path('../tsconfig.json') })],
  browsers: browsers((process.env.BROWSERS ?? 'chromium').split(',')),
  reporters: [countReporter()],
  concurrency: 2,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: 20_000 } },
};
