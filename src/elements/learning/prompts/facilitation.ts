// What a facilitator does with a prompt at once: open a gate by hand, go on to the next stage. Templates; what is changed
// otherwise is the editor's.
import { html, nothing, type TemplateResult } from 'lit';
import { stageAt, type Prompt } from '../../../model/prompt.ts';
import { ask } from '../../request.ts';
import type { PromptWords } from './prompt-words.ts';

function withStage(prompt: Prompt, place: number, change: Partial<Prompt['stages'][number]>): Prompt {
  const stages = prompt.stages.map((stage, at) => (at === place ? { ...stage, ...change } : stage));
  return { ...prompt, stages };
}

/** The buttons of a facilitator for one prompt. */
export function facilitation(prompt: Prompt, words: PromptWords, onChange: () => void): TemplateResult {
  const now = Date.now();
  const current = stageAt(prompt, now);
  const place = prompt.stages.findIndex((stage) => stage === current);
  const next = prompt.stages[place + 1];
  const isRunning = prompt.state === 'open';
  const button = (label: string, onClick: (element: HTMLElement) => void): TemplateResult =>
    html`<button
      type="button"
      class="plain"
      aria-label="${label}: ${prompt.title}"
      @click=${({ currentTarget }: Event) => onClick(currentTarget as HTMLElement)}
    >
      ${label}
    </button>`;
  const arrange = (element: HTMLElement, changed: Prompt): void =>
    void ask(element, { type: 'submit', request: { type: 'arrange', prompt: changed }, instead: null });
  const isShut = current?.gate.type === 'manual' && !current.gate.isOpen;
  return html`${
    isRunning && isShut
      ? button(words.promptOpenGate, (element) =>
          arrange(element, withStage(prompt, place, { gate: { type: 'manual', isOpen: true } })),
        )
      : nothing
  }
  ${
    isRunning && next !== undefined
      ? button(words.promptNext(words.stages[next.name]), (element) =>
          arrange(element, withStage(prompt, place + 1, { from: new Date().toISOString() })),
        )
      : nothing
  }
  ${button(words.promptChange, onChange)}`;
}
