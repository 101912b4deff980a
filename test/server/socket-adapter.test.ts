// The adapter rules over the socket adapter and a real server on SQLite.
import { test } from 'node:test';
import { adapterRules } from '../../src/adapters/adapter-rules.ts';
import { runRules } from '../support/run-rules.ts';
import { createServerBench } from '../support/server-bench.ts';

const has = ['live', 'edit', 'moderate', 'history', 'marks', 'guests', 'cut', 'restart'];

runRules(test, adapterRules, () => createServerBench(), has);
