// Two hundred readers of a lively discussion: how soon each has a post, and that slow ones among them slow nobody else.
import { sites, startBare, startCrowd, startPeer, type Served } from './processes.ts';
import { atMost, converged, exactly, pause, type Figure, type Row, type Size } from './row.ts';

const [{ key }] = sites;
const everyMs = 50;

const entry = ({ place }: Served, count: number, crowd = 0) => ({
  ...{ place, crowd, count },
  ...(place.kind === 'peer' && { key }),
});

/** Row 4 of the table. */
export async function latencyRow(size: Size): Promise<Row> {
  const seconds = size.pick(60, 4);
  const body = 'x'.repeat(300);
  async function measure(served: Served) {
    const crowd = startCrowd();
    await crowd.tell('enter', entry(served, 200));
    await crowd.tell('post', { count: 20, everyMs, body }); // warm
    await crowd.tell('reset');
    const { accepted } = await crowd.tell('post', { count: (seconds * 1_000) / everyMs, everyMs, body });
    if (accepted !== (seconds * 1_000) / everyMs) throw new Error(`${accepted} posts were accepted`);
    if (!(await converged([crowd], 10_000))) throw new Error('not everybody holds the same head');
    const report = await crowd.tell('report');
    crowd.end();
    await served.kill();
    return { ...report, missing: accepted * 200 - report.deliveries };
  }
  const bare = await measure(await startBare());
  const ours = await measure(await startPeer(size.folder()));
  return {
    test: `200 readers, 20 posts/s, ${seconds} s`,
    figures: [
      atMost('post to reader p50', ours.p50Ms, 100, 'ms', bare.p50Ms),
      ...size.atFull(atMost('post to reader p99', ours.p99Ms, 500, 'ms', bare.p99Ms)),
      exactly('gaps', ours.gaps, 0),
      exactly('posts that somebody did not get', ours.missing, 0),
    ],
  };
}

/** Row 5 of the table. The posts are long: the system itself takes some megabytes for each slow reader before we wait. */
export async function slowRow(size: Size): Promise<Row> {
  const [count, slowCount] = [size.pick(200, 60), size.pick(50, 10)];
  const body = size.isSmall ? '語'.repeat(9_000) : 'x'.repeat(9_000);
  const served = await startPeer(size.folder());
  const quick = startCrowd();
  const others = startCrowd();
  await quick.tell('enter', entry(served, count - slowCount));

  async function lively(
    seconds: number,
    onSecond = async (): Promise<void> => {},
  ): Promise<{ p99Ms: number; peakMiB: number }> {
    await quick.tell('reset');
    let peakMiB = 0;
    let isOver = false;
    const watch = (async () => {
      while (!isOver) {
        peakMiB = Math.max(peakMiB, served.rssMiB());
        await onSecond();
        await pause(1_000);
      }
    })();
    const wanted = (seconds * 1_000) / everyMs;
    const posted = await quick.tell('post', { count: wanted, everyMs, body }).finally(() => (isOver = true));
    await watch;
    if (posted.accepted !== wanted)
      throw new Error(`of ${wanted} posts were refused: ${JSON.stringify(posted.refused)}`);
    return { p99Ms: (await quick.tell('report')).p99Ms, peakMiB };
  }

  await others.tell('enter', entry(served, slowCount, 1));
  await lively(size.pick(5, 1)); // warm
  // As long as with slow ones: what is not collected yet grows with the time.
  const even = await lively(size.pick(60, 2));
  await others.tell('leave');
  await others.tell('enter', { ...entry(served, slowCount, 2), bytesPerSecond: 1_024, comesBack: true });
  let fewest = count;
  const uneven = { p99Ms: 0, peakMiB: 0 };
  // Small, it is over once somebody was cut: what the system takes for a slow reader before that differs.
  for (let turn = 0; turn < size.pick(1, 4) && (turn === 0 || fewest === count); turn++) {
    const { p99Ms, peakMiB } = await lively(size.pick(60, 4), async () => {
      fewest = Math.min(fewest, await served.figure('peer_discussion_connections'));
    });
    uneven.p99Ms = Math.max(uneven.p99Ms, p99Ms);
    uneven.peakMiB = Math.max(uneven.peakMiB, peakMiB);
  }
  await others.tell('quicken');
  const isEven = await converged([quick, others], 60_000);
  const { gaps } = await quick.tell('report');
  quick.end();
  others.end();
  await served.kill();

  const figures: Figure[] = [
    // Some milliseconds more are the machine's noise.
    ...size.atFull(atMost('p99 of the others', uneven.p99Ms, even.p99Ms + Math.max(even.p99Ms * 0.2, 10), 'ms')),
    exactly('gaps of the others', gaps, 0),
    ...size.atFull(atMost('more memory', uneven.peakMiB - even.peakMiB, 32, 'MiB')),
    atMost('readers still in when most were cut', fewest, count - 1, ''),
    exactly('slow ones that do not converge', isEven ? 0 : 1, 0),
  ];
  return { test: `${slowCount} of ${count} readers read 1 kB/s, 20 posts/s of 9,000 letters`, figures };
}
