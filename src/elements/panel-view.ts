// What the panel shows for a state, as a template: loading, not connected, closed, or the discussion with a place to
// write. Keeps nothing and asks nobody.
import { html, nothing, type TemplateResult } from 'lit';
import { mayPost } from '../model/allow.ts';
import type { State } from '../store/state.ts';
import type { Arrivals } from './arrivals.ts';
import { define } from './define.ts';
import { PeerDiscussionComposer } from './peer-discussion-composer.ts';
import { PeerDiscussionList } from './peer-discussion-list.ts';
import { PeerDiscussionStatus } from './peer-discussion-status.ts';
import { ask } from './request.ts';
import { mayEnter } from './row-view.ts';
import { sayClosed } from './say-error.ts';
import type { Strings } from './strings.ts';

define('peer-discussion-composer', PeerDiscussionComposer);
define('peer-discussion-list', PeerDiscussionList);
define('peer-discussion-status', PeerDiscussionStatus);

/** Everything the panel shows. */
export interface PanelView {
  readonly strings: Strings;
  readonly headingId: string;
  readonly headingLevel: number;
  /** False where nothing says how the discussion is reached. */
  readonly isConfigured: boolean;
  /** Null before anything is known. */
  readonly state: State | null;
  /** True where the page tells its reader itself why the discussion is closed. */
  readonly isTold: boolean;
  readonly arrivals: Arrivals;
  readonly fresh: ReadonlySet<string>;
  readonly writing: ReadonlyMap<string, number>;
  /** Milliseconds since 1970, to the minute. */
  readonly now: number;
  /** What the live region says. */
  readonly said: string;
}

function canWrite(state: State): boolean {
  const { me, discussion, connection } = state;
  return connection !== 'closed' && discussion !== null && (mayPost(me, discussion) || mayEnter(state));
}

/** The whole panel. */
export function panelTemplate(view: PanelView): TemplateResult {
  const { strings, state, isConfigured } = view;
  const isLoaded = state !== null && state.discussion !== null;
  const isLoading = isConfigured && !isLoaded && state?.connection !== 'closed';
  return html`<section class="panel" part="panel" aria-labelledby=${view.headingId} aria-busy=${isLoading}>
    <div class="frame">
      <div class="header" part="header">
        <div id=${view.headingId} class="heading" part="heading" role="heading" aria-level=${view.headingLevel}>
          ${strings.title}
        </div>
        ${
          state === null || !isConfigured
            ? nothing
            : html`<peer-discussion-status
                .strings=${strings}
                .connection=${state.connection}
              ></peer-discussion-status>`
        }
        ${isLoaded && canWrite(state) && state.posts.size > 0 ? writeButton(strings) : nothing}
      </div>
      ${isConfigured ? nothing : unconfigured(strings)}
      ${isConfigured && state?.connection === 'closed' && !view.isTold ? closed(strings, state) : nothing}
      ${isLoading ? skeleton(strings) : nothing} ${isConfigured && isLoaded ? discussion(view, state) : nothing}
    </div>
    <div class="unseen" role="status">${view.said}</div>
  </section>`;
}

function writeButton(strings: Strings): TemplateResult {
  const onClick = ({ currentTarget }: Event): void => {
    const root = (currentTarget as HTMLElement).getRootNode() as ShadowRoot;
    const composer = root.querySelector<PeerDiscussionComposer>('.main');
    composer?.scrollIntoView({ block: 'nearest' });
    composer?.focus();
  };
  return html`<button type="button" class="plain" @click=${onClick}>${strings.writePost}</button>`;
}

function unconfigured(strings: Strings): TemplateResult {
  return html`<div class="notice late" part="notice">
    <p>${strings.unconfigured}</p>
    <p>${strings.unconfiguredHint}</p>
  </div>`;
}

function closed(strings: Strings, { error }: State): TemplateResult {
  const onClick = ({ currentTarget }: Event): void => void ask(currentTarget as HTMLElement, { type: 'reopen' });
  return html`<div class="notice closed" part="notice">
    <p><strong>${strings.closed}</strong> ${sayClosed(strings, error)}</p>
    <button type="button" class="plain" @click=${onClick}>${strings.tryAgain}</button>
  </div>`;
}

function skeleton(strings: Strings): TemplateResult {
  const row = html`<div class="ghost"><i></i><b></b><b></b></div>`;
  return html`<p class="unseen">${strings.loading}</p>
    <div class="skeleton" aria-hidden="true">${row} ${row} ${row}</div>`;
}

function discussion(view: PanelView, state: State): TemplateResult {
  const { strings } = view;
  const guest = mayEnter(state) ? (state.discussion?.guestPosts ?? null) : null;
  return html`<peer-discussion-list
      .strings=${strings}
      .state=${state}
      .shown=${view.arrivals.shown}
      .fresh=${view.fresh}
      .writing=${view.writing}
      .now=${view.now}
      .guest=${guest}
      .level=${view.headingLevel + 1}
    ></peer-discussion-list>
    <div class="arrivals">${arrivals(strings, view.arrivals.waiting.length)}</div>
    ${
      canWrite(state)
        ? html`<peer-discussion-composer
            class="main"
            .strings=${strings}
            .label=${strings.labelPost}
            .sendLabel=${strings.send}
            .target=${firstPost}
            .guest=${guest}
          ></peer-discussion-composer>`
        : nothing
    }
    ${
      canWrite(state) || state.connection === 'closed'
        ? nothing
        : html`<p class="notice" part="notice"><slot name="sign-in">${strings.signIn}</slot></p>`
    }`;
}

const firstPost = { type: 'create', parentId: null } as const;

function arrivals(strings: Strings, count: number): TemplateResult | typeof nothing {
  if (count === 0) return nothing;
  const onClick = ({ currentTarget }: Event): void => void ask(currentTarget as HTMLElement, { type: 'show-new' });
  return html`<button type="button" class="primary arrived" part="new" @click=${onClick}>
    ${strings.newPosts(count)}
  </button>`;
}
