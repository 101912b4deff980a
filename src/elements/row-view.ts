// What one row shows, worked out once for all rows. Pure, and the same object as before where nothing changed: by that
// a row knows that it need not render.
import { mayChange, mayModerate, mayReply, subjectOf } from '../model/may.ts';
import type { Marker, Person, Post } from '../model/post.ts';
import { isPost } from '../model/view.ts';
import type { Pending, State } from '../store/state.ts';
import type { ReadingView } from './reading-view.ts';
import { unreadTest } from './unread.ts';
import { visibleRows, type VisibleRow } from './visible-rows.ts';

/** How far one's own last command about a post has come. */
export type Progress = 'sending' | 'offline' | 'slow' | 'troubled';

/** Failed tries after which the reader is told that the server has trouble. */
const triesBeforeWords = 5;

/** Everything one row shows. */
export interface RowView {
  readonly entry: Post | Marker;
  readonly depth: number;
  /** Posts below it. */
  readonly replies: number;
  readonly isFolded: boolean;
  /** True where its replies lie too deep to be shown below it. */
  readonly isCut: boolean;
  /** The name of the author it answers; null for the first of a thread, or where that is not known. */
  readonly answers: string | null;
  readonly isOwn: boolean;
  /** Who began its thread; null where that is not known. */
  readonly askerId: string | null;
  /** Null where nothing is on its way. */
  readonly progress: Progress | null;
  /** True until the authority knows of this post at all. */
  readonly isCreating: boolean;
  /** One's own refused commands about this post, and refused answers to it. */
  readonly refused: readonly Pending[];
  readonly mayReply: boolean;
  readonly mayChange: boolean;
  readonly mayModerate: boolean;
  /** True where it waited behind "new" until a moment ago. */
  readonly isNew: boolean;
  readonly isUnread: boolean;
  /** True where somebody was led to it. */
  readonly isMarked: boolean;
  /** True where the last visit ended before it. */
  readonly isSince: boolean;
}

/** All rows, and what was refused but has no row to stand in. */
export interface ListView {
  readonly rows: readonly RowView[];
  /** The same rows by the ids of their entries. */
  readonly byId: ReadonlyMap<string, RowView>;
  /** What all rows were worked out from, besides what is their own. */
  readonly basis: readonly unknown[];
  readonly loose: readonly Pending[];
}

/** True where this person may write as soon as they have said who they are. */
export function mayEnter({ me, can, discussion }: State): boolean {
  return me === null && can.guests === true && discussion !== null && discussion.guestPosts !== 'none';
}

/** A guest who has not said yet who they are. */
const newcomer: Person = { id: '', name: '', role: 'guest' };

/** Who would write here: this person, or the guest that a reader may become; null where a reader must sign in first. */
export function writerIn(state: State): Person | null {
  return mayEnter(state) ? newcomer : state.me;
}

function progressOf({ state, error, tries }: Pending, connection: State['connection']): Progress {
  if (error?.code === 'rate-limited') return 'slow';
  if (tries >= triesBeforeWords && error?.code === 'internal') return 'troubled';
  return state === 'sending' || connection === 'online' ? 'sending' : 'offline';
}

/** The post a refused command is shown with: its own, or for an answer the one it answers. */
function placeOf({ command }: Pending): string | null {
  return subjectOf(command);
}

const none: readonly Pending[] = [];

function isSame(a: RowView, b: RowView): boolean {
  let key: keyof RowView;
  for (key in a) if (key !== 'refused' && a[key] !== b[key]) return false;
  return a.refused.length === b.refused.length && a.refused.every((pending, place) => pending === b.refused[place]);
}

/** True where what is a row's own is as it was: then, on the same basis, its view is too. */
function isOwnSame(old: RowView, { row, depth, isFolded, isCut }: VisibleRow, answers: string | null): boolean {
  const isPlaceSame = old.depth === depth && old.isFolded === isFolded && old.isCut === isCut;
  return isPlaceSame && old.entry === row.entry && old.replies === row.replies && old.answers === answers;
}

/** The rows of a discussion as they are now, with the objects of `before` where nothing changed. */
export function listView(state: State, reading: ReadingView, before: ListView | null): ListView {
  const { me, can, discussion, connection, outbox, read, isReadKnown } = state;
  const { fresh, marked, since } = reading;
  const basis = [me, can, discussion, connection, outbox, read, isReadKnown, fresh, marked, since];
  const isBasisSame = before !== null && basis.every((one, at) => one === before.basis[at]);
  const isUnread = unreadTest(state);
  const open = connection !== 'closed';
  const writer = writerIn(state);
  const onTheWay = new Map<string, Pending>();
  const creating = new Set<string>();
  const refused = new Map<string, Pending[]>();
  for (const pending of outbox) {
    const { command } = pending;
    if (pending.state !== 'refused') {
      onTheWay.set(command.type === 'create' ? command.op : (subjectOf(command) ?? ''), pending);
      if (command.type === 'create') creating.add(command.op);
    } else {
      const place = placeOf(pending) ?? '';
      refused.set(place, [...(refused.get(place) ?? []), pending]);
    }
  }

  let askerId: string | null = null;
  const viewOf = (visible: VisibleRow): RowView => {
    const { row, depth, isFolded, isCut } = visible;
    const { entry, parent, replies } = row;
    const post = isPost(entry) ? entry : null;
    if (entry.parentId === null) askerId = post?.author.id ?? null;
    const answers = parent !== null && isPost(parent) ? parent.author.name : null;
    const old = before?.byId.get(entry.id);
    if (isBasisSame && old !== undefined && old.askerId === askerId && isOwnSame(old, visible, answers)) return old;
    const pending = onTheWay.get(entry.id);
    const canWrite = open && post !== null && discussion !== null;
    const isOwn = post !== null && me !== null && post.author.id === me.id;
    const view: RowView = {
      entry,
      depth,
      replies,
      isFolded,
      isCut,
      answers,
      isOwn,
      askerId,
      progress: pending === undefined ? null : progressOf(pending, connection),
      isCreating: creating.has(entry.id),
      refused: refused.get(entry.id) ?? none,
      mayReply: canWrite && mayReply(writer, post, discussion),
      mayChange: canWrite && can.edit === true && mayChange(me, post),
      mayModerate: canWrite && can.moderate === true && mayModerate(me) && !isOwn,
      isNew: fresh.has(entry.id),
      isUnread: isUnread(entry),
      isMarked: marked === entry.id,
      isSince: since === entry.id,
    };
    return old !== undefined && isSame(view, old) ? old : view;
  };

  const rows = visibleRows(reading.rows, reading).map(viewOf);
  const byId = new Map<string, RowView>();
  for (const view of rows) {
    const { entry } = view;
    byId.set(entry.id, view);
    if (isPost(entry) || reading.writing.has(entry.id)) refused.delete(entry.id);
  }
  return { rows, byId, basis, loose: [...refused.values()].flat() };
}
