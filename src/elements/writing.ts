// Everything one writes, answers and changes with, the bar that sorts and searches, keys and quoting, and what tells that
// a row was read: what a first look at a discussion does not need. Loaded by load-writing.ts.
import { define } from './define.ts';
import { PeerDiscussionComposer } from './peer-discussion-composer.ts';
import { PeerDiscussionLoose } from './peer-discussion-loose.ts';
import { PeerDiscussionLook } from './peer-discussion-look.ts';
import { PeerDiscussionQuestion } from './peer-discussion-question.ts';
import { PeerDiscussionReturned } from './peer-discussion-returned.ts';
import { PeerDiscussionUndo } from './peer-discussion-undo.ts';

export { createDwell } from './dwell.ts';
export { KeysController } from './keys-controller.ts';
export { SelectionController } from './selection-controller.ts';

/** Defines the elements; the ones that stand already come to life. */
export function defineWriting(): void {
  define('peer-discussion-question', PeerDiscussionQuestion);
  define('peer-discussion-composer', PeerDiscussionComposer);
  define('peer-discussion-returned', PeerDiscussionReturned);
  define('peer-discussion-loose', PeerDiscussionLoose);
  define('peer-discussion-undo', PeerDiscussionUndo);
  define('peer-discussion-look', PeerDiscussionLook);
}
