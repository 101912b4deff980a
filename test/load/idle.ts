// Ten thousand readers who sit there, one post that reaches them all, and all of them back after a kill -9.
import { pingMs } from '../../src/wire.ts';
import { sites, startBare, startCrowd, startPeer, type Crowd, type Served } from './processes.ts';
import { atMost, converged, exactly, inTurns, pause, type Row, type Size } from './row.ts';

const [{ key }] = sites;
const missed = 50;
const body = 'x'.repeat(300);

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

/** The same readers in two processes, so that a processor is left to the server. */
async function fill(crowds: readonly Crowd[], { place }: Served, count: number): Promise<number> {
  const entries = crowds.map((crowd, number) =>
    crowd.tell('enter', {
      ...{ place, crowd: number, count: count / crowds.length },
      ...(place.kind === 'peer' && { key }),
    }),
  );
  const results = await Promise.all(entries);
  if (results.some(({ failed }) => failed > 0)) throw new Error('readers were not let in');
  return Math.max(...results.map(({ ms }) => ms));
}

interface Measured {
  readonly upMs: number;
  readonly bytesEach: number;
  readonly cpuShare: number;
  readonly dropped: number;
  readonly spreadMs: number;
  readonly backMs: number;
}

/** What is the same for both servers; `restart` kills the server and gives what stands in its place. */
async function measure(served: Served, size: Size, restart: (crowds: readonly Crowd[]) => Promise<Served>) {
  const count = size.pick(10_000, 400);
  const crowds = [startCrowd(), startCrowd()];
  const [poster = startCrowd()] = crowds;
  const posts = (wanted: number) => poster.tell('post', { count: wanted, everyMs: 20, body, writers: 10 });
  try {
    const warm = startCrowd(); // what the first connections load is not what a connection costs
    await fill([warm], served, 20);
    await warm.tell('leave');
    warm.end();
    const before = await served.probe();
    const upMs = await fill(crowds, served, count);
    await pause(1_000);
    const after = await served.probe();
    const cpu = served.cpuMs();
    const idleMs = size.pick(2 * pingMs, 3_000); // each is pinged twice meanwhile
    await pause(idleMs);
    const cpuShare = (served.cpuMs() - cpu) / idleMs;
    const dropped = sum((await Promise.all(crowds.map((crowd) => crowd.tell('report')))).map(({ gone }) => gone));

    await Promise.all(crowds.map((crowd) => crowd.tell('reset')));
    await posts(1);
    if (!(await converged(crowds, 20_000))) throw new Error('a post did not reach everybody');
    const spreadMs = Math.max(
      ...(await Promise.all(crowds.map((crowd) => crowd.tell('report')))).map(({ maxMs }) => maxMs),
    );

    const again = await restart(crowds);
    const laps = await Promise.all(crowds.map((crowd) => crowd.tell('comeBack', again.place.port)));
    const backMs = Math.max(...laps.map(({ ms }) => ms));
    if (!(await converged(crowds, 20_000))) throw new Error('not everybody came back to the same discussion');
    const bytesEach = ((after.rssMiB - before.rssMiB) * 1_048_576) / count;
    const measured: Measured = { upMs, bytesEach, cpuShare, dropped, spreadMs, backMs };
    return { ...measured, again, count };
  } finally {
    for (const crowd of crowds) crowd.end();
  }
}

/** Lets a few members post what the others will have missed. */
async function postMissed({ place }: Served): Promise<void> {
  const few = startCrowd();
  const entry = { place, crowd: 5, count: 10, ...(place.kind === 'peer' && { key }) };
  await few.tell('enter', entry);
  const { accepted } = await few.tell('post', { count: missed, everyMs: 5, body });
  if (accepted !== missed) throw new Error(`${accepted} of ${missed} posts were accepted`);
  few.end();
}

/** Rows 1 to 3 of the table. */
export async function idleRows(size: Size): Promise<Row[]> {
  const bareServer = await startBare();
  const bare = await measure(bareServer, size, async (crowds) => {
    // The bare server keeps nothing: everybody leaves instead, and comes back to what was posted meanwhile.
    await Promise.all(crowds.map((crowd) => crowd.tell('part')));
    await postMissed(bareServer);
    return bareServer;
  });
  await bareServer.kill();

  const folder = size.folder();
  const first = await startPeer(folder);
  const { again, count, ...ours } = await measure(first, size, async () => {
    await first.kill();
    const second = await startPeer(folder, first.place.port);
    await postMissed(second);
    second.watchLag();
    return second;
  });
  const reads = await again.figure('peer_discussion_reads_total\\{what="(?:since|everything)"\\}');
  const { lagP99Ms } = await again.probe();
  await again.kill();

  const kB = (bytes: number): number => bytes / 1_000;
  const readers = count.toLocaleString('en');
  return [
    {
      test: `${readers} idle connections`,
      figures: [
        atMost('all up', ours.upMs / 1_000, 30, 's', bare.upMs / 1_000),
        // A few hundred connections are too few to weigh one.
        ...size.atFull(
          atMost('memory each', kB(ours.bytesEach), 40, 'kB', kB(bare.bytesEach)),
          atMost('memory each, times bare', ours.bytesEach / bare.bytesEach, 2.7, '×'),
        ),
        atMost('processor', ours.cpuShare * 100, 5, '%', bare.cpuShare * 100),
        exactly('dropped', ours.dropped, 0),
      ],
    },
    {
      test: `one post to ${readers} readers of one discussion`,
      figures: [atMost('to the last', ours.spreadMs, 1_500, 'ms', bare.spreadMs)],
    },
    {
      test: `kill -9, restart, ${readers} readers resume with ${missed} missed entries`,
      figures: [
        atMost('all back and converged', ours.backMs / 1_000, 30, 's', bare.backMs / 1_000),
        ...size.atFull(atMost('event-loop lag p99', lagP99Ms, 500, 'ms')),
        atMost('reads of what was missed', reads, Math.max(10, 2 + (2 * ours.backMs) / 1_000), ''),
      ],
    },
  ];
}

/** Posts under way at any time while both servers give what they can. */
const underWay = 8;

/**
 * Deliveries in one room of a thousand readers, as fast as they go. Both servers stand beside each other and take turns,
 * so that whatever else the machine does meets both.
 */
export async function fanOutRow(size: Size): Promise<Row> {
  const count = size.pick(1_000, 300);
  const turns = size.pick(15, 9);
  const posts = 64;
  async function side(served: Served) {
    const crowd = startCrowd();
    await fill([crowd], served, count);
    const turn = async (): Promise<number> => (await crowd.tell('saturate', { underWay, posts, body })).perSecond;
    await turn(); // warm
    return { turn, crowd, served };
  }
  const bare = await side(await startBare());
  const ours = await side(await startPeer(size.folder()));
  const counted: { readonly ours: number; readonly bare: number }[] = [];
  while (counted.length < turns) counted.push({ bare: await bare.turn(), ours: await ours.turn() });
  for (const { crowd, served } of [bare, ours]) {
    crowd.end();
    await served.kill();
  }
  const of = (one: 'ours' | 'bare'): number[] => counted.map((turn) => turn[one]);
  return {
    test: `${count.toLocaleString('en')} readers in one room, ${underWay} posts under way`,
    figures: [inTurns(`deliveries, medians of ${turns} turns`, of('ours'), of('bare'), '/s', 0.8)],
  };
}
