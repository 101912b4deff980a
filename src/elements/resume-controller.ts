// Remembers where somebody reads in a long discussion, and offers the way back there when they come again. How is loaded
// only where a discussion is long enough.
import type { TemplateResult } from 'lit';
import type { State } from '../store/state.ts';
import type { ReadingHost } from './reading-host.ts';
import type { Resuming } from './resuming.ts';
import type { Strings } from './strings.ts';
import { whenIdle } from './when-idle.ts';

/** Posts from which on one may lose one's place. */
const manyPosts = 12;

/** The place of one reader in one panel. */
export class ResumeController {
  readonly #host: ReadingHost;
  #resuming: Resuming | null = null;
  #begunFor: string | null = null;

  constructor(host: ReadingHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The way back, while it is offered. */
  offer(strings: Strings): TemplateResult | null {
    return this.#resuming?.offer(strings) ?? null;
  }

  hostDisconnected(): void {
    this.#end();
  }

  /**
   * Takes a loaded state.
   * @param key tells this discussion from every other one
   * @param isLed true where somebody came by a link to a post: then nothing is offered
   */
  take({ me, posts, hasMore }: State, key: string, isLed: boolean): void {
    if (!hasMore && posts.size < manyPosts) return;
    const reader = JSON.stringify([key, me?.id ?? null]);
    if (reader === this.#begunFor) return;
    this.#end();
    this.#begunFor = reader;
    whenIdle(() => void this.#begin(reader, isLed));
  }

  /** Ends the offer. Gives the post to go to. */
  accept(): string | null {
    return this.#resuming?.endOffer() ?? null;
  }

  async #begin(reader: string, isLed: boolean): Promise<void> {
    const { Resuming } = await import('./resuming.ts');
    await this.#host.updateComplete;
    if (reader !== this.#begunFor) return;
    this.#resuming = new Resuming(this.#host, reader, isLed);
    this.#host.requestUpdate();
  }

  #end(): void {
    this.#resuming?.stop();
    this.#resuming = null;
    this.#begunFor = null;
  }
}
