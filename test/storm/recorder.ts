// Writes down what happens at one client: what was asked of its store, how that ended, and all that it showed.
import type { Adapter } from '../../src/adapters/adapter.ts';
import { subjectOf } from '../../src/model/allow.ts';
import type { ErrorCode } from '../../src/model/errors.ts';
import type { Command, Mine, Person, PostCommand, RemoveCommand, RoomCommand } from '../../src/model/post.ts';
import type { State } from '../../src/store/state.ts';
import type { Store } from '../../src/store/store.ts';
import type { Asked, Ended, Shown } from './evidence.ts';
import { spoilAdapter } from '../support/spoil-adapter.ts';

/** What is written down, in the order in which it happened. */
export interface Record {
  readonly asked: Asked[];
  readonly ended: Ended[];
}

/** A clock to write times by. */
type Now = () => number;

/** Notes the acknowledgements that come through an adapter. */
export function noteAnswers(adapter: Adapter, { ended }: Record, now: Now): Adapter {
  return spoilAdapter(adapter, null, {
    async submit(command, next) {
      const changes = await next(command);
      const head = changes.from === changes.to ? null : (changes.to.split('|')[0] ?? null);
      if (isJudged(command)) ended.push({ op: command.op, at: now(), refusal: null, head });
      return changes;
    },
  });
}

/** What one reads is judged by what is read in the end, and nobody waits four hours in a storm to be offered a post. */
function isJudged(command: Command): command is PostCommand | RoomCommand {
  return command.type !== 'read' && command.type !== 'offer';
}

/** What a person is told of where they stand, in lines to compare. */
export function toldOf({ prompts = [] }: Pick<Mine, 'prompts'>): string[] {
  return [
    ...prompts.flatMap(({ promptId, closed }) => closed.map((stage) => `closed ${promptId}/${stage}`)),
    ...prompts
      .filter(({ credit }) => credit?.clamps.some(({ clamp, metAt }) => clamp === 'attested' && metAt !== null))
      .map(({ promptId }) => `attested ${promptId}`),
  ];
}

/** Notes the command that was just given to a store, under the name that the store gave it. */
export function noteAsked({ state }: Store, op: string, { asked }: Record, now: Now): void {
  const entry = state.outbox.find(({ command }) => command.op === op);
  if (entry === undefined || state.me === null || !isJudged(entry.command))
    throw new Error(`the store does not know of ${op}`);
  asked.push({ command: entry.command, by: state.me as Person, at: now() });
}

/** Notes what a store shows, and what it was refused; returns what ends it. */
export function noteShown(store: Store, shown: Shown[], { ended }: Record, now: Now): () => void {
  const refused = new Set<string>();
  let removals: readonly RemoveCommand[] = [];
  const refuse = (op: string, refusal: ErrorCode): void => {
    refused.add(op);
    ended.push({ op, at: now(), refusal, head: null });
  };
  let last: State['outbox'] = [];
  let laidOver: ReadonlySet<string> = new Set();
  const noteOutbox = (outbox: State['outbox']): void => {
    last = outbox;
    const open = outbox.filter(({ state }) => state !== 'refused');
    laidOver = new Set(
      open.map(({ command }) => (command.type === 'create' ? command.op : (subjectOf(command) ?? ''))),
    );
    for (const { command, state, error } of outbox)
      if (state === 'refused' && !refused.has(command.op)) refuse(command.op, error?.code ?? 'internal');
    // The removal of a post that was refused is moot: it leaves with it.
    for (const { op, id } of removals)
      if (refused.has(id) && !outbox.some(({ command }) => command.op === op)) refuse(op, 'not-found');
    removals = open.flatMap(({ command }) => (command.type === 'remove' ? [command] : []));
  };
  return store.subscribe(({ me, discussion, posts, outbox }) => {
    if (outbox !== last) noteOutbox(outbox);
    const screen = { at: now(), me, discussion, posts, laidOver };
    const before = shown.at(-1);
    if (before !== undefined && isSameScreen(before, screen)) return;
    shown.push(screen);
  });
}

/** Whether two screens differ at most in what one's own waiting commands make of posts. */
function isSameScreen(one: Shown, other: Shown): boolean {
  if (one.me !== other.me || one.discussion !== other.discussion || one.posts.size !== other.posts.size) return false;
  if (one.laidOver.size !== other.laidOver.size) return false;
  for (const id of other.laidOver) if (!one.laidOver.has(id)) return false;
  if (one.posts === other.posts) return true;
  for (const [id, entry] of other.posts)
    if (one.posts.get(id) !== entry && !(other.laidOver.has(id) && one.posts.has(id))) return false;
  return true;
}
