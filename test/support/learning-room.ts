// A room with prompts over memory and a clock that is turned by hand, for tests of what learning asks of it.
import { newOp } from '../../src/model/op.ts';
import type { Command, CreateCommand, Person, Post, Role, Standing } from '../../src/model/post.ts';
import type { Gate, Prompt } from '../../src/model/prompt.ts';
import { isPost } from '../../src/model/view.ts';
import { createMemoryStorage } from '../../src/room/memory-storage.ts';
import { createRoom, type Room } from '../../src/room/room.ts';
import type { Storage } from '../../src/room/storage.ts';

/** When the clock of such a room begins. */
export const beginning = Date.parse('2026-03-02T08:00:00.000Z');

/** A command without its op. */
type Asked = Command extends infer One ? (One extends Command ? Omit<One, 'op'> : never) : never;

/** A room, its clock, and short words for what is done there. */
export interface LearningRoom {
  readonly room: Room;
  readonly storage: Storage;
  readonly now: () => number;
  /** Turns the clock on. */
  wait(minutes: number): void;
  /** Does something as somebody; the op. A minute goes by before. */
  act(person: Person | null, command: Asked): Promise<string>;
  /** How it is refused; null where it is not. */
  refusal(person: Person | null, command: Asked): Promise<string | null>;
  write(person: Person, body: string, where?: Partial<CreateCommand>): Promise<string>;
  /** What somebody sees afresh. */
  sees(person: Person | null): Promise<ReadonlyMap<string, Post>>;
  standing(person: Person, promptId?: string): Promise<Standing | undefined>;
  /** Another room over the same storage, which has seen nothing yet. */
  cold(): Room;
}

/** Somebody of this role. */
export const personOf = (name: string, role: Role = 'member'): Person => ({ id: `id-${name}`, name, role });

/** A prompt `p` with one stage `open` behind this gate. */
export const promptWith = (gate: Gate, more: Partial<Prompt> = {}): Prompt => ({
  ...{
    id: 'p',
    version: 0,
    title: 'Night handover',
    state: 'open',
    kinds: [],
    mixer: null,
    credit: null,
    summary: null,
  },
  text: 'How does your ward hand over patients at night, what gets lost, and what would you change about it?',
  stages: [{ name: 'open', instruction: '', gate, from: null }],
  timeZone: 'Europe/Zurich',
  ...more,
});

/** Opens such a room. */
export function openLearningRoom(): LearningRoom {
  const storage = createMemoryStorage();
  let at = beginning;
  const now = (): number => at;
  const open = (): Room => createRoom({ key: 'r', discussion: 'r', guestPosts: 'held', storage, now });
  const room = open();
  const act = async (person: Person | null, command: Asked): Promise<string> => {
    at += 60_000;
    const op = newOp();
    await room.submit(await room.lens(person), { op, ...command });
    return op;
  };
  return {
    ...{ room, storage, now, act, cold: open },
    wait: (minutes) => void (at += minutes * 60_000),
    refusal: (person, command) =>
      act(person, command).then(
        () => null,
        (thrown: unknown) => String((thrown as { code?: unknown }).code),
      ),
    write: (person, body, where = {}) => act(person, { type: 'create', parentId: null, body, ...where }),
    async sees(person) {
      const { posts } = await room.sync(await room.lens(person), null);
      return new Map(posts.filter(isPost).map((post) => [post.id, post]));
    },
    standing: async (person, promptId = 'p') =>
      (await room.mine(person)).prompts?.find((one) => one.promptId === promptId),
  };
}
