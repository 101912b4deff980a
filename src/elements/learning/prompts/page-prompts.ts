// Prompts that stand in the page's own HTML: `<section slot="prompt" data-prompt="…">` inside the element. Reads them;
// nothing is asked before a facilitator says so.
import { isKind, type Kind } from '../../../model/moves.ts';
import type { Gate, Prompt } from '../../../model/prompt.ts';

/** What a page says of a prompt. */
export interface PagePrompt {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly kinds: readonly Kind[];
  readonly gate: Gate;
  /** IANA name; null where the page names none. */
  readonly timeZone: string | null;
}

function gateOf({ gate = 'open', words = '1', kind, date = '' }: DOMStringMap): Gate {
  const asked = { words: Number(words), kind: isKind(kind) ? kind : null };
  const time = Date.parse(date);
  const at = Number.isNaN(time) ? date : new Date(time).toISOString();
  switch (gate) {
    case 'post-first':
      return { type: gate, ...asked };
    case 'post-first-or-date':
      return { type: gate, ...asked, at };
    case 'until-date':
      return { type: gate, at };
    case 'manual':
      return { type: gate, isOpen: false };
    default:
      return { type: 'open' };
  }
}

function plain(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

/** The prompts in the page's HTML, in their order. */
export function pagePrompts(panel: Element): readonly PagePrompt[] {
  return [...panel.querySelectorAll<HTMLElement>(':scope > [slot=prompt][data-prompt]')].map((section) => {
    const { dataset } = section;
    const { prompt: id = '', title, kinds = '', zone } = dataset;
    return {
      id,
      title: title ?? (plain(section.querySelector('h1, h2, h3, h4, h5, h6')?.textContent) || id),
      text: plain(section.textContent),
      kinds: kinds.split(/[\s,]+/).filter(isKind),
      gate: gateOf(dataset),
      timeZone: zone ?? null,
    };
  });
}

/** The prompt to arrange; what a facilitator arranged besides stays. */
export function promptFrom(page: PagePrompt, before: Prompt | undefined, timeZone: string): Prompt {
  const { id, title, text, kinds, gate } = page;
  const [first, ...others] = before?.stages ?? [];
  const stage = { name: 'open', instruction: '', from: null, ...first, gate } as const;
  const fresh = { version: 1, state: 'open', mixer: null, credit: null, summary: null } as const;
  const zone = page.timeZone ?? before?.timeZone ?? timeZone;
  return { ...fresh, ...before, id, title, text, kinds, stages: [stage, ...others], timeZone: zone };
}

/** True where the page says something else than what is asked. A gate that was opened by hand is still the same. */
export function differs(page: PagePrompt, asked: Prompt): boolean {
  const shape = (gate: Gate | undefined): unknown => (gate?.type === 'manual' ? gate.type : gate);
  const said = ({ title, text, kinds }: PagePrompt | Prompt, gate: Gate | undefined): string =>
    JSON.stringify([title, text, kinds, Object.entries(Object(shape(gate)) as object).sort()]);
  return said(page, page.gate) !== said(asked, asked.stages[0]?.gate);
}
