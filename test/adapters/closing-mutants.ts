// Adapters that break the promise about gates of closed prompts. More of adapter-mutants.ts.
import { create } from '../../src/adapters/rules/scene.ts';
import { asDiscussionError, DiscussionError, isPromptClosed } from '../../src/model/errors.ts';
import type { Changes } from '../../src/model/post.ts';
import { isPost } from '../../src/model/view.ts';
import type { Mutant } from './adapter-mutants.ts';
import { alter, alterRoom } from './learning-mutants.ts';

/** Every fault about closing. */
export const closingMutants: readonly Mutant[] = [
  {
    breaks: 'A100',
    fault: 'asks for an answer anew where a closed prompt is opened again',
    hooks: () =>
      alterRoom((room) => ({
        ...room,
        ...(room.prompts && {
          prompts: room.prompts.map((prompt) => ({
            ...prompt,
            stages: prompt.stages.map((stage) => ({
              ...stage,
              ...(prompt.version === 3 && { gate: { type: 'post-first', words: 10, kind: null } as const }),
            })),
          })),
        }),
      })),
  },
  {
    breaks: 'A100',
    fault: 'keeps behind the gate of a closed prompt what stood there',
    hooks: () => {
      const closed = new Map<string, ReadonlySet<string>>();
      return alter((changes, { discussion, who }) => {
        const shut = changes.room?.prompts?.filter(({ id, state }) => id === 'p' && state === 'closed');
        if (shut !== undefined) closed.set(discussion, new Set(shut.map(({ id }) => id)));
        if (who?.name !== 'Ada') return changes;
        const isKept = (post: Changes['posts'][number]): boolean =>
          isPost(post) && closed.get(discussion)?.has(post.prompt?.id ?? '') === true && post.author.name === 'Bo';
        return { ...changes, posts: changes.posts.filter((post) => !isKept(post)) };
      });
    },
  },
  {
    breaks: 'A101',
    fault: 'says that one may not, and not that the prompt is closed',
    hooks: () => ({
      submit: (command, next) =>
        next(command).catch((thrown: unknown) => {
          const { code, message } = asDiscussionError(thrown);
          throw code === 'forbidden' ? new DiscussionError(code, message) : thrown;
        }),
    }),
  },
  {
    breaks: 'A101',
    fault: 'takes what comes too late for a prompt as a post beside it',
    hooks: () => ({
      submit: (command, next) =>
        next(command).catch((thrown: unknown) => {
          if (command?.type !== 'create' || !isPromptClosed(asDiscussionError(thrown))) throw thrown;
          return next({ ...create(command.body), op: command.op });
        }),
    }),
  },
];
