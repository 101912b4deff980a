// Judges what a storm left behind against the invariants of the whole product. Knows nothing of how the storm was made.
import { inspectHiding } from './check-hiding.ts';
import { inspectOpening } from './check-opening.ts';
import { inspectOrder } from './check-order.ts';
import type { Asked, Client, Evidence, PostRow } from './evidence.ts';
import { marksIn, mayRead, openedBy, printOf, replay, sightOf, type History } from './history-model.ts';
import { mayTake, rolesIn } from './right-model.ts';
import { closedIn, emptyRecord, erasOf, recordPrint, recordSight } from './record-model.ts';

/** What must hold after every storm. */
export const invariants = {
  I1: 'what was acknowledged is stored after a cold restart, and the last acknowledged word stands',
  I2: 'one row for one post, one result for one operation, no text twice',
  I3: 'the history is one chain without gaps or repeats, and the order of posts only grows',
  I4: 'nothing is stored that nobody asked for, or that was not theirs to ask; author and parent are as asked',
  I5: 'what was refused for good had no effect',
  'I6 order': 'what a client shows was true at some point of the history, and that point never moves back',
  'I6 same': 'after the quiet everybody shows what a fresh look shows',
  I7: 'a removed post holds no text',
  I8: 'nobody who may not sees a hidden or removed text, nor anybody what was taken back, later than 2 s after that was acknowledged',
  I9: 'no reply without the post it answers, nor before it',
  I10: 'every operation ended, at the latest 60 s after the last trouble',
  I11: 'whoever opened a gate by an answer sees what stood behind it 2 s after that was acknowledged',
} as const;

/** Names an invariant. */
export type Invariant = keyof typeof invariants;

/** A promise that was not kept. */
export interface Broken {
  readonly invariant: Invariant;
  /** What was found, in words. */
  readonly what: string;
}

const endWithinMs = 60_000;

/** The post that a command is about; of a new one it is the op. */
function subjectOf(command: Asked['command']): string | null {
  if (command.type === 'arrange' || command.type === 'attest' || command.type === 'transfer') return null;
  return command.type === 'create' ? command.op : command.id;
}

/** Takes down what is broken. */
export type Report = (invariant: Invariant, what: string) => void;

const seen = <T>(): ((value: T) => boolean) => {
  const all = new Set<T>();
  return (value) => all.size === all.add(value).size;
};

/** The case as it is argued: the evidence, and what follows from it alone. */
export interface Case extends Evidence {
  readonly ask: ReadonlyMap<string, Asked>;
  readonly history: History;
  /** Ids of rows that repeat the text of another operation's post. */
  readonly doubles: ReadonlySet<string>;
}

function findDoubles({ asked, rows }: Evidence): Set<string> {
  const ops = new Set(asked.map(({ command }) => command.op));
  const texts = new Set(asked.flatMap(({ command }) => (command.type === 'create' ? [command.body] : [])));
  return new Set(rows.posts.filter(({ id, body }) => !ops.has(id) && texts.has(body)).map(({ id }) => id));
}

/** I1: every acknowledged operation is there, where it was said to be, and every post is what its history made of it. */
function inspectAcknowledged({ ended, rows, lostHistories, history }: Case, report: Report): void {
  const stored = new Set(rows.commits.map(({ op }) => op));
  const headsOf = new Map<string, Set<string>>();
  for (const commits of [rows.commits, ...lostHistories.map((lost) => lost.commits)])
    for (const { op, head } of commits) headsOf.set(op, (headsOf.get(op) ?? new Set()).add(head));
  for (const { op, at, refusal, head } of ended) {
    if (refusal !== null) continue;
    const isUndone = (): boolean =>
      lostHistories.some((lost) => lost.at >= at && lost.commits.some((commit) => commit.op === op));
    if (!stored.has(op) && !isUndone()) report('I1', `${op} was acknowledged and is not stored`);
    const heads = headsOf.get(op);
    if (head !== null && heads?.has(head) === false)
      report('I1', `${op} was acknowledged at the head ${head}, and stands at ${[...heads].join(', ')}`);
  }
  const rowOf = new Map(rows.posts.map((row) => [row.id, row]));
  for (const [id, versions] of history.posts) {
    const row = rowOf.get(id);
    const last = versions.at(-1);
    if (last === undefined) continue;
    if (row === undefined) report('I1', `the post ${id} is not stored`);
    else if (row.state === 'removed' && last.state === 'removed')
      continue; // what it may hold then: I7
    else if (
      row.body !== last.body ||
      row.revision !== last.revision ||
      row.state !== last.state ||
      row.marks.join('\n') !== marksIn(last, last.place).join('\n')
    )
      report('I1', `${id} is stored as ${JSON.stringify(row)}, its history made ${JSON.stringify(last)} of it`);
  }
}

/** I2 and I3: the rows in themselves. */
function inspectRows({ rows, doubles }: Case, report: Report): void {
  const isOldPost = seen<string>();
  for (const { id } of rows.posts) if (isOldPost(id)) report('I2', `the post ${id} is stored twice`);
  for (const id of doubles) report('I2', `${id} repeats the text of another post`);
  const isOldOp = seen<string>();
  const isOldHead = seen<string>();
  for (const [place, { seq, head, op }] of rows.commits.entries()) {
    if (isOldOp(op)) report('I2', `the operation ${op} was carried out twice`);
    if (isOldHead(head)) report('I3', `the head ${head} was given twice`);
    if (seq !== place + 1) report('I3', `step ${place + 1} of the history is numbered ${seq}`);
  }
  const last = rows.commits.at(-1)?.head;
  if (last !== undefined && last !== rows.head) report('I3', `the head is ${rows.head}, the history ends at ${last}`);
  const orderOf = new Map(rows.posts.map(({ id, order }) => [id, order]));
  let greatest = 0;
  const isOldStep = seen<string | null>();
  for (const { postId } of rows.commits) {
    if (postId === null || isOldStep(postId)) continue;
    const order = orderOf.get(postId);
    if (order === undefined) continue;
    if (order <= greatest) report('I3', `${postId} has the order ${order}, after ${greatest}`);
    greatest = Math.max(greatest, order);
  }
}

/** I4, I5 and I7: the rows against what was asked. */
function inspectAsked({ ask, asked, clients, ended, history, rows, doubles }: Case, report: Report): void {
  const acknowledged = new Set(ended.filter(({ refusal }) => refusal === null).map(({ op }) => op));
  const refused = new Set(ended.filter(({ op }) => !acknowledged.has(op)).map(({ op }) => op));
  const roles = rolesIn(clients, asked);
  for (const step of history.steps)
    if (!refused.has(step.ask.command.op) && !mayTake(step, roles))
      report('I4', `${JSON.stringify(step.ask)} was not theirs to ask`);
  for (const { op, by, postId } of rows.commits) {
    if (postId !== null && doubles.has(postId)) continue;
    const one = ask.get(op);
    if (one === undefined) report('I4', `nobody asked for the operation ${op}`);
    else if (one.by.id !== by) report('I4', `${op} was asked for by ${one.by.id}, and is stored as of ${by}`);
    else if (postId !== subjectOf(one.command)) report('I4', `${op} changed ${postId}, which it was not about`);
  }
  for (const { id, authorId, parentId, state, body, marks } of rows.posts) {
    if (doubles.has(id)) continue;
    const one = ask.get(id);
    if (one === undefined || one.command.type !== 'create') report('I4', `nobody asked for the post ${id}`);
    else if (one.by.id !== authorId) report('I4', `${id} of ${one.by.id} is stored as of ${authorId}`);
    else if (one.command.parentId !== parentId)
      report('I4', `${id} answers ${one.command.parentId}, and is stored under ${parentId}`);
    const texts = marks.filter((mark) => mark.startsWith('earlier'));
    if (state === 'removed' && (body !== '' || texts.length > 0))
      report('I7', `${id} is removed and holds ${JSON.stringify([body, ...texts])}`);
  }
  const done = new Set(rows.commits.map(({ op }) => op));
  for (const { op, refusal } of ended)
    if (refusal !== null && refused.has(op) && done.has(op))
      report('I5', `${op} was refused with ${refusal}, and carried out`);
}

/** I6, the second half: the fresh look against the rows, and every client against the fresh look. */
function inspectSameness({ clients, fresh, history, lostHistories, rows }: Case, report: Report): void {
  // What was read before a backup took it away may be read in one place and not in another.
  const kept = new Set(rows.commits.map(({ head }) => head));
  const cutOff = lostHistories.flatMap(({ commits }) => commits.filter(({ head }) => !kept.has(head)));
  const returned = new Set(cutOff.map(({ postId }) => postId));
  const record = history.records.at(-1) ?? emptyRecord;
  for (const { client: name, me, posts, read, discussion, told } of fresh) {
    const prints = new Map(posts.map((entry) => [entry.id, printOf(entry)]));
    const era = erasOf(history.records, me, openedBy(history, me)).at(-1);
    const closed = era === undefined ? new Set<string>() : closedIn(era, record);
    for (const [id, versions] of history.posts) {
      const last = versions.at(-1);
      const expected = last === undefined ? null : sightOf(last, me, record, closed);
      const found = prints.get(id) ?? null;
      if (expected === found) continue;
      const isLeak =
        found !== null &&
        found.length > (expected ?? '').length &&
        (last === undefined || expected === null || !mayRead(last, me));
      report(isLeak ? 'I8' : 'I6 same', `a fresh look of ${name} shows ${found} where ${expected} is to be seen`);
    }
    const expected = recordSight(record, me, closed);
    if (discussion !== null && recordPrint(discussion) !== expected)
      report('I6 same', `a fresh look of ${name} shows ${recordPrint(discussion)} where ${expected} is to be seen`);
    const gates = told.filter((line) => line.startsWith('closed ')).map((line) => line.slice('closed '.length));
    if (me !== null && [...closed].sort().join() !== gates.sort().join())
      report('I6 same', `${name} is told that ${gates.join()} is closed, where ${[...closed].join()} is`);
    if (me !== null && me.role !== 'facilitator')
      for (const { id, state } of record.prompts.values())
        if (state !== 'draft' && told.includes(`attested ${id}`) !== record.attested.has(`${id} ${me.id}`))
          report('I6 same', `${name} is not told rightly whether ${id} is attested`);
    const client = clients.find((one) => one.name === name);
    const held = client?.shown.at(-1);
    if (client === undefined || held === undefined) continue;
    if (held.discussion === null) report('I6 same', `${name} shows nothing yet`);
    else if (discussion !== null && recordPrint(held.discussion) !== recordPrint(discussion))
      report('I6 same', `${name} shows ${recordPrint(held.discussion)}, a fresh look shows ${recordPrint(discussion)}`);
    if (client.told !== null && client.told.toSorted().join() !== told.toSorted().join())
      report('I6 same', `${name} is told ${client.told.join()}, and anew ${told.join()}`);
    const there = new Map(posts.map((entry) => [entry.id, JSON.stringify(entry)]));
    for (const id of new Set([...there.keys(), ...held.posts.keys()])) {
      const found = JSON.stringify(held.posts.get(id));
      if (found !== there.get(id)) report('I6 same', `${name} shows ${found}, a fresh look shows ${there.get(id)}`);
    }
    for (const { id } of client.read === null ? [] : posts)
      if (client.read?.includes(id) !== read.includes(id) && !returned.has(id))
        report('I6 same', `${name} and a fresh look do not agree on whether ${id} is read`);
  }
}

/** I9: every reply stands under something, in the rows and in every complete view. */
function inspectReplies({ rows, fresh, clients }: Case, report: Report): void {
  const rowOf = new Map<string, PostRow>(rows.posts.map((row) => [row.id, row]));
  for (const { id, parentId, order } of rows.posts) {
    if (parentId === null) continue;
    const parent = rowOf.get(parentId);
    if (parent === undefined) report('I9', `${id} answers ${parentId}, which is not there`);
    else if (parent.order >= order) report('I9', `${id} stands before ${parentId}, which it answers`);
  }
  const views = [
    ...fresh.map(({ client, posts }) => ({ name: `a fresh look of ${client}`, posts })),
    ...clients.map(({ name, shown }) => ({ name, posts: [...(shown.at(-1)?.posts.values() ?? [])] })),
  ];
  for (const { name, posts } of views) {
    const ids = new Set(posts.map(({ id }) => id));
    for (const { id, parentId } of posts)
      if (parentId !== null && !ids.has(parentId)) report('I9', `${name} shows ${id} without ${parentId}`);
  }
}

/** I10: nothing is left open. */
function inspectEnds({ asked, ended, clients, healedAt }: Case, report: Report): void {
  const endOf = new Map(ended.map(({ op, at }) => [op, at]));
  for (const { command, at } of asked) {
    const end = endOf.get(command.op);
    if (end === undefined) report('I10', `nobody said what became of ${command.type} ${command.op}`);
    else if (end > Math.max(at, healedAt) + endWithinMs) report('I10', `${command.op} ended only at ${end}`);
  }
  for (const { name, waiting } of clients)
    for (const op of waiting) if (endOf.has(op)) report('I10', `${name} still waits for ${op}, which has ended`);
}

/** Everything that is broken, by name; empty where all promises were kept. */
export function judge(evidence: Evidence): Broken[] {
  const ask = new Map(evidence.asked.map((one) => [one.command.op, one]));
  const history = replay(evidence.rows.commits, ask);
  const broken: Broken[] = [];
  const report: Report = (invariant, what) => void broken.push({ invariant, what });
  const found: Case = { ...evidence, ask, history, doubles: findDoubles(evidence) };
  inspectAcknowledged(found, report);
  inspectRows(found, report);
  inspectAsked(found, report);
  inspectSameness(found, report);
  inspectHiding(found, report);
  inspectOpening(found, report);
  inspectReplies(found, report);
  inspectEnds(found, report);
  const histories = [...evidence.lostHistories.map(({ commits }) => replay(commits, ask)), history];
  for (const client of evidence.clients as readonly Client[])
    for (const what of inspectOrder(client, histories)) report('I6 order', what);
  return broken;
}
