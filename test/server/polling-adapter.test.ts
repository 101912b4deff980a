// The third adapter of the demo, by the same rules over the same server, as an outside author would run them.
import { test } from 'node:test';
import { adapterRules } from '../../src/adapters/adapter-rules.ts';
import { pollingAdapter } from '../../demo/adapters/polling-adapter.js';
import { runRules } from '../support/run-rules.ts';
import { createServerBench, origin } from '../support/server-bench.ts';

const has = [...['edit', 'moderate', 'history', 'guests', 'cut', 'restart'], ...['moves', 'gates', 'endorse', 'desk']];

runRules(
  test,
  adapterRules,
  () => createServerBench(({ url, getToken }) => pollingAdapter({ server: url, getToken, headers: { origin } })),
  has,
);
