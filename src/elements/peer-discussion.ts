// The public element: settings in, events out, and the only one that speaks with the store. How things look and what is
// typed belongs to the elements inside, which render into this one shadow root.
import { LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { Adapter } from '../adapters/adapter.ts';
import type { State } from '../store/state.ts';
import { answerRequest } from './answer-request.ts';
import { adapterFor, pageDiscussion, type Connect } from './connect.ts';
import { catalogues, type Catalogues } from './locale.ts';
import { LearningController } from './learning-controller.ts';
import { LocaleController } from './locale-controller.ts';
import { MinuteController } from './minute-controller.ts';
import { nextId } from './next-id.ts';
import { panelTemplate } from './panel-view.ts';
import { panelStyles } from './peer-discussion.styles.ts';
import { PlacementController } from './placement-controller.ts';
import { ReadingController } from './reading-controller.ts';
import { RequestEvent } from './request.ts';
import { StoreController } from './store-controller.ts';
import type { Strings } from './strings.ts';
import { Teller } from './teller.ts';
import type { GetToken } from './token-url.ts';

/**
 * A threaded, live discussion among peers, beside any page that teaches. What stands inside the element is shown until
 * the panel is there.
 *
 * @tagname peer-discussion
 * @attr {string} server - Address of the discussion server
 * @attr {string} site - The site's id on that server; may be left out where the page's origin belongs to one site only
 * @attr {string} discussion - Id of the discussion, 1 to 200 characters; by default made from the page's canonical address
 * @attr {string} token-url - Address, on the page's own origin, that answers with a token for whoever is signed in
 * @attr {number} heading-level - Level of the panel's heading in the page, 2 by default
 * @attr {string} placement - `inline` in the text, `side` docked and resizable, `drawer` behind a button; both are a sheet on a phone
 * @attr {boolean} open - Whether a drawer, or a sheet, is open; set by the panel too, when its reader opens or closes it
 * @attr {number} offset-top - Pixels that the page covers at the top of the window, for example by a fixed header; wins over `--peer-offset-top`
 * @attr {string} lang - Language of the panel as a BCP 47 tag; by default that of the closest element around it that has one, at last the page's
 * @fires {PeerStatusEvent} peer-status - The connection changed: `connection` is `connecting`, `online`, `offline` or `closed`
 * @fires {PeerPostEvent} peer-post - A post of this person was durably accepted: `postId`, `parentId`
 * @fires {PeerErrorEvent} peer-error - Something was refused for good: `error`; `preventDefault()` keeps the panel from saying why
 * @fires {PeerLayoutEvent} peer-layout - The panel stands elsewhere, or was opened or closed: `layout` is `inline`, `side`, `drawer` or `sheet`, `width` the pixels to leave free at the page's inline end, `isOpen` false for a drawer or sheet that is closed
 * @fires {PeerCompleteEvent} peer-complete - This person has done all that a prompt asks for: `promptId`, `version`, `completedAt`; once a page for each prompt, and no word on credit
 * @slot - What is shown until the panel is there, for example a link to the discussion's own page
 * @slot header - Below the heading, for example what the discussion is about
 * @slot prompt - A prompt written in the page, `<section slot="prompt" data-prompt="id" data-title="…">`; asked once a facilitator says so in the panel. `data-gate` is `open`, `post-first`, `until-date`, `post-first-or-date` or `manual`, `data-words` and `data-kind` what an answer needs to open it, `data-date` when it opens (ISO 8601), `data-kinds` what answers may be, `data-zone` the time zone that dates are shown in
 * @slot empty - In place of the words where nobody wrote yet
 * @slot footer - Below everything, for example the rules of the house
 * @slot kept - Beside the words that a discussion is kept in this browser or page only, for example a button that exports it
 * @slot sign-in - What somebody sees who is not signed in and may not write, for example a link to the page's sign-in
 * @csspart panel - The whole panel
 * @csspart header - Heading and status
 * @csspart heading - The heading
 * @csspart status - How the connection stands
 * @csspart list - The list of posts
 * @csspart post - One post
 * @csspart meta - Who wrote a post and when
 * @csspart avatar - The letters beside a name
 * @csspart author - A name
 * @csspart badge - What somebody is here: facilitator, expert, guest
 * @csspart kind - What a post is, or what a reply does
 * @csspart time - When a post was written
 * @csspart body - The text of a post
 * @csspart standing - That a post waits, is hidden, private or on its way, or that a question has found its answer
 * @csspart pinned - That a facilitator pinned a thread, and why
 * @csspart endorsement - That somebody stands behind a post, and why; at the first of a thread the way there
 * @csspart gone - The place of a removed post
 * @csspart actions - What may be done with a post
 * @csspart question - A question before something is done
 * @csspart quote - The button at a selected text
 * @csspart composer - Where a text is written
 * @csspart field - The field it is written in
 * @csspart toolbar - The tools above it
 * @csspart people - The list of people one may mean
 * @csspart draft - That something begun and not sent is kept in a place
 * @csspart guest - The fields of a guest
 * @csspart resume - The button that leads back to where one was reading the last time
 * @csspart new - The button that shows new posts
 * @csspart prompt - What a facilitator asks
 * @csspart live - The questions of an event
 * @csspart wall - What is shown of them on a screen for everybody
 * @csspart prompt-editor - Where a facilitator writes a prompt
 * @csspart gate - That one answers first, or that posts open later
 * @csspart progress - How far one is with what a prompt asks
 * @csspart waiting - Who waits for an answer, below the last post
 * @csspart empty - What is said where nobody wrote yet
 * @csspart kept - That a discussion is kept in this browser or page only
 * @csspart launcher - The button that opens a drawer
 * @csspart count - The number of unread posts on it
 * @csspart close - The button that closes a drawer
 * @csspart desk - What facilitators work with: who waits, what is ready, what was done
 * @csspart edge - What a docked panel is made wider by
 * @csspart unread - The dot of a post that is not read yet
 * @csspart unread-next - The button that goes to the next unread post
 * @csspart since - The line where the last visit ended
 * @csspart fold - The button that folds replies
 * @csspart onward - The button that leads on in a thread that goes deeper
 * @csspart back - The button that leads from such a thread back to the whole discussion
 * @csspart more - The button that shows further threads
 * @csspart look - Order, filter and search
 * @csspart keys - The list of single keys
 * @csspart notice - A message in place of, or above, the list
 * @cssprop --peer-text - Colour of text
 * @cssprop --peer-muted - Colour of what matters less
 * @cssprop --peer-surface - Background
 * @cssprop --peer-tint - Background of what stands apart
 * @cssprop --peer-line - Colour of lines between things
 * @cssprop --peer-edge - Colour of the edges of fields and buttons
 * @cssprop --peer-accent - Colour of links, the main button and the focus
 * @cssprop --peer-accent-text - Colour of text on the accent
 * @cssprop --peer-danger - Colour of errors
 * @cssprop --peer-caution - Colour of what waits
 * @cssprop --peer-font - Typeface; the page's by default
 * @cssprop --peer-font-size - Size of type; the page's, but at least 15px, by default
 * @cssprop --peer-font-code - Typeface of code
 * @cssprop --peer-radius - Radius of the panel's corners
 * @cssprop --peer-padding - Space between the panel's edge and what is in it
 * @cssprop --peer-offset-top - What stands at the top of the window, for example a fixed header: a docked panel begins below, and no post that is led to is covered by it; WordPress's own bar by default
 * @cssprop --peer-layer - Its `z-index` where it is docked or a button, 100 by default
 */
export class PeerDiscussion extends LitElement {
  static override styles = panelStyles;
  static override properties = {
    server: {},
    site: {},
    discussion: {},
    tokenUrl: { attribute: 'token-url' },
    headingLevel: { attribute: 'heading-level', type: Number },
    placement: {},
    open: { type: Boolean, reflect: true },
    topOffset: { attribute: 'offset-top', type: Number },
    adapter: { attribute: false },
    getToken: { attribute: false },
    strings: { attribute: false },
  };

  /** Makes the adapter where `server` is given; the package's entry sets it. */
  static connect: Connect | null = null;
  /** Where the words of each language come from, besides English; a page may add a language of its own. */
  static catalogues: Catalogues = catalogues;

  /** Address of the discussion server. */
  declare server: string | null;
  /** The site's id on that server. */
  declare site: string | null;
  /** Id of the discussion; null makes it from the page's address. */
  declare discussion: string | null;
  /** Address that answers with a token. */
  declare tokenUrl: string | null;
  /** Level of the panel's heading. */
  declare headingLevel: number;
  /** Where the panel stands: `inline`, `side` or `drawer`. */
  declare placement: string | null;
  /** True where a drawer or sheet is open. Opened by a page it takes the focus, unless it is open from the beginning. */
  declare open: boolean;
  /** Pixels that the page covers at the top of the window; null where `--peer-offset-top` says that. */
  declare topOffset: number | null;
  /** How the discussion is reached; wins over `server`. */
  declare adapter: Adapter | null;
  /** Gives the token of whoever is signed in; wins over `tokenUrl`. Another function opens the discussion as that person. */
  declare getToken: GetToken | null;
  /** Texts of the page's own, in the place of the panel's: any of them. */
  declare strings: Partial<Strings> | null;

  /** What the live region says. */
  #said = '';
  readonly #locale = new LocaleController(this, () => PeerDiscussion.catalogues);
  readonly #id = nextId();
  readonly #store = new StoreController(this, (state, before) => this.#onState(state, before));
  /** What is shown. While another person's view loads, still the one before: nobody loses what they are writing. */
  #state: State | null = null;
  readonly #reading = new ReadingController(this, {
    store: () => this.#store.store,
    key: () => this.#store.key,
    words: () => this.#strings,
    say: (words) => this.#say(words),
    reveal: () => this.#reveal(),
  });
  readonly #learning = new LearningController(this, () => this.#state);
  readonly #placement = new PlacementController(this);
  readonly #teller = new Teller(
    this,
    () => this.#strings,
    (words) => this.#say(words),
  );
  #isOpenDue = true;
  #onShown = (): void => {};
  readonly #shown = new Promise<void>((resolve) => (this.#onShown = resolve));
  readonly #minute = new MinuteController(this);

  constructor() {
    super();
    this.server = this.site = this.discussion = this.tokenUrl = this.placement = null;
    this.headingLevel = 2;
    this.open = false;
    this.topOffset = null;
    this.adapter = this.getToken = this.strings = null;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.addEventListener(RequestEvent.type, (event) => event instanceof RequestEvent && this.#onRequest(event));
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#isOpenDue ||= this.#store.store === null;
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isElsewhere = (['adapter', 'server', 'site', 'discussion'] as const).some((name) => changed.has(name));
    const isSomebodyElse = changed.has('getToken') || changed.has('tokenUrl');
    this.#isOpenDue ||= isElsewhere || isSomebodyElse;
    if (isSomebodyElse && this.getToken === null && this.tokenUrl === null) this.#store.forget(); // signed out
    if (isElsewhere) {
      this.#state = null;
      this.#reading.leave();
    }
    if (this.#isOpenDue && this.isConnected) this.#open();
    const held = this.#state?.discussion === null ? this.#store.store?.state : undefined;
    if (held !== undefined) this.#onState(held, held);
  }

  protected override updated(): void {
    if (!this.#isHidden) this.#onShown();
  }

  get #isHidden(): boolean {
    return this.#placement.isHidden || !this.#locale.isReady;
  }

  /** Opens what can be closed, and resolves once the panel is seen. */
  async #reveal(): Promise<void> {
    this.#placement.open();
    await this.#shown;
    await this.updateComplete;
  }

  get #strings(): Strings {
    return this.#locale.strings;
  }

  #open(): void {
    this.#isOpenDue = false;
    const wanted = this.#reading.begin();
    const adapter = adapterFor(this, PeerDiscussion.connect);
    const scope = JSON.stringify([this.server, this.site]);
    if (adapter === null) this.#store.close();
    else void this.#store.open(adapter, this.discussion ?? pageDiscussion(), scope, wanted);
  }

  #onState(now: State, before: State | null): void {
    this.#teller.tell(now, before);
    // What a facilitator asks stands above the posts and would move them: they are shown with it.
    const isReady = this.#locale.isReady && this.#learning.of(this.#strings, now) !== undefined;
    if (isReady && now.discussion !== null) this.#reading.take((this.#state = this.#teller.withoutTold(now)));
    else if (this.#state === null || this.#state.discussion === null) this.#state = { ...now, discussion: null };
    else this.#state = { ...this.#state, connection: now.connection, error: now.error };
  }

  /** Says something to those who listen; the same words twice are said twice. */
  #say = (words: string): void => {
    if (!this.#locale.isReady) return;
    this.#said = words === this.#said ? `${words}\u00a0` : words;
    this.requestUpdate();
  };

  #onRequest = (event: RequestEvent): void => {
    event.stopPropagation();
    const reopen = (): void => void ((this.#isOpenDue = true), this.requestUpdate());
    const { store } = this.#store;
    event.answer = answerRequest(event.request, { store, reading: this.#reading, reopen, say: this.#say });
  };

  protected override render(): TemplateResult {
    const state = this.#state;
    return panelTemplate({
      strings: this.#strings,
      headingId: this.#id,
      headingLevel: this.headingLevel,
      dir: this.#locale.dir,
      docking: this.#locale.isReady ? this.#placement.docking : null,
      isHidden: this.#isHidden,
      isConfigured: this.adapter !== null || (this.server !== null && PeerDiscussion.connect !== null),
      state,
      isTold: this.#teller.isTold(state?.error ?? null),
      reading: this.#reading.view,
      aids: this.#store.aids,
      learning: this.#learning.of(this.#strings, state) ?? null,
      now: this.#minute.now,
      said: this.#said,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-discussion': PeerDiscussion;
  }
}
