// What facilitators ask: above the place to write, beside the field which prompt is answered, and at the end of reading
// who waits for an answer.
import { html } from 'lit';
import { agoStaleMs } from '../../ago.ts';
import { define } from '../../define.ts';
import { formatPlain, loadFormatter } from '../../formatter.ts';
import { promptsIn } from '../abilities.ts';
import type { Learning, LearningBasis } from '../learning.ts';
import { moveWordsIn } from '../moves/move-words.ts';
import { PeerDiscussionAnswering } from './peer-discussion-answering.ts';
import { PeerDiscussionPrompts } from './peer-discussion-prompts.ts';
import { PeerDiscussionRecord } from './peer-discussion-record.ts';
import { PeerDiscussionWaiting } from './peer-discussion-waiting.ts';
import { promptWordsIn } from './prompt-words.ts';

define('peer-discussion-answering', PeerDiscussionAnswering);
define('peer-discussion-prompts', PeerDiscussionPrompts);
define('peer-discussion-record', PeerDiscussionRecord);
define('peer-discussion-waiting', PeerDiscussionWaiting);

/** To the minute: a stage begins by its date, whether anything else changes or not. */
const now = (): number => Math.floor(Date.now() / agoStaleMs) * agoStaleMs;

/** The part of learning that is about prompts. */
export async function makePrompts({
  strings,
  first,
  kept,
}: LearningBasis): Promise<Pick<Learning, 'above' | 'choices' | 'ending'>> {
  const texts = (promptsIn(first) ?? []).flatMap(({ text, stages }) => [text, ...stages.map((one) => one.instruction)]);
  const [words, moveWords] = await Promise.all([
    promptWordsIn(strings),
    moveWordsIn(strings),
    // A source is seldom as high as what is made of it, and the posts stand below.
    texts.some((text) => formatPlain(text) === null) ? loadFormatter() : null,
  ]);
  const kit = { words, ...kept.hearing };
  return {
    above: (state, level) =>
      html`<peer-discussion-prompts
        .strings=${strings}
        .words=${words}
        .moveWords=${moveWords}
        .state=${state}
        .level=${level}
        .now=${now()}
      ></peer-discussion-prompts>`,
    choices: (host) =>
      html`<peer-discussion-answering .kit=${kit} .host=${host} .choice=${host.choice}></peer-discussion-answering>`,
    ending: (state) => html`<peer-discussion-waiting .words=${words} .state=${state}></peer-discussion-waiting>`,
  };
}
