// The adapter rules over what the element really uses: the socket adapter behind a first look. Node sends no `Origin`, so
// the server refuses the look itself here, and what is shown is that all else goes through unchanged. The look comes
// before `online`, where the rules expect no changes yet: test/store/store.test.ts and test/live/first-look.test.ts have it.
import { test } from 'node:test';
import { adapterRules } from '../../src/adapters/adapter-rules.ts';
import { withFirstLook } from '../../src/adapters/first-look.ts';
import { socketAdapter } from '../../src/adapters/socket.ts';
import { runRules } from '../support/run-rules.ts';
import { createServerBench, origin } from '../support/server-bench.ts';

const has = ['live', 'edit', 'moderate', 'history', 'marks', 'guests', 'cut', 'restart'];

runRules(
  test,
  adapterRules,
  () =>
    createServerBench(({ url, getToken }) => {
      const load = async () => socketAdapter({ server: url, getToken, headers: { origin } });
      return withFirstLook(load, {
        server: url,
        getToken,
        window: { threads: 20, order: 'newest' },
      });
    }),
  has,
);
