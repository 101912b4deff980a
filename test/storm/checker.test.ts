// The checker's own test: sound evidence is found sound, and each planted fault is called by exactly its name.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Discussion, Marker, Person, Post, PostCommand, RoomCommand } from '../../src/model/post.ts';
import type { Prompt } from '../../src/model/prompt.ts';
import { judge, type Invariant } from './checker.ts';
import type { Asked, Ended, Evidence, PostRow, Shown } from './evidence.ts';
import { marksIn, mayRead, openedBy, placeIn, replay, sightOf, type History, type Version } from './history-model.ts';
import { closedIn, emptyRecord, erasOf, type RecordVersion } from './record-model.ts';

const amina: Person = { id: 'amina', name: 'Amina', role: 'member' };
const jonas: Person = { id: 'jonas', name: 'Jonas', role: 'member' };
const rosa: Person = { id: 'rosa', name: 'Rosa', role: 'facilitator' };
const people = [amina, jonas, rosa];

/** Nothing is read-only here: a fault is planted by writing over what is sound. */
type Writable<T> = T extends Person | ReadonlyMap<unknown, unknown> | ReadonlySet<unknown>
  ? T
  : T extends object
    ? { -readonly [Key in keyof T]: Writable<T[Key]> }
    : T;
type Plant = (evidence: Writable<Evidence>) => void;

const create = (op: string, body: string, parentId: string | null = null): PostCommand => ({
  type: 'create',
  op,
  parentId,
  body,
});

/** Who asks for what. */
type Step = readonly [Person, PostCommand | RoomCommand];
/** What happens, a step every ten seconds. */
const story: readonly Step[] = [
  [amina, create('A', 'first')],
  [jonas, create('B', 'a reply', 'A')],
  [amina, { type: 'edit', op: 'edit-A', id: 'A', body: 'first, and better', revision: 1 }],
  [jonas, create('C', 'soon gone')],
  [jonas, { type: 'remove', op: 'remove-C', id: 'C' }],
  [jonas, create('D', 'rude')],
  [rosa, { type: 'moderate', op: 'hide-D', id: 'D', state: 'hidden', reason: 'rude' }],
  [amina, create('E', 'last')],
];

const prompt: Prompt = {
  ...{ id: 'why', version: 1, title: 'Why?', text: 'Say why.', state: 'open', kinds: [], timeZone: 'UTC' },
  stages: [{ name: 'open', instruction: '', gate: { type: 'post-first', words: 1, kind: null }, from: null }],
  ...{ mixer: null, credit: null, summary: null },
};

/** What happens in a lesson: colleagues stand behind posts and take it back, and a prompt has a gate. */
const lesson: readonly Step[] = [
  [rosa, { type: 'arrange', op: 'ask', prompt }],
  [amina, { ...create('A', 'who knows?'), kind: 'question' } as PostCommand],
  [jonas, { ...create('B', 'I do', 'A'), move: 'build-on' } as PostCommand],
  [amina, { type: 'help', op: 'help-B', id: 'B', hasHelped: true }],
  [amina, { type: 'help', op: 'no-help-B', id: 'B', hasHelped: false }],
  [rosa, { type: 'endorse', op: 'endorse-B', id: 'B', isEndorsed: true, reason: 'tested', note: '' }],
  [rosa, { type: 'pin', op: 'pin-A', id: 'A', isPinned: true, note: 'read this' }],
  [rosa, { type: 'pin', op: 'unpin-A', id: 'A', isPinned: false, note: '' }],
  [jonas, { ...create('C', 'my answer'), promptId: 'why' } as PostCommand],
  [amina, { ...create('D', 'thanks', 'B'), move: 'thank' } as PostCommand],
  [rosa, { type: 'attest', op: 'attest-jonas', promptId: 'why', personId: 'jonas', isAttested: true, note: 'seen' }],
  [rosa, { type: 'arrange', op: 'ask-anew', prompt: { ...prompt, title: 'Why, then?' } }],
];

/** What stands in the log besides posts: nobody's id. */
const isOfRecord = ({ type }: PostCommand | RoomCommand): boolean =>
  type === 'arrange' || type === 'attest' || type === 'transfer';

/** The claims on a version as a viewer holds them. */
function endorsementsOf({ claims }: Version, isStaff: boolean): Post['endorsements'] {
  const stand = claims.filter(({ isRevoked }) => isStaff || !isRevoked);
  return stand.map(({ who, why, isRevoked }) => {
    const [kind, , id] = who.split(' ');
    const [reason, ...note] = why.split(' ');
    const by = people.find((person) => person.id === id) ?? rosa;
    return {
      ...{ kind: kind as 'helped', by, at, reason: reason === 'tested' ? reason : null, note: note.join(' ') },
      ...(isRevoked && { revokedAt: at }),
    };
  });
}

const at = '2026-01-05T09:00:00.000Z';

function entryOf(version: Version, viewer: Person | null, order: number, record: RecordVersion): Post | Marker {
  const { id, parentId, body, revision, state, is, isPrivate, pinned, isSettled, earlier, acts, reason } = version;
  if (!mayRead(version, viewer)) return { id, parentId, removed: true };
  const author = people.find((person) => person.id === version.authorId) ?? amina;
  const isStaff = viewer?.role === 'facilitator';
  const place = placeIn(version, record);
  const [by = '', ...note] = pinned?.split(' ') ?? [];
  return {
    ...{ id, parentId, author, body, createdAt: at, editedAt: null, revision, order, state: state as Post['state'] },
    ...(is !== null && { [parentId === null ? 'kind' : 'move']: is }),
    ...(isPrivate && { isPrivate }),
    ...(place !== null && { prompt: place as NonNullable<Post['prompt']> }),
    ...(pinned !== null && { pinned: { by: people.find((one) => one.id === by) ?? rosa, at, note: note.join(' ') } }),
    ...(isSettled && { settledAt: at }),
    ...(reason !== null && { reason }),
    endorsements: endorsementsOf(version, isStaff) ?? [],
    ...((isStaff || author.id === viewer?.id) && { earlier: earlier.map((one) => ({ body: one, at })) }),
    ...(isStaff && { acts: acts.map((type) => ({ type, by: rosa, at, set: '', note: '' })) }),
  };
}

/** What somebody is shown of a history who comes at its end. */
function lookAt(history: History, viewer: Person | null, orderOf: (id: string) => number) {
  const { posts, records } = history;
  const record = records.at(-1) ?? emptyRecord;
  const era = erasOf(records, viewer, openedBy(history, viewer)).at(-1);
  const closed = era === undefined ? new Set<string>() : closedIn(era, record);
  const isStaff = viewer?.role === 'facilitator';
  const acts = Array.from({ length: record.acts }, () => ({ type: 'arrange', by: rosa, at, set: '', note: '' }));
  const discussion: Discussion = {
    ...{ id: 'd', title: null, url: null, guestPosts: 'held' },
    prompts: [...record.prompts.values()].map((one) => (closed.size > 0 ? { ...one, summary: null } : one)),
    ...(isStaff && { acts }),
  };
  const entries = [...posts].flatMap(([id, versions]) => {
    const last = versions.at(-1);
    if (last === undefined || sightOf(last, viewer, record, closed) === null) return [];
    return [entryOf(last, viewer, orderOf(id), record)];
  });
  const attested = [...record.prompts.keys()].filter((id) => record.attested.has(`${id} ${viewer?.id}`));
  const told = [...[...closed].map((key) => `closed ${key}`), ...attested.map((id) => `attested ${id}`)];
  return { entries, discussion, told };
}

/** Evidence of a story that went as it should; commands in `refused` were refused, and had no effect all the same. */
function tell(steps = story, refused: readonly string[] = ['not-theirs']): Writable<Evidence> {
  const attempt: PostCommand = { type: 'edit', op: 'not-theirs', id: 'A', body: 'mine now', revision: 2 };
  const asked: Asked[] = [...steps, [jonas, attempt] as const].map(([by, command], place) => ({
    ...{ by, command, at: place * 10_000 },
  }));
  const done = steps.map(([by, command]) => ({
    by: by.id,
    op: command.op,
    postId: isOfRecord(command) ? null : 'id' in command ? command.id : command.op,
  }));
  const commits = done.map((step, place) => ({ seq: place + 1, head: `head ${place + 1}`, ...step }));
  const ask = new Map(asked.map((one) => [one.command.op, one]));
  const ended: Ended[] = asked.map(({ command: { op }, at }, place) => ({
    op,
    at: at + 100,
    refusal: refused.includes(op) ? 'forbidden' : null,
    head: refused.includes(op) ? null : `head ${place + 1}`,
  }));
  const orderOf = (id: string): number => commits.findIndex(({ postId }) => postId === id) + 1;
  const look = (length: number, viewer: Person | null) =>
    lookAt(replay(commits.slice(0, length), ask), viewer, orderOf);
  const screens = (viewer: Person | null): Shown[] =>
    commits.map((_, place) => {
      const { entries, discussion } = look(place + 1, viewer);
      return {
        ...{ at: place * 10_000 + 200, me: viewer, discussion, laidOver: new Set() },
        posts: new Map(entries.map((entry) => [entry.id, entry])),
      };
    });
  const viewers = [
    ['the reader', null],
    ['rosa', rosa],
    ...(steps.includes(lesson[0] as Step) ? ([['jonas', jonas]] as const) : []),
  ] as const;
  const posts: PostRow[] = [...replay(commits, ask).posts].flatMap(([id, versions]) => {
    const last = versions.at(-1);
    if (last === undefined) return [];
    const { parentId, authorId, body, revision, state } = last;
    return [{ id, parentId, authorId, body, revision, order: orderOf(id), state, marks: marksIn(last, last.place) }];
  });
  const evidence: Evidence = {
    ...{ asked, ended, lostHistories: [], healedAt: 0 },
    clients: viewers.map(([name, me]) => ({
      ...{ name, shown: screens(me), isWhole: true, waiting: [], read: me === null ? null : ['A'] },
      undisturbed: [{ from: 0, until: 1_000_000 }],
      told: me === null ? null : look(commits.length, me).told,
    })),
    fresh: viewers.map(([client, me]) => {
      const { entries, discussion, told } = look(commits.length, me);
      return { client, me, posts: entries, discussion, read: me === null ? [] : ['A'], told };
    }),
    rows: { head: commits.at(-1)?.head ?? '', commits, posts },
  };
  return evidence as Writable<Evidence>;
}

const rowOf = ({ rows }: Writable<Evidence>, id: string): Writable<PostRow> => {
  const row = rows.posts.find((one) => one.id === id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row;
};
const screensOf = ({ clients }: Writable<Evidence>): Writable<Shown>[] => clients[0]?.shown ?? [];
const told = (evidence: Writable<Evidence>): Invariant[] => [
  ...new Set(judge(evidence as Evidence).map(({ invariant }) => invariant)),
];

/** Each fault, what it must be called, and how it comes into sound evidence. */
const faults: readonly (readonly [string, Invariant, Plant])[] = [
  [
    'an acknowledged post that is nowhere',
    'I1',
    ({ asked, ended }) => {
      asked.push({ by: amina, command: create('X', 'lost'), at: 0 });
      ended.push({ op: 'X', at: 100, refusal: null, head: null });
    },
  ],
  [
    'an acknowledged edit that does not stand',
    'I1',
    (evidence) => Object.assign(rowOf(evidence, 'A'), { body: 'first', revision: 1 }),
  ],
  [
    'an acknowledged removal that does not stand',
    'I1',
    (evidence) => Object.assign(rowOf(evidence, 'C'), { body: 'soon gone', state: 'shown' }),
  ],
  ['an acknowledgement at another place', 'I1', ({ ended }) => Object.assign(ended[1] ?? {}, { head: 'elsewhere' })],
  ['a post twice', 'I2', (evidence) => evidence.rows.posts.push(rowOf(evidence, 'E'))],
  [
    'a text twice, under another name',
    'I2',
    (evidence) => evidence.rows.posts.push({ ...rowOf(evidence, 'E'), id: 'Z', order: 99 }),
  ],
  [
    'an operation carried out twice',
    'I2',
    ({ rows }) => {
      rows.commits.push({ seq: 9, head: 'head 9', op: 'remove-C', by: 'jonas', postId: 'C' });
      rows.head = 'head 9';
    },
  ],
  [
    'a head given twice',
    'I3',
    ({ rows, ended }) => {
      Object.assign(rows.commits[2] ?? {}, { head: 'head 2' });
      Object.assign(ended[2] ?? {}, { head: 'head 2' });
    },
  ],
  ['a gap in the history', 'I3', ({ rows }) => Object.assign(rows.commits[7] ?? {}, { seq: 9 })],
  ['a head that is not the last', 'I3', ({ rows }) => Object.assign(rows, { head: 'head 7' })],
  ['an order that does not grow', 'I3', (evidence) => Object.assign(rowOf(evidence, 'E'), { order: 6 })],
  [
    'a post that nobody asked for',
    'I4',
    (evidence) => evidence.rows.posts.push({ ...rowOf(evidence, 'E'), id: 'Z', order: 99, body: 'from nowhere' }),
  ],
  ['a post under another parent', 'I4', (evidence) => Object.assign(rowOf(evidence, 'B'), { parentId: null })],
  ['a post of another author', 'I4', (evidence) => Object.assign(rowOf(evidence, 'B'), { authorId: 'amina' })],
  ['an operation in another name', 'I4', ({ rows }) => Object.assign(rows.commits[7] ?? {}, { by: 'jonas' })],
  [
    'a screen out of its turn',
    'I6 order',
    (evidence) => {
      const [first, second] = screensOf(evidence);
      if (first === undefined || second === undefined) throw new Error('no screens');
      [first.posts, second.posts] = [second.posts, first.posts];
    },
  ],
  [
    'a screen with a change but not the one before it',
    'I6 order',
    (evidence) => {
      const screen = screensOf(evidence)[3];
      if (screen === undefined) throw new Error('no screen');
      screen.posts = new Map([...screen.posts].filter(([id]) => id !== 'B'));
    },
  ],
  ['a client that stayed behind', 'I6 same', (evidence) => screensOf(evidence).pop()],
  ['a read mark that is not stored', 'I6 same', ({ fresh }) => Object.assign(fresh[1] ?? {}, { read: [] })],
  ['text in a removed post', 'I7', (evidence) => Object.assign(rowOf(evidence, 'C'), { body: 'soon gone' })],
  [
    'a hidden text three seconds later',
    'I8',
    (evidence) => Object.assign(screensOf(evidence)[6] ?? {}, { at: 60_000 + 3_100 }),
  ],
  [
    'a removed text three seconds later',
    'I8',
    (evidence) => Object.assign(screensOf(evidence)[4] ?? {}, { at: 40_000 + 3_100 }),
  ],
  ['an operation that never ended', 'I10', ({ ended }) => ended.splice(-1)],
  ['an operation that ended too late', 'I10', ({ ended }) => Object.assign(ended.at(-1) ?? {}, { at: 150_000 })],
];

test('sound evidence is found sound', () => {
  assert.deepEqual(judge(tell() as Evidence), []);
});

for (const [name, invariant, plant] of faults)
  test(`${name} is called ${invariant}`, () => {
    const evidence = tell();
    plant(evidence);
    assert.deepEqual(told(evidence), [invariant]);
  });

/** The same of a lesson: the reader has answered nothing, Jonas has, Rosa is the facilitator. */
const faultsOfLessons: readonly (readonly [string, Invariant, Plant])[] = [
  [
    'an acknowledged endorsement that is not stored',
    'I1',
    (evidence) => Object.assign(rowOf(evidence, 'B'), { marks: ['is build-on'] }),
  ],
  ['a kind that is not stored', 'I1', (evidence) => Object.assign(rowOf(evidence, 'C'), { marks: [] })],
  [
    'help that was taken back, three seconds later',
    'I8',
    (evidence) => Object.assign(screensOf(evidence)[4] ?? {}, { at: 40_000 + 3_100 }),
  ],
  [
    'a pin that was taken down, three seconds later',
    'I8',
    (evidence) => Object.assign(screensOf(evidence)[7] ?? {}, { at: 70_000 + 3_100 }),
  ],
  [
    'a post behind a shut gate in a fresh look',
    'I8',
    ({ clients, fresh: [reader, , jonass] }) => {
      clients.shift(); // the reader's own screens would be called, too
      const post = jonass?.posts.find(({ id }) => id === 'C');
      if (reader === undefined || post === undefined) throw new Error('no fresh looks');
      reader.posts.push(post);
    },
  ],
  [
    'a private answer on the screen of somebody else',
    'I6 order',
    (evidence) => {
      const screen = screensOf(evidence)[9];
      const post = evidence.clients[1]?.shown[9]?.posts.get('D');
      if (screen === undefined || post === undefined) throw new Error('no screens');
      screen.posts = new Map([...screen.posts, ['D', post]]);
    },
  ],
  [
    'a prompt on a screen before it was arranged so',
    'I6 order',
    (evidence) => {
      const [early, late] = [screensOf(evidence)[9], screensOf(evidence)[11]];
      if (early === undefined || late === undefined) throw new Error('no screens');
      early.discussion = late.discussion;
    },
  ],
  [
    'a record that is not the last',
    'I6 same',
    ({ fresh: [reader], clients: [client] }) => {
      const [, second] = client?.shown ?? [];
      if (reader === undefined || second === undefined) throw new Error('no record');
      reader.discussion = second.discussion;
    },
  ],
  [
    'a gate that stays closed to one who has answered',
    'I6 same',
    ({ fresh }) => fresh[2]?.told.push('closed why/open'),
  ],
];

test('a sound lesson is found sound', () => {
  assert.deepEqual(judge(tell(lesson) as Evidence), []);
});

for (const [name, invariant, plant] of faultsOfLessons)
  test(`${name} is called ${invariant}`, () => {
    const evidence = tell(lesson);
    plant(evidence);
    assert.deepEqual(told(evidence), [invariant]);
  });

test('what was refused and carried out is called I5', () => {
  const theft: PostCommand = { type: 'edit', op: 'theft', id: 'A', body: 'mine now', revision: 2 };
  assert.deepEqual(told(tell([...story, [jonas, theft]], ['not-theirs', 'theft'])), ['I5']);
});

for (const [name, by, command] of [
  ['a learner endorses', jonas, { type: 'endorse', op: 'X', id: 'A', isEndorsed: true, reason: 'tested', note: '' }],
  ['somebody else says what helped', rosa, { type: 'help', op: 'X', id: 'B', hasHelped: true }],
  ['a learner arranges a prompt', jonas, { type: 'arrange', op: 'X', prompt }],
] as const)
  test(`that ${name} is called I4`, () => {
    assert.deepEqual(told(tell([...lesson, [by, command]])), ['I4']);
  });

test('a reply without what it answers is called I9', () => {
  assert.deepEqual(told(tell([...story, [amina, create('F', 'an orphan', 'nowhere')]])), ['I9']);
});

/** Amina answers a prompt with a gate, Jonas opens it by an answer of his own and sees hers. */
const opening: readonly Step[] = [
  lesson[0] as Step,
  [amina, { ...create('A', 'her answer'), promptId: 'why' } as PostCommand],
  [jonas, { ...create('B', 'his answer'), promptId: 'why' } as PostCommand],
  [amina, create('C', 'last')],
];
/** Evidence of it in which Jonas sees her answer so many milliseconds after his was acknowledged. */
function openLate(afterMs: number): Writable<Evidence> {
  const evidence = tell(opening);
  const screens = evidence.clients[2]?.shown ?? [];
  const [, , late] = screens;
  if (late === undefined) throw new Error('no screens of Jonas');
  screens.splice(2, 0, { ...late, at: 20_050, posts: withoutPost(late, 'A') });
  late.at = 20_100 + afterMs;
  return evidence;
}
const withoutPost = ({ posts }: Writable<Shown>, id: string) => new Map([...posts].filter(([one]) => one !== id));

test('a gate that opens three seconds after its answer was acknowledged is called I11', () => {
  assert.deepEqual(told(openLate(3_000)), ['I11']);
});

test('a gate may take two seconds to open, and longer over a line that was disturbed', () => {
  assert.deepEqual(told(openLate(1_900)), []);
  const cut = openLate(8_000);
  Object.assign(cut.clients[2] ?? {}, {
    undisturbed: [
      { from: 0, until: 20_500 },
      { from: 27_500, until: 1_000_000 },
    ],
  });
  assert.deepEqual(told(cut), []);
});

test('two seconds are allowed, and a disturbed line has two more from when it is whole', () => {
  const quick = tell();
  Object.assign(screensOf(quick)[6] ?? {}, { at: 60_000 + 1_900 });
  assert.deepEqual(told(quick), []);
  const cut = tell();
  Object.assign(screensOf(cut)[6] ?? {}, { at: 60_000 + 8_000 });
  Object.assign(cut.clients[0] ?? {}, {
    undisturbed: [
      { from: 0, until: 60_050 },
      { from: 67_500, until: 1_000_000 },
    ],
  });
  assert.deepEqual(told(cut), []);
});

test('what a restored backup cut off is not missed, and a client may go back to it', () => {
  const evidence = tell();
  const { commits } = evidence.rows;
  evidence.asked.push({ by: amina, command: create('X', 'lost with the backup'), at: 0 });
  evidence.ended.push({ op: 'X', at: 100, refusal: null, head: 'head x' });
  const lost = [...commits.slice(0, 4), { seq: 5, head: 'head x', op: 'X', by: 'amina', postId: 'X' }];
  evidence.lostHistories.push({ at: 35_000, commits: lost });
  assert.deepEqual(told(evidence), []);
  const [first, , , fourth] = screensOf(evidence);
  const [screens] = evidence.clients.map(({ shown }) => shown);
  if (first === undefined || fourth === undefined || screens === undefined) throw new Error('no screens');
  screens.splice(4, 0, { ...fourth, at: 35_100, posts: first.posts });
  assert.deepEqual(told(evidence), []);
});
