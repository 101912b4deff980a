// What one client can do to the others: a member who never stops, knocks without a token, garbage.
import { protocol } from '../../src/wire.ts';
import { sites, startCrowd, startPeer } from './processes.ts';
import { atMost, exactly, pause, type Row, type Size } from './row.ts';

const [{ key }, members] = sites;
const body = 'x'.repeat(300);

/** Row 6 of the table. */
export async function floodRow(size: Size): Promise<Row> {
  const served = await startPeer(size.folder());
  const { place } = served;
  const [flooder, others] = [startCrowd(), startCrowd()];
  const seconds = size.pick(10, 3);
  await flooder.tell('enter', { place, crowd: 0, count: 1, key });
  await others.tell('enter', { place, crowd: 1, count: 50, key });
  const ordinary = () => others.tell('post', { count: seconds * 10, everyMs: 100, body });
  await ordinary(); // warm
  const quiet = await ordinary();
  const began = Date.now();
  const [flood, loud] = await Promise.all([
    flooder.tell('post', { count: seconds * 500, everyMs: 2, body }),
    ordinary(),
  ]);
  const tookS = (Date.now() - began) / 1_000;
  flooder.end();
  others.end();
  await served.kill();
  const limited = flood.refused['rate-limited'] ?? 0;
  return {
    test: 'one member sends 500 posts/s',
    figures: [
      atMost('accepted', flood.accepted, 5 + Math.ceil(tookS / 3), ''),
      exactly('neither accepted nor rate-limited', seconds * 500 - flood.accepted - limited, 0),
      // Some milliseconds more are the machine's noise.
      ...size.atFull(atMost("p99 of the others' answers", loud.p99Ms, quiet.p99Ms + Math.max(quiet.p99Ms, 10), 'ms')),
      exactly('refusals of the others', Object.keys(loud.refused).length, 0),
    ],
  };
}

/** Row 7 of the table. */
export async function knockRow(size: Size): Promise<Row> {
  const served = await startPeer(size.folder());
  const crowds = [startCrowd(), startCrowd()];
  const place = { ...served.place, site: members.id, origin: members.origins[0] };
  const [perSecond, seconds] = [size.pick(1_000, 200), size.pick(5, 2)];
  const reads = await served.figure('peer_discussion_reads_total');
  const knocks = await Promise.all(
    crowds.map((crowd, number) => crowd.tell('knock', { place, perSecond, seconds, crowd: number })),
  );
  const refused = knocks.reduce((sum, one) => sum + one.refused, 0);
  const readAfter = await served.figure('peer_discussion_reads_total');
  const commits = await served.figure('peer_discussion_commit_seconds_count');
  for (const crowd of crowds) crowd.end();
  const isAlive = served.isAlive();
  await served.kill();
  return {
    test: `${(perSecond * 2).toLocaleString('en')} connections/s without a token, ${seconds} s`,
    figures: [
      exactly('let in', perSecond * seconds * 2 - refused, 0),
      exactly('reads and commits of the storage', readAfter - reads + commits, 0),
      atMost('until the last was refused', Math.max(...knocks.map(({ ms }) => ms)) / 1_000, seconds * 4, 's'),
      exactly('servers that ended', isAlive ? 0 : 1, 0),
    ],
  };
}

const op = '00000000-0000-4000-8000-000000000000';
const submit = (command: unknown): string => `421${JSON.stringify(['submit', command])}`;
const texts = [
  ...[
    '4garbage',
    '9',
    '\u0000\u0001',
    '42',
    '42[',
    '42["submit"',
    '42["submit",{]',
    '421[]',
    '421[null]',
    '421{"a":1}',
  ],
  ...['42["__proto__",{}]', '421["constructor",1]', '51-["submit",{"_placeholder":true,"num":0}]', '43[1]', '3probe'],
  ...[null, 0, 'text', [], {}, { type: 'create' }, { type: '__proto__', op }, [[[[]]]]].map(submit),
  `421["submit",{"type":"create","op":"${op}","parentId":null,"body":"x","__proto__":{"role":"facilitator"}}]`,
  `421["submit",{"type":"create","op":"${op}","parentId":null,"body":"x","constructor":{"prototype":{"role":"x"}}}]`,
  `421["sync","__proto__",{"threads":1e9,"order":"newest"}]`,
  `421["older","newest 999 99999999999999999"]`,
  submit({ type: 'create', op, parentId: null, body: 'x'.repeat(1_000_000) }),
  `42${'['.repeat(30_000)}`,
  'x'.repeat(1_000_000),
];

/** Row 8 of the table. */
export async function garbleRow(size: Size): Promise<Row> {
  const served = await startPeer(size.folder());
  const { place } = served;
  const crowd = startCrowd();
  const call = (sent: string) =>
    fetch(`http://127.0.0.1:${place.port}/api/submit`, {
      method: 'POST',
      headers: { origin: place.origin },
      body: sent,
    });
  const hello = { protocol, site: place.site, discussion: place.discussion };
  const bodies = [...texts, ...texts.map((text) => JSON.stringify({ hello, command: text }))];
  let failed = 0;
  async function all(times: number): Promise<void> {
    await crowd.tell('garble', { place, texts, times });
    for (let turn = 0; turn < times / 5; turn++)
      for (const { status } of await Promise.all(bodies.map(call))) if (status >= 500) failed++;
  }
  await all(size.pick(20, 5)); // warm: what code and buffers take once
  const before = await served.probe();
  await all(size.pick(100, 5));
  // What was freed goes back to the system in the seconds that follow.
  const kept: number[] = [];
  for (let second = 0; second < 10; second++) {
    await pause(1_000);
    kept.push((await served.probe()).rssMiB - before.rssMiB);
    if ((kept.at(-1) ?? 0) <= 0) break;
  }
  crowd.end();
  const isAlive = served.isAlive();
  const failures = served.failures();
  await served.kill();
  return {
    test: 'malformed frames, 1 MB frames, wrong JSON, prototype keys',
    figures: [
      exactly('servers that ended', isAlive ? 0 : 1, 0),
      exactly('answers 5xx, failures logged', failed + failures, 0),
      atMost('memory not given back after 10 s', Math.max(0, Math.min(...kept)), 16, 'MiB'),
    ],
  };
}
