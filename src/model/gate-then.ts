// What a gate kept from somebody at the time when they wrote: by the gates as they stand, and by what that person's posts
// had opened by then. Who sees what now is in view.ts.
import type { Role, StoredDiscussion, StoredPost } from './post.ts';
import { gateKey, isOpenAt, type StageName } from './prompt.ts';
import { placed } from './view.ts';

const keptOut: ReadonlySet<Role> = new Set(['guest', 'member']);

/**
 * Says of a post whether a gate kept it from its reader at a time of theirs.
 * @param own what that reader wrote
 */
export function gatesThen(
  { prompts = [], moved }: Pick<StoredDiscussion, 'prompts' | 'moved'>,
  own: Iterable<StoredPost>,
): (post: StoredPost, wrote: StoredPost) => boolean {
  const openedAt = new Map<string, string>();
  for (const { prompt, unlocked = {} } of own)
    for (const [stage, at] of Object.entries(unlocked)) {
      const key = gateKey(prompt?.id ?? '', stage as StageName);
      const earlier = openedAt.get(key);
      if (earlier === undefined || at < earlier) openedAt.set(key, at);
    }
  return (post, wrote) => {
    const place = placed(post, moved).prompt;
    const stages = prompts.find(({ id }) => id === place?.id)?.stages;
    const gate = stages?.find(({ name }) => name === place?.stage)?.gate;
    // What facilitators answer somebody is in front of every gate.
    if (place === undefined || gate === undefined || post.author.role === 'facilitator') return false;
    const opened = openedAt.get(gateKey(place.id, place.stage));
    // The very post that opens a gate was written before there was anything to see.
    const isOpen = isOpenAt(gate, Date.parse(wrote.createdAt)) || (opened !== undefined && opened < wrote.createdAt);
    return keptOut.has(wrote.author.role) && !isOpen;
  };
}
