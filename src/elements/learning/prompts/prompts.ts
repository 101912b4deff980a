// What facilitators ask: above the place to write, beside the field which prompt is answered, and at the end of reading
// who waits for an answer.
import { html } from 'lit';
import { define } from '../../define.ts';
import type { Learning, LearningBasis } from '../learning.ts';
import { moveWordsIn } from '../moves/move-words.ts';
import { answering } from './answering.ts';
import { PeerDiscussionPrompts } from './peer-discussion-prompts.ts';
import { PeerDiscussionWaiting } from './peer-discussion-waiting.ts';
import { promptWordsIn } from './prompt-words.ts';

define('peer-discussion-prompts', PeerDiscussionPrompts);
define('peer-discussion-waiting', PeerDiscussionWaiting);

/** The part of learning that is about prompts. */
export async function makePrompts({
  strings,
  state: stateNow,
}: LearningBasis): Promise<Pick<Learning, 'above' | 'choices' | 'ending'>> {
  const [words, moveWords] = await Promise.all([promptWordsIn(strings), moveWordsIn(strings)]);
  return {
    above: (state, level) =>
      html`<peer-discussion-prompts
        .strings=${strings}
        .words=${words}
        .moveWords=${moveWords}
        .state=${state}
        .level=${level}
      ></peer-discussion-prompts>`,
    choices: (host) => answering(host, stateNow(), words),
    ending: (state) => html`<peer-discussion-waiting .words=${words} .state=${state}></peer-discussion-waiting>`,
  };
}
