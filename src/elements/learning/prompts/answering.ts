// Which prompt a first post answers: the first open one unless its writer says otherwise, beside the field or by the
// button of a prompt.
import { html, nothing } from 'lit';
import { mayAnswer } from '../../../model/may.ts';
import type { State } from '../../../store/state.ts';
import { loadWriting } from '../../load-writing.ts';
import type { PeerDiscussionComposer } from '../../peer-discussion-composer.ts';
import { writerIn } from '../../row-view.ts';
import type { Choice, ChoiceHost, Shown } from '../learning.ts';
import type { PromptWords } from './prompt-words.ts';

/** Fields whose writer answers no prompt. */
const elsewhere = new WeakSet<HTMLElement>();

function choose(host: ChoiceHost, promptId: string): void {
  const { promptId: _before, kind: _kind, ...rest } = host.choice;
  if (promptId === '') elsewhere.add(host);
  else elsewhere.delete(host);
  host.choice = promptId === '' ? rest : ({ ...rest, promptId } satisfies Choice);
}

/** Leads to the field for first posts, and answers this prompt there. */
export function answerTo(element: HTMLElement, promptId: string): void {
  const root = element.getRootNode() as ShadowRoot;
  const composer = root.querySelector<PeerDiscussionComposer>('.main');
  if (composer === null) return;
  void loadWriting().then(async () => {
    choose(composer, promptId);
    composer.scrollIntoView({ block: 'nearest' });
    await composer.updateComplete;
    composer.focus();
  });
}

/** Which prompt is answered, beside the field for first posts; nothing where none is open. */
export function answering(host: ChoiceHost, state: State | null, words: PromptWords): Shown {
  if (host.answered !== null || state === null || state.discussion === null || state.can.gates !== true) return nothing;
  const { discussion } = state;
  const writer = writerIn(state);
  const open = (discussion.prompts ?? []).filter(
    ({ id, state: stands }) => stands === 'open' && mayAnswer(writer, id, discussion),
  );
  const [first] = open;
  if (first === undefined) return nothing;
  const { promptId } = host.choice;
  const chosen = open.find(({ id }) => id === promptId);
  // Set once this rendering is done: it asks for another one.
  if (chosen === undefined && !elsewhere.has(host)) queueMicrotask(() => choose(host, first.id));
  const onChange = ({ target }: Event): void => choose(host, (target as HTMLSelectElement).value);
  return html`<label class="answering"
    ><span>${words.answersLabel}</span>
    <select @change=${onChange}>
      ${open.map(({ id, title }) => html`<option value=${id} .selected=${id === promptId}>${title}</option>`)}
      <option value="" .selected=${chosen === undefined && elsewhere.has(host)}>${words.answersNothing}</option>
    </select></label
  >`;
}
