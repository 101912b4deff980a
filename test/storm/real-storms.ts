// All storms over real servers, one after the other, longer than the tests raise them.
import { startBackends } from '../support/cluster.ts';
import { raiseReal, type Trouble } from './real.ts';
import { startOnCluster, startOnSqlite, type Servers } from './servers.ts';
import { add, type Tally } from './tally.ts';
import { cuttingAnswers, cuttingRedis, fillingDisk, killing, reloading, restartingPostgres } from './troubles.ts';

/** What comes over every kind of server. */
const everywhere: readonly Trouble[] = [killing(6), cuttingAnswers(12), reloading(12)];

/** Raises one storm after the other over servers on `sqlite`, or on a `cluster` of two. */
export async function raiseAllReal(kind: string): Promise<Tally> {
  const tally: Tally = { seeds: 0, operations: 0, faults: {}, broken: [] };
  const raise = async (start: () => Promise<Servers>, troubles: readonly Trouble[]): Promise<void> => {
    for (const [seed, trouble] of troubles.entries()) {
      const servers = await start();
      try {
        const { broken, ...rest } = await raiseReal(servers, trouble, seed + 1);
        add(tally, { seeds: 1, ...rest, broken: broken.map(({ invariant, what }) => `${invariant}: ${what}`) });
      } finally {
        await servers.remove();
      }
    }
  };
  if (kind === 'sqlite') await raise(startOnSqlite, [...everywhere, fillingDisk]);
  else if (kind === 'cluster') {
    const backends = await startBackends('the storms over two servers');
    if (backends === null) return tally;
    try {
      const more = [cuttingRedis(4), restartingPostgres(backends, 4)];
      await raise(() => startOnCluster(backends), [...everywhere, ...more]);
    } finally {
      await backends.remove();
    }
  } else throw new Error(`Real storms are on sqlite or cluster, not on ${kind}.`);
  return tally;
}
