// Where a text went that was refused: whoever was at its row goes on where it is given back.
import type { LitElement } from 'lit';
import type { State } from '../store/state.ts';
import { loadWriting } from './load-writing.ts';

/** True where the post of this id was refused, and its text comes back. */
export function isRefused({ outbox }: State, id: string): boolean {
  return outbox.some(({ command, state }) => state === 'refused' && command.type === 'create' && command.op === id);
}

/** Puts the focus on the text of this command, as soon as it is given back below an element. */
export async function followText(list: LitElement, op: string): Promise<void> {
  await Promise.all([list.updateComplete, loadWriting()]);
  const loose = list.querySelector('peer-discussion-loose');
  await loose?.updateComplete;
  const all = [...list.querySelectorAll('peer-discussion-returned')];
  all.find(({ pending }) => pending.command.op === op)?.focus();
}
