// Loads what saves evidence, when it is first wanted.
import { define } from '../../define.ts';
import type { Strings } from '../../strings.ts';
import type { EvidenceWords } from './evidence-words.ts';

/** Makes `<peer-discussion-evidence>` known, and gives its words. Rejects where it cannot be had. */
export async function loadEvidence(strings: Strings): Promise<EvidenceWords> {
  const [{ evidenceWordsIn }, { PeerDiscussionEvidence }] = await Promise.all([
    import('./evidence-words.ts'),
    import('./peer-discussion-evidence.ts'),
  ]);
  define('peer-discussion-evidence', PeerDiscussionEvidence);
  return evidenceWordsIn(strings);
}
