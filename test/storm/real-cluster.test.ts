// Small storms over two real servers that share a PostgreSQL and a Redis of this machine; left out, and said so, where it
// has none. `npm run storm -- --real cluster` raises longer ones.
import { after, test } from 'node:test';
import { startBackends } from '../support/cluster.ts';
import { demandSound } from './demand-sound.ts';
import { startOnCluster } from './servers.ts';
import { cuttingAnswers, cuttingRedis, killing, restartingPostgres } from './troubles.ts';

const backends = await startBackends('the storms over two servers');
if (backends !== null) {
  after(() => backends.remove());
  const storms = [
    ['kill -9 of one after the other', killing(2), 'servers killed'],
    ['connections that break before the answer, and come back to the other server', cuttingAnswers(6), 'answers cut'],
    ['the second server cut from Redis', cuttingRedis(2), 'Redis cut off'],
    ['PostgreSQL that crashes and comes back', restartingPostgres(backends, 2), 'PostgreSQL crashed'],
  ] as const;
  for (const [name, trouble, fault] of storms)
    test(`on two servers nothing is lost: ${name}`, (t) =>
      demandSound(t, () => startOnCluster(backends), trouble, fault));
}
