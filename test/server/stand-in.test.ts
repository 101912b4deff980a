// The adapter rules where no socket can be opened: it is refused, as some proxies do, and calls stand in.
import { test } from 'node:test';
import { adapterRules } from '../../src/adapters/adapter-rules.ts';
import { callsAdapter } from '../../src/adapters/calls.ts';
import { withStandIn } from '../../src/adapters/live.ts';
import { socketAdapter } from '../../src/adapters/socket.ts';
import { runRules } from '../support/run-rules.ts';
import { createServerBench, origin } from '../support/server-bench.ts';

const has = ['edit', 'moderate', 'history', 'guests', 'cut', 'restart'];
const headers = { origin };
/** Nobody listens there. */
const nowhere = 'http://127.0.0.1:1';

runRules(
  test,
  adapterRules,
  () =>
    createServerBench(({ url, getToken }) =>
      withStandIn(socketAdapter({ server: nowhere, getToken, headers }), async () =>
        callsAdapter({ server: url, getToken, headers }),
      ),
    ),
  has,
);
