// The head of a row: who wrote, what they are here, whom they answer, and when. Made by hand, and anew where one of these
// changed: there are as many as posts, and a template would take longer and weigh more than the post.
import { html, nothing, render, type TemplateResult } from 'lit';
import type { Post } from '../model/post.ts';
import { isPost } from '../model/view.ts';
import { ago, exactly } from './ago.ts';
import { hueOf, initials } from './avatar.ts';
import type { RowShared } from './row-shared.ts';
import type { RowView } from './row-view.ts';
import type { Strings } from './strings.ts';

/** That it was changed; when, and to whom that is open what it said before, whoever presses it reads. */
function editedTemplate(strings: Strings, post: Post): TemplateResult {
  const onClick = async ({ currentTarget }: Event): Promise<void> => {
    // Taken now: the head, and this button with it, may be made anew meanwhile.
    const row = (currentTarget as HTMLElement).closest('peer-discussion-post');
    const { showHistory } = await import('./learning/moves/peer-discussion-history.ts');
    if (row !== null) await showHistory(row, strings, post);
  };
  const name = strings.actionOn(strings.edited, post.author.name);
  return html`<button type="button" class="quiet aside" aria-label=${name} @click=${onClick}>
    ${strings.edited}
  </button>`;
}

type Attributes = Readonly<Record<string, string>>;

function make(tag: string, look: string, text: string, attributes: Attributes): HTMLElement {
  const element = document.createElement(tag);
  element.className = look;
  for (const name in attributes) element.setAttribute(name, attributes[name] ?? '');
  if (text !== '') element.textContent = text;
  return element;
}

/** Puts one more into a head, and a space after it: who copies or reads the text finds its words apart. */
function add(head: HTMLElement, tag: string, look: string, text: string, attributes: Attributes): HTMLElement {
  const element = make(tag, look, text, attributes);
  head.append(element, ' ');
  return element;
}

/** Heads that say who wrote, by the words they say it in: the same in many rows, so they are made once and cloned. */
const begun = new WeakMap<Strings, Map<string, HTMLElement>>();

/** A head that says who wrote, and nothing else yet. */
function beginHead({ strings, level }: RowShared, isUnread: boolean, { name, role }: Post['author']): Node {
  const known = begun.get(strings) ?? new Map<string, HTMLElement>();
  begun.set(strings, known);
  const key = `${level} ${role} ${isUnread} ${name}`;
  let head = known.get(key);
  if (head === undefined) {
    known.set(key, (head = make('header', 'meta', '', { part: 'meta' })));
    const face = { part: 'avatar', 'data-hue': String(hueOf(name)), 'aria-hidden': 'true' };
    add(head, 'span', 'avatar', initials(name), face);
    if (isUnread) add(head, 'span', 'dot', '', { part: 'unread' }).append(make('span', 'unseen', strings.unread, {}));
    add(head, 'bdi', 'author', name, { part: 'author', role: 'heading', 'aria-level': String(level) });
    if (role !== 'member') add(head, 'span', `badge ${role}`, strings[role], { part: 'badge' });
  }
  return head.cloneNode(true);
}

/** The head as an element of its own. */
export function makeHead(shared: RowShared, view: RowView, post: Post): HTMLElement {
  const { strings, learning } = shared;
  const { createdAt, editedAt } = post;
  const head = beginHead(shared, view.isUnread, post.author) as HTMLElement;
  const chip = learning?.chip(post) ?? nothing;
  if (chip !== nothing) render(chip, head);
  if (view.answers !== null && view.depth > 1) add(head, 'bdi', 'aside', strings.replyTo(view.answers), {});
  add(head, 'time', 'aside', '', { part: 'time', datetime: createdAt });
  tellTimes(head, shared);
  if (editedAt !== null) {
    const place = document.createDocumentFragment();
    render(editedTemplate(strings, post), place);
    head.append(place);
  }
  return head;
}

/** Says when, in every head in here, as of now. A browser's first date takes longer than the rows of a window. */
export function tellTimes(within: Element, { strings, now }: RowShared): void {
  if (now === null) return;
  for (const time of within.querySelectorAll<HTMLTimeElement>('time[part=time]')) {
    const words = ago(time.dateTime, now, strings.locale);
    if (time.textContent !== words) time.textContent = words;
  }
}

/** Says exactly when, to whoever points at the time. Only rows near enough for that have it: it takes its time to say. */
export function nameTimes(head: Element | null, { locale }: Strings): void {
  const time = head?.querySelector('time');
  if (time?.title === '') time.title = exactly(time.dateTime, locale);
}

/** What a row is called: whose post it is, and what it answers. */
export function labelOf({ strings, learning }: RowShared, { entry, answers }: RowView): string {
  if (!isPost(entry)) return strings.removed;
  const { name } = entry.author;
  const label = answers === null ? strings.postBy(name) : strings.replyBy(name, answers);
  const kind = learning?.label(entry) ?? '';
  return kind === '' ? label : `${kind}. ${label}`;
}
