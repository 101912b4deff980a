// Prompts of the tests, and people who ask them.
import { newOp } from '../../src/model/op.ts';
import type { Person } from '../../src/model/post.ts';
import type { Gate, Prompt } from '../../src/model/prompt.ts';
import { plainLens } from '../../src/model/view.ts';
import { mira, type Place } from './panel.ts';

/** A prompt of one stage with this gate, and what a test says of it besides. */
export function promptOf(gate: Gate, besides: Partial<Prompt> = {}): Prompt {
  return {
    id: 'case',
    version: 1,
    title: 'A case from your practice',
    text: 'Think of **one** exchange that changed how you work.',
    state: 'open',
    kinds: [],
    stages: [{ name: 'open', instruction: '', gate, from: null }],
    timeZone: 'Europe/Berlin',
    mixer: null,
    credit: null,
    summary: null,
    ...besides,
  };
}

/** A facilitator asks a prompt, from elsewhere. */
export async function arrange({ backend, discussion }: Place, prompt: Prompt, by: Person = mira): Promise<void> {
  await backend.room(discussion).submit(plainLens(by), { type: 'arrange', op: newOp(), prompt });
}

/** Somebody answers a prompt, from elsewhere; gives the post's id. */
export async function answer({ backend, discussion }: Place, who: Person, body: string, promptId = 'case') {
  const op = newOp();
  await backend.room(discussion).submit(plainLens(who), { type: 'create', op, parentId: null, body, promptId });
  return op;
}
