// Below the last post: who waits for a view like one's own, and the way there. Asks the authority, once for each panel
// and person, when the end of reading is seen; never moves anything by itself.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Post } from '../../../model/post.ts';
import { isPost } from '../../../model/view.ts';
import type { State } from '../../../store/state.ts';
import { adoptSheet } from '../../adopt-sheet.ts';
import { nextId } from '../../next-id.ts';
import { ask } from '../../request.ts';
import type { PromptWords } from './prompt-words.ts';
import { promptsStyles } from './prompts.styles.ts';

/** Whom each panel has asked for already. */
const offered = new WeakMap<Node, Set<string>>();

/** The end of reading. */
export class PeerDiscussionWaiting extends LitElement {
  static override properties = {
    words: { attribute: false },
    state: { attribute: false },
  };
  declare words: PromptWords;
  declare state: State;
  readonly #id = nextId();
  #watch: IntersectionObserver | null = null;
  #isSeen = false;

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    adoptSheet(this, promptsStyles);
    this.#watch = new IntersectionObserver((entries) => {
      this.#isSeen = entries.at(-1)?.isIntersecting ?? false;
      this.#offer();
    });
    this.#watch.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch?.disconnect();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('state')) this.#offer();
  }

  /** Says that somebody came to the end: then a post that waits may be shown to them. */
  #offer(): void {
    const { me, can, hasMore, connection, discussion } = this.state;
    if (!this.#isSeen || !this.isConnected || connection !== 'online' || hasMore) return;
    if (can.credit !== true || me === null || me.role === 'guest' || discussion?.prompts === undefined) return;
    const panel = this.getRootNode();
    const known = offered.get(panel) ?? new Set();
    offered.set(panel, known);
    const key = JSON.stringify([discussion.id, me.id]);
    if (known.has(key)) return;
    known.add(key);
    void ask(this, { type: 'submit', request: { type: 'offer' }, instead: null });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { waiting, posts } = this.state;
    const there = waiting.map((id) => posts.get(id)).filter((post) => post !== undefined && isPost(post));
    if (there.length === 0) return nothing;
    const id = `${this.#id}-waiting`;
    return html`<div class="waiting" part="waiting" role="group" aria-labelledby=${id}>
      <p id=${id} class="label">${this.words.waitingCount(there.length)}</p>
      <ul role="list">
        ${there.map((post) => this.#way(post))}
      </ul>
    </div>`;
  }

  #way(post: Post): TemplateResult {
    return html`<li>
      <p class="hint beginning" dir="auto">${beginning(post.body)}</p>
      <button type="button" class="plain" @click=${() => void ask(this, { type: 'go', id: post.id, isReply: true })}>
        ${this.words.waitingAnswer(post.author.name)}
      </button>
    </li>`;
  }
}

/** How many characters of a waiting post are shown. */
const mostCharacters = 140;

function beginning(body: string): string {
  const text = body.replace(/\s+/g, ' ').trim();
  return text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters).replace(/\s\S*$/, '')}…`;
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion-waiting': PeerDiscussionWaiting;
  }
}
