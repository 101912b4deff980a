// What happened to somebody's prompts between two states: a gate opened for them, all of a list was done. Tells each
// panel of a completed list once as long as its page stands.
import { isOpenAt, type StageName } from '../../../model/prompt.ts';
import { isPost } from '../../../model/view.ts';
import type { State } from '../../../store/state.ts';
import { PeerCompleteEvent } from '../../events.ts';

/** That something is open to this person now. */
export interface Opened {
  readonly promptId: string;
  readonly stage: StageName;
  /** True where it was their own answer that opened it, and others have answered. */
  readonly bringsOthers: boolean;
}

/** What is open to this person that was closed a moment ago; null where nothing is. */
export function openedSince(before: State | null, now: State): Opened | null {
  if (before === null || before.me?.id !== now.me?.id || before.discussion?.id !== now.discussion?.id) return null;
  for (const { promptId, closed, answered } of now.standings) {
    const stood = before.standings.find((one) => one.promptId === promptId)?.closed ?? [];
    const opened = stood.find((stage) => !closed.includes(stage));
    if (opened === undefined) continue;
    const prompt = now.discussion?.prompts?.find(({ id }) => id === promptId);
    const gate = prompt?.stages.find(({ name }) => name === opened)?.gate;
    return {
      promptId,
      stage: opened,
      bringsOthers:
        answered !== 'nobody' && gate !== undefined && 'words' in gate && !isOpenAt(gate, Date.now(), prompt?.state),
    };
  }
  return null;
}

/** True where first posts of colleagues are there that stood behind what opened. */
export function colleaguesAreThere({ promptId, stage }: Opened, { posts, me }: State): boolean {
  return [...posts.values()].some(
    (post) =>
      isPost(post) &&
      post.parentId === null &&
      post.prompt?.id === promptId &&
      post.prompt.stage === stage &&
      post.author.id !== me?.id &&
      post.author.role !== 'facilitator',
  );
}

const told = new WeakMap<Element, Set<string>>();

/** Fires `peer-complete` from the panel for every completed prompt it has not told of. */
export function tellCompleted(panel: Element, { me, discussion, standings }: State): void {
  const known = told.get(panel) ?? new Set();
  told.set(panel, known);
  for (const { promptId, credit } of standings) {
    const key = JSON.stringify([discussion?.id, me?.id, promptId]);
    if (credit === undefined || credit.completedAt === null || known.has(key)) continue;
    known.add(key);
    panel.dispatchEvent(new PeerCompleteEvent(promptId, credit.version, credit.completedAt));
  }
}
