// The way to the facilitator's desk: a button that only staff see. The desk itself is loaded when it is first opened.
import { html, nothing } from 'lit';
import { deskOf } from '../../../model/desk.ts';
import type { State } from '../../../store/state.ts';
import { define } from '../../define.ts';
import { nextId } from '../../next-id.ts';
import { hasDesk, hasEvidence } from '../abilities.ts';
import type { EvidenceWords } from '../evidence/evidence-words.ts';
import { loadEvidence } from '../evidence/load-evidence.ts';
import type { LearningBasis, Shown } from '../learning.ts';
import type { DeskWords } from './desk-words.ts';

/** The desk's part of the panel. */
export interface Desk {
  /** Above the place to write: the button, or the open desk. */
  above(state: State, level: number): Shown;
}

/** The way to the desk. */
export async function makeDesk({ strings, refresh, kept }: LearningBasis): Promise<Desk> {
  let words: (DeskWords & EvidenceWords) | null = null;
  const evidenceId = nextId();
  let isAsked = false;

  async function load(): Promise<void> {
    const [{ deskWordsIn }, { PeerDiscussionDesk }, evidenceWords] = await Promise.all([
      import('./desk-words.ts'),
      import('./peer-discussion-desk.ts'),
      loadEvidence(strings),
    ]);
    define('peer-discussion-desk', PeerDiscussionDesk);
    words = { ...(await deskWordsIn(strings)), ...evidenceWords };
    kept.hasDesk = true;
  }

  function begin(): void {
    if (isAsked) return;
    isAsked = true;
    load().then(refresh, () => (isAsked = false)); // tried again with the next state
  }

  const open = (isToBe: boolean, event: Event): void => {
    const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
    kept.isDeskOpen = isToBe;
    refresh();
    if (!isToBe) setTimeout(() => root.querySelector<HTMLElement>('.desk-button')?.focus());
  };

  if (kept.hasDesk) await load();
  return {
    above(state, level) {
      if (!hasDesk(state)) return nothing;
      if (words === null) {
        begin();
        // Its words come later: the place of the button is kept, so that it moves nothing.
        return html`<div class="desk-way"><span class="plain desk-button" aria-hidden="true"></span></div>`;
      }
      const amount = Object.values(deskOf(state.posts.values(), Date.now())).flat().length;
      if (!kept.isDeskOpen)
        return html`<div class="desk-way">
          <button type="button" class="plain desk-button" @click=${(event: Event) => open(true, event)}>
            ${words.openDesk(amount)}
          </button>
        </div>`;
      return html`<peer-discussion-desk
          .words=${words}
          .state=${state}
          .locale=${strings.locale}
          .level=${level}
          .onLeave=${(event: Event) => open(false, event)}
        ></peer-discussion-desk>
        ${
          hasEvidence(state)
            ? html`<section class="desk" aria-labelledby=${evidenceId}>
                <div id=${evidenceId} class="desk-name" role="heading" aria-level=${level}>${words.evidence}</div>
                <peer-discussion-evidence
                  .words=${words}
                  .of=${null}
                  .promptId=${null}
                  .about=${state.discussion?.id ?? ''}
                ></peer-discussion-evidence>
              </section>`
            : nothing
        }`;
    },
  };
}
