// The adapter rules over calls by plain HTTP alone, and a real server on SQLite.
import { test } from 'node:test';
import { adapterRules } from '../../src/adapters/adapter-rules.ts';
import { callsAdapter } from '../../src/adapters/calls.ts';
import { runRules } from '../support/run-rules.ts';
import { createServerBench, origin } from '../support/server-bench.ts';

const has = [
  ...['edit', 'moderate', 'history', 'guests', 'cut', 'restart'],
  ...['moves', 'gates', 'endorse', 'desk', 'evidence', 'index'],
];

runRules(
  test,
  adapterRules,
  () => createServerBench(({ url, getToken }) => callsAdapter({ server: url, getToken, headers: { origin } })),
  has,
);
