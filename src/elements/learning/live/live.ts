// The questions of an event, below what is asked: loaded once a prompt of the discussion is at its live stage.
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isLive } from '../../../model/live.ts';
import type { Prompt } from '../../../model/prompt.ts';
import { agoStaleMs } from '../../ago.ts';
import { define } from '../../define.ts';
import { promptsIn } from '../abilities.ts';
import type { Learning, LearningBasis } from '../learning.ts';
import type { LiveWords } from './live-words.ts';

/** The part of learning that is about events. */
export async function makeLive({ strings, first, refresh, kept }: LearningBasis): Promise<Pick<Learning, 'above'>> {
  let words: LiveWords | null = null;
  let isAsked = false;

  async function load(): Promise<void> {
    const [{ liveWordsIn }, { PeerDiscussionLive }] = await Promise.all([
      import('./live-words.ts'),
      import('./peer-discussion-live.ts'),
    ]);
    define('peer-discussion-live', PeerDiscussionLive);
    words = await liveWordsIn(strings);
    kept.hasLive = true;
  }

  function begin(): void {
    if (isAsked) return;
    isAsked = true;
    load().then(refresh, () => (isAsked = false)); // tried again with the next state
  }

  const hasLive = (prompts: readonly Prompt[], now: number): boolean => prompts.some((prompt) => isLive(prompt, now));

  if (kept.hasLive) await load();
  else if (hasLive(promptsIn(first) ?? [], Date.now())) await load().catch(() => {}); // tried again when it is shown

  return {
    above(state, level) {
      const prompts = promptsIn(state) ?? [];
      const now = Date.now();
      if (words === null) {
        if (hasLive(prompts, now)) begin();
        return nothing;
      }
      // One that was live stays in the page: somebody may still be writing there, or showing it on a wall.
      const events = prompts.filter(({ stages }) => stages.some(({ name }) => name === 'live'));
      return html`${repeat(
        events,
        ({ id }) => id,
        (prompt) =>
          html`<peer-discussion-live
            .strings=${strings}
            .words=${words}
            .state=${state}
            .prompt=${prompt}
            .level=${level}
            .isLive=${isLive(prompt, now)}
            .now=${now - (now % agoStaleMs)}
          ></peer-discussion-live>`,
      )}`;
    },
  };
}
