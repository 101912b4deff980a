// What the panel shows for a state, as a template: loading, not connected, closed, or the discussion with a place to
// write. Keeps nothing and asks nobody.
import { html, nothing, type TemplateResult } from 'lit';
import { mayPost } from '../model/may.ts';
import type { State } from '../store/state.ts';
import { define } from './define.ts';
import type { Docking, News } from './docking.ts';
import type { PeerDiscussionComposer } from './peer-discussion-composer.ts';
import { PeerDiscussionList } from './peer-discussion-list.ts';
import { PeerDiscussionStatus } from './peer-discussion-status.ts';
import type { Learning } from './learning/learning.ts';
import { isPlain } from './look.ts';
import type { ReadingView } from './reading-view.ts';
import { loadWriting } from './load-writing.ts';
import { ask } from './request.ts';
import { mayEnter } from './row-view.ts';
import { sayClosed } from './say-closed.ts';
import type { Strings } from './strings.ts';
import type { WritingAids } from './writing-aids.ts';

define('peer-discussion-list', PeerDiscussionList);
define('peer-discussion-status', PeerDiscussionStatus);

/** Everything the panel shows. */
export interface PanelView {
  readonly strings: Strings;
  /** The direction of the words; null keeps the page's. */
  readonly dir: 'ltr' | 'rtl' | null;
  readonly headingId: string;
  readonly headingLevel: number;
  /** Null where the panel stands in the text. */
  readonly docking: Docking | null;
  /** True until it is known where the panel will stand, and in which language. */
  readonly isHidden: boolean;
  /** False where nothing says how the discussion is reached. */
  readonly isConfigured: boolean;
  /** Null before anything is known. */
  readonly state: State | null;
  /** True where the page tells its reader itself why the discussion is closed. */
  readonly isTold: boolean;
  readonly reading: ReadingView;
  readonly aids: WritingAids | null;
  /** What learning adds; null until it is loaded, and where the adapter knows nothing of it. */
  readonly learning: Learning | null;
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
  const { strings, state, isConfigured, docking } = view;
  const isLoaded = state !== null && state.discussion !== null;
  const isLoading = isConfigured && !isLoaded && state?.connection !== 'closed';
  const panelId = `${view.headingId}-panel`;
  return html`${view.isHidden ? html`<slot></slot>` : docking?.launcher(strings, panelId, newsOf(view))}
    <section
      id=${panelId}
      class="panel ${docking?.layout ?? 'inline'}"
      part="panel"
      popover=${docking?.isPopup ? 'manual' : nothing}
      tabindex=${docking?.isPopup ? -1 : nothing}
      ?hidden=${view.isHidden}
      aria-labelledby=${view.headingId}
      aria-busy=${isLoading}
    >
      ${docking?.edge(strings, panelId)}
      <div class="frame" lang=${strings.locale} dir=${view.dir ?? nothing}>
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
                  .isLive=${state.can.live === true}
                  .isLoading=${isLoading}
                ></peer-discussion-status>`
          }
          ${isLoaded ? unread(strings, view.reading.unread) : nothing}
          ${docking !== null && isLoaded && canWrite(state) && state.posts.size > 0 ? writeButton(strings) : nothing}
          ${docking?.closer(strings)}
        </div>
        <slot name="header"></slot>
        <slot name="prompt"></slot>
        ${isConfigured ? nothing : unconfigured(strings)}
        ${isConfigured && state?.connection === 'closed' && !view.isTold ? closed(strings, state) : nothing}
        ${isLoading ? skeleton(strings) : nothing} ${isConfigured && isLoaded ? discussion(view, state) : nothing}
        ${isLoaded ? kept(strings, state) : nothing}
        <slot name="footer"></slot>
      </div>
      <div class="unseen" role="status">${view.said}</div>
    </section>`;
}

/** What is new to whoever looks at a closed drawer: what is unread, and what came since and waits to be shown. */
function newsOf({ strings, reading: { unread, waiting } }: PanelView): News {
  const amount = unread + waiting;
  return { amount, words: unread > 0 ? strings.unreadPosts(amount) : strings.newPosts(amount) };
}

/** Where a discussion without a server is kept, said calmly; the page may put a way to export it beside. */
function kept({ keptInBrowser, keptInPage }: Strings, { discussion }: State): TemplateResult | typeof nothing {
  const keptIn = discussion?.keptIn;
  if (keptIn === undefined) return nothing;
  return html`<div class="kept hint" part="kept">
    <p>${keptIn === 'browser' ? keptInBrowser : keptInPage}</p>
    <slot name="kept"></slot>
  </div>`;
}

function writeButton(strings: Strings): TemplateResult {
  const onClick = ({ currentTarget }: Event): void => {
    const root = (currentTarget as HTMLElement).getRootNode() as ShadowRoot;
    const composer = root.querySelector<PeerDiscussionComposer>('.main');
    composer?.scrollIntoView({ block: 'nearest' });
    void loadWriting().then(() => composer?.focus());
  };
  return html`<button type="button" class="plain" @click=${onClick}>${strings.writePost}</button>`;
}

function unconfigured({ unconfigured: lead, unconfiguredHint: hint }: Strings): TemplateResult {
  const tag = '<peer-discussion>';
  const [before, ...rest] = hint.split(tag);
  return html`<div class="notice late" part="notice">
    <p>${lead}</p>
    <p>${before}${rest.map((after) => html`<code dir="ltr">${tag}</code>${after}`)}</p>
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
  const row = html`<div class="ghost">
    <div class="meta"><i class="avatar"></i><b></b></div>
    <div class="prose"><b></b><b></b><b></b></div>
  </div>`;
  return html`<p class="unseen">${strings.loading}</p>
    <div class="skeleton" aria-hidden="true">
      <div class="room"><b></b><i></i></div>
      ${row} ${row} ${row}
    </div>`;
}

function discussion(view: PanelView, state: State): TemplateResult {
  const { strings } = view;
  const guest = mayEnter(state) ? (state.discussion?.guestPosts ?? null) : null;
  const { reading } = view;
  return html`${view.learning?.above(state, view.headingLevel + 1) ?? nothing}
    ${
      canWrite(state)
        ? html`<peer-discussion-composer
            class="main"
            @focusin=${openUp}
            .strings=${strings}
            .label=${strings.labelPost}
            .sendLabel=${strings.send}
            .target=${firstPost}
            .aids=${view.aids}
            .guest=${guest}
            .learning=${view.learning}
          ></peer-discussion-composer>`
        : nothing
    }
    ${isLong(state, reading) ? look(view, state) : nothing} ${reading.focus === null ? nothing : wayBack(strings)}
    <peer-discussion-list
      .strings=${strings}
      .state=${state}
      .reading=${view.reading}
      .aids=${view.aids}
      .now=${view.now}
      .guest=${guest}
      .learning=${view.learning}
      .level=${view.headingLevel + 1}
    ></peer-discussion-list>
    <div class="arrivals">${arrivals(strings, reading.waiting)} ${reading.offer}</div>
    ${
      canWrite(state) || state.connection === 'closed'
        ? nothing
        : html`<p class="notice" part="notice"><slot name="sign-in">${strings.signIn}</slot></p>`
    }`;
}

/** Posts from which on a reader wants more than to scroll. */
const manyPosts = 6;

function isLong({ hasMore }: State, { rows, look }: ReadingView): boolean {
  return hasMore || rows.length >= manyPosts || !isPlain(look);
}

function look({ strings, reading, learning }: PanelView, { me }: State): TemplateResult {
  return html`<peer-discussion-look
    .strings=${strings}
    .reading=${reading}
    .me=${me}
    .learning=${learning}
  ></peer-discussion-look>`;
}

function wayBack(strings: Strings): TemplateResult {
  const onClick = ({ currentTarget }: Event): void =>
    void ask(currentTarget as HTMLElement, { type: 'thread', id: null });
  return html`<div class="way-back">
    <button type="button" class="plain" part="back" @click=${onClick}>${strings.wholeDiscussion}</button>
  </div>`;
}

function unread(strings: Strings, count: number): TemplateResult | typeof nothing {
  if (count === 0) return nothing;
  const onClick = ({ currentTarget }: Event): void =>
    void ask(currentTarget as HTMLElement, { type: 'unread', isBack: false });
  return html`<button type="button" class="plain" part="unread-next" title=${strings.nextUnread} @click=${onClick}>
    <span class="dot" aria-hidden="true"></span>${strings.unreadPosts(count)}
  </button>`;
}

/** The field stands small until somebody writes, so that what is to be read is near; it never closes again under a hand. */
function openUp({ currentTarget }: Event): void {
  (currentTarget as HTMLElement).classList.add('opened');
}

const firstPost = { type: 'create', parentId: null } as const;

function arrivals(strings: Strings, count: number): TemplateResult | typeof nothing {
  if (count === 0) return nothing;
  const onClick = ({ currentTarget }: Event): void => void ask(currentTarget as HTMLElement, { type: 'show-new' });
  return html`<button type="button" class="primary arrived" part="new" @click=${onClick}>
    ${strings.newPosts(count)}
  </button>`;
}
