// What the rules about learning do on a scene: prompts with gates, and the commands of facilitators, experts and askers.
import { demand, inWords } from '../../model/demand.ts';
import { newOp } from '../../model/op.ts';
import type { CreditRule } from '../../model/credit.ts';
import type {
  ArrangeCommand,
  ClassifyCommand,
  CreateCommand,
  EndorseCommand,
  HelpCommand,
  InviteCommand,
  Standing,
  TransferCommand,
} from '../../model/post.ts';
import type { Gate, Prompt } from '../../model/prompt.ts';
import type { Somebody } from './bench.ts';
import { carryOut, create } from './scene.ts';
import type { Witness } from './witness.ts';

/** Somebody who may endorse. */
export const eve: Somebody = { name: 'Eve', role: 'expert' };

/** A gate that opens for whoever has answered in ten words. */
export const afterTen: Gate = { type: 'post-first', words: 10, kind: null };
/** Words enough for it. */
export const tenWords = 'On our ward nurses count every dose aloud before handing over.';

/** A prompt as a facilitator writes it; one stage `open` behind this gate. */
export const promptOf = (id: string, gate: Gate, more: Partial<Prompt> = {}): Prompt => ({
  ...{ id, version: 0, title: `Title of ${id}`, text: 'What do you do?', state: 'open', kinds: [] },
  stages: [{ name: 'open', instruction: '', gate, from: null }],
  ...{ timeZone: 'Europe/Zurich', mixer: null, credit: null, summary: null },
  ...more,
});

/** A rule for credit that asks for an answer of ten words and an answer to one colleague. */
export const smallRule: CreditRule = {
  ...{ answerWords: 10, colleagues: 1, replyWords: 5, readPercent: 0 },
  ...{ comesBack: false, applyWords: 0, isAttested: true },
};

/** A command that arranges a prompt. */
export const arrange = (prompt: Prompt): ArrangeCommand => ({ type: 'arrange', op: newOp(), prompt });
/** A command that writes a first post to a prompt. */
export const answer = (promptId: string, body: string): CreateCommand => ({ ...create(body), promptId });
/** A command that says what a post is. */
export const classify = (id: string, as: ClassifyCommand['as']): ClassifyCommand => ({
  ...{ type: 'classify', op: newOp(), id, as },
});
/** A command that endorses a post, or takes that back. */
export const endorse = (id: string, isEndorsed = true, note = 'I do the same.'): EndorseCommand => ({
  ...{ type: 'endorse', op: newOp(), id, isEndorsed, reason: null, note },
});
/** A command that says that a reply helped, or did not. */
export const help = (id: string, hasHelped = true): HelpCommand => ({ type: 'help', op: newOp(), id, hasHelped });
/** A command that asks a colleague to look at a post. */
export const invite = (id: string, personId: string): InviteCommand => ({
  type: 'invite',
  op: newOp(),
  id,
  personId,
  isInvited: true,
});
/** A command that moves a thread to another prompt. */
export const transfer = (id: string, promptId: string): TransferCommand => ({
  ...{ type: 'transfer', op: newOp(), id, promptId },
});

/** Sends a command that creates; its id. */
export async function writeAs(writer: Witness, command: CreateCommand): Promise<string> {
  return (await carryOut(writer, command)).op;
}

/** Waits until this person's view is that of these gates: all of them closed, and no other of that prompt. */
export async function reachPrompt(witness: Witness, promptId: string, version = 1): Promise<void> {
  const isThere = ({ id, version: found }: Prompt): boolean => id === promptId && found >= version;
  await witness.reach(
    `version ${version} of the prompt ${promptId}`,
    ({ room }) => room?.prompts?.some(isThere) === true,
  );
}

/** Where this person stands with a prompt, as they heard last. */
export function standingOf({ mines }: Witness, promptId: string): Standing | undefined {
  return mines.at(-1)?.prompts?.find((one) => one.promptId === promptId);
}

/** Demands that nothing that reached this person holds any of these texts. */
export function demandNothingOf(witness: Witness, texts: readonly string[]): void {
  const record = witness.record();
  for (const text of texts)
    demand(
      !record.includes(text),
      `nothing of ${inWords(text)} to reach ${witness.me?.name ?? 'nobody'}, found ${record}`,
    );
}
