// Hears the single keys of one panel and asks for what they mean. Which keys there are, and whether they are on, is
// single-keys.ts's affair; their list is loaded when it is first asked for.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PeerDiscussionList } from './peer-discussion-list.ts';
import { actionOf } from './single-keys.ts';
import type { Strings } from './strings.ts';

/** What keys need of their panel. */
export interface KeysMeans {
  readonly words: () => Strings;
  /** The list; null where nothing is loaded: then keys are left to the page. */
  readonly list: () => PeerDiscussionList | null;
  readonly toUnread: (isBack: boolean) => Promise<void>;
}

/** The keys of one panel. */
export class KeysController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode };
  readonly #means: KeysMeans;

  constructor(host: ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode }, means: KeysMeans) {
    this.#host = host;
    this.#means = means;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('keydown', this.#onKey);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#onKey);
  }

  hostUpdated(): void {
    const list = this.#host.renderRoot.querySelector('peer-discussion-keys');
    if (list !== null) list.strings = this.#means.words();
  }

  /** Shows which keys there are. */
  async list(): Promise<void> {
    const { showKeys } = await import('./peer-discussion-keys.ts');
    showKeys(this.#host.renderRoot, this.#means.words());
  }

  #onKey = (event: KeyboardEvent): void => {
    const action = actionOf(event);
    const list = this.#means.list();
    if (action === null || list === null) return;
    event.preventDefault();
    if (action === 'list') void this.list();
    else if (action === 'reply') list.reply();
    else if (action === 'quote') void this.#quote(list);
    else if (action === 'next' || action === 'back') void list.step(action === 'back');
    else void this.#means.toUnread(action === 'unread-back');
  };

  async #quote(list: PeerDiscussionList): Promise<void> {
    const { renderRoot } = this.#host;
    const { quote } = await import('./quoting.ts');
    if (renderRoot instanceof ShadowRoot) quote(renderRoot, list.current());
  }
}
