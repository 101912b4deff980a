// The adapter rules over what the element really uses: a look by a call, a socket whose code is loaded later, and calls
// where no socket can be opened.
import { test } from 'node:test';
import { adapterRules } from '../../src/adapters/adapter-rules.ts';
import { serverAdapter } from '../../src/adapters/server.ts';
import { runRules } from '../support/run-rules.ts';
import { createServerBench, origin } from '../support/server-bench.ts';

const has = [
  ...['look', 'live', 'edit', 'moderate', 'history', 'marks', 'guests', 'cut', 'restart'],
  ...['moves', 'gates', 'endorse', 'desk', 'credit', 'evidence', 'index'],
];

runRules(
  test,
  adapterRules,
  () => createServerBench(({ url, getToken }) => serverAdapter({ server: url, getToken, headers: { origin } })),
  has,
);
