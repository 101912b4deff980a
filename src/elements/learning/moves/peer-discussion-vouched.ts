// On top of a thread: the replies in it that somebody stands behind, each with the way there.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Endorsement, Post } from '../../../model/post.ts';
import { isPost } from '../../../model/view.ts';
import type { State } from '../../../store/state.ts';
import { ask } from '../../request.ts';
import { rootOf } from '../abilities.ts';
import { HearingController } from '../hearing.ts';
import { sayWhy } from './endorsements.ts';
import type { MovesKit } from './moves-kit.ts';

/** A reply, and one that stands behind it. */
interface Vouched {
  readonly post: Post;
  readonly by: Endorsement;
}

const none: readonly Vouched[] = [];
const known = new WeakMap<State['posts'], ReadonlyMap<string, readonly Vouched[]>>();

/** What stands in every thread, by the id of its first post; worked out once for a state. */
function vouchedIn(posts: State['posts']): ReadonlyMap<string, readonly Vouched[]> {
  const found = known.get(posts);
  if (found !== undefined) return found;
  const threads = new Map<string, Vouched[]>();
  for (const post of posts.values()) {
    if (!isPost(post) || post.parentId === null || post.state !== 'shown') continue;
    for (const by of post.endorsements ?? []) {
      const root = by.revokedAt === undefined ? rootOf(posts, post) : null;
      if (root !== null) threads.set(root.id, [...(threads.get(root.id) ?? []), { post, by }]);
    }
  }
  for (const list of threads.values()) list.sort((a, b) => a.post.order - b.post.order);
  known.set(posts, threads);
  return threads;
}

/** The ways to what stands out in a thread. */
export class PeerDiscussionVouched extends LitElement {
  static override properties = { post: { attribute: false }, kit: { attribute: false } };
  declare post: Post;
  declare kit: MovesKit;

  constructor() {
    super();
    new HearingController(this, () => this.kit);
  }

  protected override createRenderRoot(): this {
    return this;
  }

  /** Where the way that had the focus is gone, its row takes it. */
  protected override update(changed: Map<PropertyKey, unknown>): void {
    const root = this.getRootNode() as Document | ShadowRoot;
    const hadFocus = this.contains(root.activeElement);
    super.update(changed);
    if (hadFocus && !this.contains(root.activeElement)) this.closest<HTMLElement>('peer-discussion-post')?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { post, kit } = this;
    const { words } = kit;
    const posts = kit.state()?.posts;
    const list = (posts === undefined ? undefined : vouchedIn(posts).get(post.id)) ?? none;
    if (list.length === 0) return nothing;
    return html`<ul class="vouched" part="endorsement" aria-label=${words.vouched}>
      ${list.map(
        ({ post: { id, author }, by }) =>
          html`<li>
            <button type="button" class="quiet" @click=${() => void ask(this, { type: 'go', id, isReply: false })}>
              <span class="tick-mark" aria-hidden="true"></span>
              ${
                by.kind === 'helped'
                  ? words.helpedReply(by.by.name, author.name)
                  : words.endorsedReply(by.by.name, author.name, sayWhy(words, by))
              }
            </button>
          </li>`,
      )}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion-vouched': PeerDiscussionVouched;
  }
}
