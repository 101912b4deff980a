// The adapter rules over the socket adapter and a real server on SQLite.
import { test } from 'node:test';
import { adapterRules } from '../../src/adapters/adapter-rules.ts';
import { runRules } from '../support/run-rules.ts';
import { createServerBench, socketHas } from '../support/server-bench.ts';

runRules(test, adapterRules, () => createServerBench(), socketHas);
