// What a facilitator's command makes of the discussion's own record. Who may is in allow.ts.
import type { Act, Command, Person, RoomCommand, StoredDiscussion, StoredPost } from './post.ts';
import { stageAt, succeeding, type ArrangedPrompt } from './prompt.ts';

/** What the authority adds to a command: never taken from one. */
export interface Moment {
  readonly author: Person;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** The post that the command is about, where it is about one. */
  readonly post: StoredPost | undefined;
  /** Gates that posts stand behind; only with `arrange`. */
  readonly inUse?: ReadonlySet<string>;
}

/** The record after the command. Pure; expects a command that `allow()` let pass. */
export function arrange(
  record: StoredDiscussion,
  command: RoomCommand,
  { author, at, post, inUse = new Set() }: Moment,
): StoredDiscussion {
  const prompts = record.prompts ?? [];
  const by = { id: author.id, name: author.name };
  const withAct = (next: StoredDiscussion, set: string, note = ''): StoredDiscussion => {
    const act: Act = { type: command.type, by, at, set, note };
    return { ...next, acts: [...(record.acts ?? []), act] };
  };
  const promptId = command.type === 'arrange' ? command.prompt.id : command.promptId;
  const before = prompts.find(({ id }) => id === promptId);
  const replace = (prompt: ArrangedPrompt): readonly ArrangedPrompt[] =>
    before === undefined ? [...prompts, prompt] : prompts.map((one) => (one === before ? prompt : one));

  switch (command.type) {
    case 'arrange': {
      const { version = 0, attestations = [] } = before ?? {};
      const rules =
        before === undefined
          ? []
          : [...before.rules, { version: before.version, since: before.since, credit: before.credit }];
      const asked = succeeding(command.prompt, before, inUse);
      const prompt = { ...asked, version: version + 1, since: at, rules, attestations };
      return withAct({ ...record, prompts: replace(prompt) }, `${promptId} ${version + 1}`);
    }
    case 'attest': {
      if (before === undefined) throw new TypeError('attest needs a prompt');
      const { personId, note } = command;
      const others = before.attestations.filter((one) => one.personId !== personId);
      const attestations = command.isAttested ? [...others, { personId, by, at, note }] : others;
      return withAct({ ...record, prompts: replace({ ...before, attestations }) }, `${promptId} ${personId}`, note);
    }
    case 'transfer': {
      if (post === undefined) throw new TypeError('transfer needs a post');
      if (before === undefined || post.prompt === undefined) throw new TypeError('transfer needs prompts');
      const { stages, version } = before;
      const { stage } = post.prompt;
      // A stage that the other prompt does not have is where that prompt stands now: it has a gate of its own.
      const there = stages.some(({ name }) => name === stage)
        ? stage
        : (stageAt(before, Date.parse(at))?.name ?? stage);
      const moved = { ...record.moved, [post.id]: { id: promptId, version, stage: there } };
      return withAct({ ...record, moved, epoch: (record.epoch ?? 0) + 1 }, `${post.id} ${promptId}`);
    }
  }
}

/** True for a command about the discussion's own record. */
export function isRoomCommand(command: Command): command is RoomCommand {
  return command.type === 'arrange' || command.type === 'attest' || command.type === 'transfer';
}
