// Judges what a storm left behind against the invariants of the whole product. Knows nothing of how the storm was made.
import { inspectOrder } from './check-order.ts';
import type { Asked, Client, CommitRow, Evidence, PostRow, Shown } from './evidence.ts';
import { mayRead, openSince, printOf, replay, sightOf, type History, type Version } from './history-model.ts';

/** What must hold after every storm. */
export const invariants = {
  I1: 'what was acknowledged is stored after a cold restart, and the last acknowledged word stands',
  I2: 'one row for one post, one result for one operation, no text twice',
  I3: 'the history is one chain without gaps or repeats, and the order of posts only grows',
  I4: 'nothing is stored that nobody asked for; author and parent are as asked',
  I5: 'what was refused for good had no effect',
  'I6 order': 'what a client shows was true at some point of the history, and that point never moves back',
  'I6 same': 'after the quiet everybody shows what a fresh look shows',
  I7: 'a removed post holds no text',
  I8: 'nobody who may not sees a hidden or removed text later than 2 s after that was acknowledged',
  I9: 'no reply without the post it answers, nor before it',
  I10: 'every operation ended, at the latest 60 s after the last trouble',
} as const;

/** Names an invariant. */
export type Invariant = keyof typeof invariants;

/** A promise that was not kept. */
export interface Broken {
  readonly invariant: Invariant;
  /** What was found, in words. */
  readonly what: string;
}

const patienceMs = 2_000;
const endWithinMs = 60_000;

/** The post that a command is about; of a new one it is the op. */
function subjectOf(command: Asked['command']): string | null {
  if (command.type === 'arrange') return null;
  return command.type === 'create' ? command.op : command.id;
}

type Report = (invariant: Invariant, what: string) => void;

const seen = <T>(): ((value: T) => boolean) => {
  const all = new Set<T>();
  return (value) => all.size === all.add(value).size;
};

/** The case as it is argued: the evidence, and what follows from it alone. */
interface Case extends Evidence {
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
  for (const { op, at, refusal, head } of ended) {
    if (refusal !== null) continue;
    const isUndone = lostHistories.some((lost) => lost.at >= at && lost.commits.some((commit) => commit.op === op));
    if (!stored.has(op) && !isUndone) report('I1', `${op} was acknowledged and is not stored`);
    const all = [rows.commits, ...lostHistories.map(({ commits }) => commits)].flat();
    const heads = all.filter((commit) => commit.op === op).map((commit) => commit.head);
    if (head !== null && heads.length > 0 && !heads.includes(head))
      report('I1', `${op} was acknowledged at the head ${head}, and stands at ${heads.join(', ')}`);
  }
  const rowOf = new Map(rows.posts.map((row) => [row.id, row]));
  for (const [id, versions] of history) {
    const row = rowOf.get(id);
    const last = versions.at(-1);
    if (last === undefined) continue;
    if (row === undefined) report('I1', `the post ${id} is not stored`);
    else if (row.state === 'removed' && last.state === 'removed')
      continue; // what it may hold then: I7
    else if (row.body !== last.body || row.revision !== last.revision || row.state !== last.state)
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
function inspectAsked({ ask, ended, rows, doubles }: Case, report: Report): void {
  for (const { op, by, postId } of rows.commits) {
    if (postId !== null && doubles.has(postId)) continue;
    const asked = ask.get(op);
    if (asked === undefined) report('I4', `nobody asked for the operation ${op}`);
    else if (asked.by.id !== by) report('I4', `${op} was asked for by ${asked.by.id}, and is stored as of ${by}`);
    else if (postId !== subjectOf(asked.command)) report('I4', `${op} changed ${postId}, which it was not about`);
  }
  for (const { id, authorId, parentId, state, body } of rows.posts) {
    if (doubles.has(id)) continue;
    const asked = ask.get(id);
    if (asked === undefined || asked.command.type !== 'create') report('I4', `nobody asked for the post ${id}`);
    else if (asked.by.id !== authorId) report('I4', `${id} of ${asked.by.id} is stored as of ${authorId}`);
    else if (asked.command.parentId !== parentId)
      report('I4', `${id} answers ${asked.command.parentId}, and is stored under ${parentId}`);
    if (state === 'removed' && body !== '') report('I7', `${id} is removed and holds ${JSON.stringify(body)}`);
  }
  const acknowledged = new Set(ended.filter(({ refusal }) => refusal === null).map(({ op }) => op));
  const done = new Set(rows.commits.map(({ op }) => op));
  for (const { op, refusal } of ended)
    if (refusal !== null && !acknowledged.has(op) && done.has(op))
      report('I5', `${op} was refused with ${refusal}, and carried out`);
}

/** I6, the second half: the fresh look against the rows, and every client against the fresh look. */
function inspectSameness({ clients, fresh, history, lostHistories, rows }: Case, report: Report): void {
  // What was read before a backup took it away may be read in one place and not in another.
  const kept = new Set(rows.commits.map(({ head }) => head));
  const cutOff = lostHistories.flatMap(({ commits }) => commits.filter(({ head }) => !kept.has(head)));
  const returned = new Set(cutOff.map(({ postId }) => postId));
  for (const { client: name, me, posts, read } of fresh) {
    const prints = new Map(posts.map((entry) => [entry.id, printOf(entry)]));
    for (const [id, versions] of history) {
      const last = versions.at(-1);
      const expected = last === undefined ? null : sightOf(last, me, openSince(history, me) !== null);
      const found = prints.get(id) ?? null;
      if (expected === found) continue;
      const isLeak =
        found !== null &&
        found.length > (expected ?? '').length &&
        (last === undefined || expected === null || !mayRead(last, me));
      report(isLeak ? 'I8' : 'I6 same', `a fresh look of ${name} shows ${found} where ${expected} is to be seen`);
    }
    const client = clients.find((one) => one.name === name);
    const held = client?.shown.at(-1);
    if (client === undefined || held === undefined) continue;
    if (held.discussion === null) report('I6 same', `${name} shows nothing yet`);
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

/** From which of its versions on this person may not read a post, and why; null where they may. */
function hiddenSince(versions: readonly Version[], me: Shown['me']): Version | null {
  const open = versions.findLastIndex((version) => mayRead(version, me));
  return open < 0 || open === versions.length - 1 ? null : (versions[open + 1] ?? null);
}

/** I8: no text on the screen of a connected client that left its view. */
function inspectHiding({ clients, ended, history }: Case, report: Report): void {
  const endOf = new Map(ended.flatMap(({ op, at, refusal }) => (refusal === null ? [[op, at] as const] : [])));
  const gone = [...history].filter(([, versions]) => versions.at(-1)?.state !== 'shown');
  for (const { name, shown, undisturbed } of clients)
    for (const [place, { posts, laidOver, me, at: shownAt }] of shown.entries())
      for (const [id, versions] of gone) {
        const entry = posts.get(id);
        if (entry === undefined || 'removed' in entry || laidOver.has(id)) continue;
        const since = hiddenSince(versions, me);
        const at = since === null ? undefined : endOf.get(since.op);
        if (at === undefined) continue;
        const until = shown[place + 1]?.at ?? Infinity;
        for (const span of undisturbed)
          if (span.until > shownAt && Math.max(at, span.from) + patienceMs < Math.min(until, span.until))
            report('I8', `${name} shows ${JSON.stringify(entry)} until ${until}, hidden by ${since?.op} at ${at}`);
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
  inspectReplies(found, report);
  inspectEnds(found, report);
  const epochs: (readonly CommitRow[])[] = [
    ...evidence.lostHistories.map(({ commits }) => commits),
    evidence.rows.commits,
  ];
  const histories = epochs.map((commits) => ({ length: commits.length, history: replay(commits, ask) }));
  for (const client of evidence.clients as readonly Client[])
    for (const what of inspectOrder(client, histories)) report('I6 order', what);
  return broken;
}
