// Rules A1–A8: how a session begins, speaks and ends.
import { demand, demandSame, inWords } from '../../model/demand.ts';
import { limits } from '../../model/allow.ts';
import { newOp } from '../../model/op.ts';
import type { Listener } from '../adapter.ts';
import { demandOfflineAtOnce, within } from './demand-refusal.ts';
import { ada, adapterRule, bo, comeOnline, create, fence, turn, write } from './scene.ts';

/** How a session begins, speaks and ends. */
export const sessionRules = [
  adapterRule(
    'A1',
    'open() returns a session at once and never throws; a discussion id of 1 to 200 letters, digits, spaces or characters of an address opens, any other is reported as `closed` with `invalid` of the field `discussion`.',
    [],
    async ({ bench, discussion, open }) => {
      const adapter = await bench.connect(ada);
      const valid = [
        `https://example.org/cours/été?a=${newOp()}&b=[1]#top`,
        discussion.padEnd(limits.discussionLength, 'x'),
      ];
      for (const id of valid) await comeOnline(open(adapter, id));
      const invalid = ['', '  ', 'x'.repeat(limits.discussionLength + 1), 'a\u0000b', 'a\nb', 'a<b>', 'a"b', '\ud800'];
      for (const id of invalid) {
        const { statuses, until } = open(adapter, id);
        await until(`${JSON.stringify(id)} to be closed`, () => statuses.at(-1)?.state === 'closed');
        const closed = statuses.at(-1);
        const error = closed?.state === 'closed' ? closed.error : undefined;
        demandSame([error?.name, error?.code, error?.field], ['DiscussionError', 'invalid', 'discussion'], 'its error');
        demand(!statuses.some(({ state }) => state === 'online'), `${JSON.stringify(id)} never to be online`);
      }
    },
  ),
  adapterRule('A2', 'The listener hears `connecting` first and `online` next.', [], async ({ bench, open }) => {
    const witness = open(await bench.connect(ada));
    await comeOnline(witness);
    demandSame(
      witness.statuses.map(({ state }) => state),
      ['connecting', 'online'],
      'what was heard',
    );
  }),
  adapterRule(
    'A3',
    '`online` says who the session is, with id, name and role, or null for somebody not signed in; the id is the same in every session of that person and in no other.',
    [],
    async ({ join, again }) => {
      const people = [];
      for (const who of [ada, bo]) {
        const witness = await join(who);
        const { me } = witness;
        demand(me !== null && me.id !== '', `${who.name} to have an id`);
        demandSame(me, { ...who, id: me.id }, 'me');
        demandSame((await again(witness)).me, me, 'me in another session');
        people.push(me.id);
      }
      demandSame(new Set([...people, (await join(ada)).me?.id]).size, people.length + 1, 'different ids');
      demandSame((await join(null)).me, null, 'me of somebody not signed in');
    },
  ),
  adapterRule(
    'A4',
    '`online` says what the adapter can do, in plain booleans of known names.',
    [],
    async ({ join }) => {
      const { can } = await join(ada);
      const known = [
        ...['live', 'edit', 'moderate', 'history', 'marks', 'guests'],
        ...['moves', 'gates', 'endorse', 'desk', 'credit', 'evidence', 'index'],
      ];
      for (const [name, value] of Object.entries(can))
        demand(known.includes(name) && typeof value === 'boolean', `known booleans, found ${name}: ${inWords(value)}`);
    },
  ),
  adapterRule(
    'A5',
    'The listener is told one thing at a time, and never from inside a call that its owner made; not even where the owner calls from inside the listener.',
    [],
    async ({ bench, discussion, patienceMs }) => {
      const adapter = await bench.connect(ada);
      const wrong: string[] = [];
      let busy = '';
      const during = <T>(what: string, call: () => T): T => {
        const before = busy;
        busy = what;
        try {
          return call();
        } finally {
          busy = before;
        }
      };
      const told = (what: string, act: () => void): void => {
        if (busy !== '') wrong.push(`${what} inside ${busy}`);
        during(what, act);
      };
      let done = (): void => {};
      const isDone = new Promise<void>((resolve) => (done = resolve));
      let acted = false;
      const act = (): void => {
        if (acted) return;
        acted = true;
        const calls = [
          during('sync()', () => session.sync(null)),
          during('submit()', () => session.submit(create('one'))),
          during('submit()', () => session.submit(create('two'))),
        ];
        Promise.all(calls).then(done, done);
      };
      const listener: Listener = {
        status: ({ state }) => told('status', () => state === 'online' && act()),
        changes: () => told('changes', () => {}),
        mine: () => told('mine', () => {}),
      };
      const session = during('open()', () => adapter.open(discussion, listener));
      await within(patienceMs, isDone, 'to come online and be answered');
      await during('submit()', () => session.submit(create('three')));
      await turn();
      during('close()', () => session.close());
      demandSame(wrong, [], 'what was told at the wrong time');
    },
  ),
  adapterRule(
    'A6',
    'While a session is not online yet, sync() and submit() reject `offline` at once, and nothing is kept for later.',
    [],
    async ({ bench, open }) => {
      const witness = open(await bench.connect(ada));
      const command = create('too early');
      await Promise.all([
        demandOfflineAtOnce(witness.session.sync(null), 'a sync before online'),
        demandOfflineAtOnce(witness.session.submit(command), 'a submit before online'),
      ]);
      await comeOnline(witness);
      await fence(witness);
      demand(!(await witness.snapshot()).posts.has(command.op), 'the command not to be carried out later');
    },
  ),
  adapterRule(
    'A7',
    'After close() the listener hears nothing more, not even what was under way.',
    [],
    async ({ bench, open, join, again }) => {
      const early = open(await bench.connect(ada));
      early.session.close();
      const witness = await join(ada);
      const other = await again(witness);
      const late = witness.session.submit(create('under way')).catch(() => {});
      witness.session.close();
      const before = witness.record();
      await late;
      await fence(other, other);
      demandSame(early.statuses, [], 'what a session heard that was closed at once');
      demandSame(witness.record(), before, 'what was heard');
    },
  ),
  adapterRule(
    'A8',
    'close() may be repeated; then sync() and submit() reject `offline`, and a call under way settles.',
    [],
    async ({ join, patienceMs }) => {
      const witness = await join(ada);
      await write(witness, 'before');
      const calls = [witness.session.sync(null), witness.session.submit(create('under way'))].map((call) =>
        call.then(
          () => 'settled',
          (reason: unknown) => (Object(reason) as { code?: unknown }).code,
        ),
      );
      witness.session.close();
      witness.session.close();
      await demandOfflineAtOnce(witness.session.sync(null), 'a sync after close()');
      await demandOfflineAtOnce(witness.session.submit(create('too late')), 'a submit after close()');
      for (const end of await within(patienceMs, Promise.all(calls), 'the calls under way to settle'))
        demand(end === 'settled' || end === 'offline', `an answer or offline, found ${inWords(end)}`);
    },
  ),
];
