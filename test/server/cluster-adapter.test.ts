// The adapter rules over the socket adapter and two real servers that share a PostgreSQL and a Redis.
import { after, test } from 'node:test';
import { adapterRules } from '../../src/adapters/adapter-rules.ts';
import { createClusterBench, startBackends } from '../support/cluster.ts';
import { runRules } from '../support/run-rules.ts';
import { socketHas } from '../support/server-bench.ts';

const backends = await startBackends('the adapter rules over two servers');
if (backends !== null) {
  after(() => backends.remove());
  runRules(test, adapterRules, () => createClusterBench(backends), socketHas);
}
