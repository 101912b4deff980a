// What every rule is made of: a bench, people on it in one discussion, and the few things they do there.
import { demand, inWords } from '../../model/demand.ts';
import { newOp } from '../../model/op.ts';
import type {
  Command,
  CreateCommand,
  EditCommand,
  ModerateCommand,
  ReadCommand,
  RemoveCommand,
} from '../../model/post.ts';
import type { Adapter } from '../adapter.ts';
import type { AdapterRule, Bench, Need, Somebody } from './bench.ts';
import { watch, type Witness } from './witness.ts';

const defaultPatienceMs = 2_000;

/** People of the rules. */
export const ada: Somebody = { name: 'Ada', role: 'member' };
/** Another member. */
export const bo: Somebody = { name: 'Bo', role: 'member' };
/** A guest. */
export const gil: Somebody = { name: 'Gil', role: 'guest' };
/** A facilitator. */
export const fay: Somebody = { name: 'Fay', role: 'facilitator' };

/** A bench with people on it. */
export interface Scene {
  readonly bench: Bench;
  /** Milliseconds to wait for what must happen. */
  readonly patienceMs: number;
  /** The discussion this scene plays in; no other rule uses it. */
  readonly discussion: string;
  /** Opens a session without waiting for anything. */
  open(adapter: Adapter, discussion?: string): Witness;
  /** Somebody new who came online and holds all there is. */
  join(who: Somebody | null, discussion?: string): Promise<Witness>;
  /** Another session of the same person, in the same state. */
  again(witness: Witness, discussion?: string): Promise<Witness>;
}

function createScene(bench: Bench): Scene & { end(): Promise<void> } {
  const opened: Witness[] = [];
  const discussion = `rules/${newOp()}`;
  const { patienceMs = defaultPatienceMs } = bench;
  const scene = {
    bench,
    patienceMs,
    discussion,
    open(adapter: Adapter, where = discussion) {
      const witness = watch(adapter, where, patienceMs);
      opened.push(witness);
      return witness;
    },
    join: async (who: Somebody | null, where = discussion) => settle(scene.open(await bench.connect(who), where)),
    again: (witness: Witness, where = discussion) => settle(scene.open(witness.adapter, where)),
    async end() {
      for (const { session } of opened) session.close();
      await bench.close();
    },
  };
  const settle = async (witness: Witness): Promise<Witness> => {
    await comeOnline(witness);
    await witness.snapshot();
    return witness;
  };
  return scene;
}

/** Makes a rule: its check plays in a new scene, which is ended whatever happens. */
export function adapterRule(
  id: string,
  rule: string,
  needs: readonly Need[],
  play: (scene: Scene) => Promise<void>,
): AdapterRule {
  return {
    id,
    rule,
    needs,
    async check(make) {
      const scene = createScene(await make());
      try {
        await play(scene);
      } finally {
        await scene.end();
      }
    },
  };
}

/** Waits until the session is online, whatever it was before. */
export async function comeOnline({ statuses, until }: Witness): Promise<void> {
  await until('to come online', () => statuses.at(-1)?.state === 'online' || statuses.at(-1)?.state === 'closed');
  const last = statuses.at(-1);
  demand(last?.state === 'online', `to come online, found ${inWords(last)}`);
}

/** Lets everything that is due happen first. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** A command that writes a post. */
export const create = (body: string, parentId: string | null = null): CreateCommand => ({
  type: 'create',
  op: newOp(),
  parentId,
  body,
});

/** A command that sets the body of a post. */
export const edit = (id: string, body: string, revision = 1): EditCommand => ({
  type: 'edit',
  op: newOp(),
  id,
  body,
  revision,
});

/** A command that takes a post back. */
export const remove = (id: string): RemoveCommand => ({ type: 'remove', op: newOp(), id });

/** A command that shows a post to all. */
export const show = (id: string): ModerateCommand => ({
  type: 'moderate',
  op: newOp(),
  id,
  state: 'shown',
  reason: '',
});

/** A command that hides a post. */
export const hide = (id: string, reason: string): ModerateCommand => ({
  type: 'moderate',
  op: newOp(),
  id,
  state: 'hidden',
  reason,
});

/** A command that marks posts as read. */
export const read = (...ids: string[]): ReadCommand => ({ type: 'read', op: newOp(), ids });

/** Writes a post; its id. */
export async function write(writer: Witness, body: string, parentId: string | null = null): Promise<string> {
  return (await carryOut(writer, create(body, parentId))).op;
}

/** Sends a command that must be accepted; the command. */
export async function carryOut<C extends Command>(writer: Witness, command: C): Promise<C> {
  await writer.submit(command);
  return command;
}

/** Writes something everybody may see and waits until these hold it: whatever came before has reached them too. */
export async function fence(writer: Witness, ...watchers: Witness[]): Promise<void> {
  const id = await write(writer, 'A fence: what came before it has arrived.');
  for (const watcher of watchers) await watcher.reach('the last post to arrive', ({ posts }) => posts.has(id));
  await turn();
}
