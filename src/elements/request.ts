// What internal elements ask of <peer-discussion>: one event that stays inside its root. It alone listens, and asks the
// store.
import type { GuestEntry } from '../model/post.ts';
import type { Request as StoreRequest } from '../store/store.ts';

/** Something asked for. */
export type PanelRequest =
  /** A command; `instead` names the refused one whose text this is. */
  | { readonly type: 'submit'; readonly request: StoreRequest; readonly instead: string | null }
  | { readonly type: 'retry'; readonly op: string }
  | { readonly type: 'dismiss'; readonly op: string }
  | { readonly type: 'identify'; readonly guest: GuestEntry }
  /** Somebody started or ended writing below a post: its place must stay. */
  | { readonly type: 'writing'; readonly id: string; readonly isWriting: boolean }
  | { readonly type: 'show-new' }
  | { readonly type: 'reopen' };

/** Carries a request up to the panel, and its answer back. */
export class RequestEvent extends Event {
  static readonly type = 'panel-request';
  readonly request: PanelRequest;
  /** Set by the panel where the answer takes time; rejects with a DiscussionError. */
  answer: Promise<void> = Promise.resolve();

  constructor(request: PanelRequest) {
    super(RequestEvent.type, { bubbles: true });
    this.request = request;
  }
}

/** Asks the panel this element stands in. */
export function ask(element: HTMLElement, request: PanelRequest): Promise<void> {
  const event = new RequestEvent(request);
  element.dispatchEvent(event);
  return event.answer;
}
