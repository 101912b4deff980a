// The adapter in memory keeps every rule of the contract that needs no connection.
import { adapterRules } from '../../src/adapters/adapter-rules.ts';
import { makeBreakableBench, makeMemoryBench, memoryCan } from '../support/memory-bench.ts';
import { runRules } from '../support/run-rules.ts';

describe('memoryAdapter', () => {
  runRules(it, adapterRules, makeMemoryBench, memoryCan);
});

describe('memoryAdapter behind a connection that breaks', () => {
  runRules(it, adapterRules, () => makeBreakableBench(), [...memoryCan, 'look', 'cut', 'restart']);
});
