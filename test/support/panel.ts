// Finds what a person finds in a panel, by role, name and text, through its one shadow root. Opens panels for people
// over one backend, and asks axe what it thinks of them.
import 'axe-core/axe.min.js';
import type { AxeResults, ElementContext, RunOptions } from 'axe-core';
import { createMemoryBackend, memoryAdapter, type MemoryBackend } from '../../src/adapters/memory.ts';
import { define } from '../../src/elements/define.ts';
import { loadFormatter } from '../../src/elements/formatter.ts';
import { loadWriting } from '../../src/elements/load-writing.ts';
import { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import { newOp } from '../../src/model/op.ts';
import type { Person, PostCommand } from '../../src/model/post.ts';
import { plainLens } from '../../src/model/view.ts';

define('peer-discussion', PeerDiscussion);

declare const axe: { run(context: ElementContext, options?: RunOptions): Promise<AxeResults> };

/** People of the tests. */
export const ana: Person = { id: 'ana', name: 'Ana Silva', role: 'member' };
export const tom: Person = { id: 'tom', name: 'Tom Okafor', role: 'member' };
export const mira: Person = { id: 'mira', name: 'Mira Lind', role: 'facilitator' };
export const paula: Person = { id: 'guest:paula', name: 'Paula Prospect', role: 'guest' };

/** A discussion nobody else uses, and what people say in it. */
export interface Place {
  readonly backend: MemoryBackend;
  readonly discussion: string;
  /** Somebody writes, from elsewhere; gives the post's id. */
  say(who: Person, body: string, parentId?: string | null): Promise<string>;
  /** Somebody does something else. */
  act(who: Person, command: DistributiveOmit<PostCommand, 'op'>): Promise<void>;
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** Opens a place in memory. */
export function openPlace(backend: MemoryBackend = createMemoryBackend()): Place {
  const discussion = `test ${newOp()}`;
  const room = backend.room(discussion);
  const act: Place['act'] = async (who, command) =>
    void (await room.submit(plainLens(who), { ...command, op: newOp() }));
  return {
    backend,
    discussion,
    act,
    async say(who, body, parentId = null) {
      const op = newOp();
      await room.submit(plainLens(who), { type: 'create', op, parentId, body });
      return op;
    },
  };
}

/** A panel for somebody in a place, not yet in the page. */
export function panelFor(place: Place, me: Person | null): PeerDiscussion {
  const panel = document.createElement('peer-discussion');
  panel.discussion = place.discussion;
  panel.adapter = memoryAdapter({ me, backend: place.backend });
  return panel;
}

/** Puts a panel into the page and waits until its discussion is there. */
export async function show(panel: PeerDiscussion): Promise<PeerDiscussion> {
  document.body.append(panel);
  await until(() => get(panel, 'region').getAttribute('aria-busy') === 'false', 'the discussion is loaded');
  await until(() => all(panel, 'list').every((list) => !list.hasAttribute('aria-busy')), 'all rows are there');
  // What is written with comes after what is read; these tests begin when it is there.
  await Promise.all([loadWriting(), loadFormatter()]);
  const times = (): Element[] => [...(panel.shadowRoot?.querySelectorAll('time') ?? [])];
  await until(() => times().every(({ textContent }) => textContent !== ''), 'every row says when');
  await new Promise((resolve) => setTimeout(resolve));
  return panel;
}

/** Takes away what a test put into the page. */
export function clear(): void {
  for (const element of document.querySelectorAll('peer-discussion, [data-test]')) element.remove();
  document.documentElement.removeAttribute('style');
  document.documentElement.removeAttribute('dir');
  localStorage.clear();
}

/** Waits for a fact. */
export async function until<T>(fact: () => T, what = String(fact)): Promise<NonNullable<T>> {
  const end = performance.now() + 4_000;
  for (;;) {
    const found = attempt(fact);
    if (found !== null && found !== undefined && found !== false) return found;
    if (performance.now() > end) throw new Error(`never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function attempt<T>(fact: () => T): T | null {
  try {
    return fact();
  } catch {
    return null;
  }
}

/** What the browser says to a page that is left, which is where what can still be undone is asked for. */
export function leavePage(): void {
  dispatchEvent(new PageTransitionEvent('pagehide'));
}

/** Lets everything that is under way come to rest, for facts that say that nothing happened. */
export async function settle(panel: PeerDiscussion): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    await panel.updateComplete;
  }
}

/** Lets the browser draw what is in the window: Firefox measures rows that came into it only some frames later. */
export async function drawn(): Promise<void> {
  for (let frame = 0; frame < 20; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

const roles: Readonly<Record<string, string>> = {
  article: 'article, [role=article]',
  button: 'button',
  heading: 'h1, h2, h3, h4, h5, h6, [role=heading]',
  list: '[role=list]',
  listitem: 'li',
  region: 'section[aria-labelledby]',
  status: '[role=status]',
  alert: '[role=alert]',
  group: 'fieldset, [role=group]',
  textbox: 'textarea, input:not([type=radio], [type=checkbox])',
  combobox: 'select',
  radio: 'input[type=radio]',
  checkbox: 'input[type=checkbox]',
  toolbar: '[role=toolbar]',
  listbox: '[role=listbox]',
  option: 'option, [role=option]',
  time: 'time',
};

/** What stands in an element's root: the panel's own, or the element's. */
function inside(scope: Element): ParentNode {
  return scope.shadowRoot ?? scope;
}

function tidy(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u2060-\u2069\u00a0]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The words of an element as they stand there. */
export function textOf(element: Element): string {
  return tidy(element.shadowRoot?.querySelector('section')?.textContent ?? element.textContent ?? '');
}

/** The name a screen reader says. */
export function nameOf(element: Element): string {
  const root = element.getRootNode() as ShadowRoot;
  const named = (ids: string | null): string =>
    (ids ?? '')
      .split(' ')
      .map((id) => root.getElementById(id)?.textContent ?? '')
      .join(' ');
  const label = element.id === '' ? element.closest('label') : root.querySelector(`label[for='${element.id}']`);
  const own = element.getAttribute('aria-label') ?? named(element.getAttribute('aria-labelledby')).trim();
  return tidy(own || label?.textContent || element.textContent || '');
}

/** The words that describe a field. */
export function descriptionOf(element: Element): string {
  const root = element.getRootNode() as ShadowRoot;
  const ids = (element.getAttribute('aria-describedby') ?? '').split(' ');
  return tidy(ids.map((id) => root.getElementById(id)?.textContent ?? '').join(' '));
}

/** Everything of a role, with a name that holds these words. */
export function all(scope: Element, role: string, name: string | RegExp = ''): HTMLElement[] {
  const fits = (element: Element): boolean =>
    typeof name === 'string' ? nameOf(element).includes(name) : name.test(nameOf(element));
  return [...inside(scope).querySelectorAll<HTMLElement>(roles[role] ?? role)].filter(fits);
}

/** The only thing of a role and name; throws where there is none, or more than one. */
export function get(scope: Element, role: string, name: string | RegExp = ''): HTMLElement {
  const found = all(scope, role, name);
  const [first] = found;
  if (first === undefined || found.length > 1)
    throw new Error(`${found.length} of ${role} “${String(name)}” in: ${textOf(scope)}`);
  return first;
}

/** The row whose text holds these words. */
export function row(panel: PeerDiscussion, words: string): HTMLElement {
  const found = all(panel, 'article').find((article) => textOf(article).includes(words));
  if (found === undefined) throw new Error(`no row with “${words}” in: ${textOf(panel)}`);
  return found;
}

/** The texts of all rows, in their order. */
export function rows(panel: PeerDiscussion): string[] {
  return all(panel, 'article').map(textOf);
}

/** Types into a field as somebody does who pastes. */
export function fill(field: HTMLElement, text: string): void {
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) throw new Error('not a field');
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** What stands in a field. */
export function valueOf(field: HTMLElement): string {
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) throw new Error('not a field');
  return field.value;
}

/** What has the focus inside a panel. */
export function focused(panel: Element): Element | null {
  return panel.shadowRoot?.activeElement ?? null;
}

/** What axe finds wrong, one line each; the rules about whole pages left out. */
export async function flaws(panel: Element): Promise<string[]> {
  const { violations } = await axe.run(panel, {
    rules: { region: { enabled: false } },
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}
