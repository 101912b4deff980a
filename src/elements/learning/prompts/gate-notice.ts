// That what colleagues wrote is closed to somebody, and what opens it. Whether it is closed, the authority says of those
// it knows; to everybody else the prompt does.
import { html, nothing, type TemplateResult } from 'lit';
import type { Post } from '../../../model/post.ts';
import { isOpenAt, stageAt, type Prompt, type Stage } from '../../../model/prompt.ts';
import { isPost } from '../../../model/view.ts';
import { ownWords } from '../../../model/words.ts';
import type { State } from '../../../store/state.ts';
import { writerIn } from '../../row-view.ts';
import type { MoveWords } from '../moves/move-words.ts';
import type { PromptWords } from './prompt-words.ts';
import { sayGate } from './say-gate.ts';

/** What a notice is said with. */
interface Saying {
  readonly words: PromptWords;
  readonly moveWords: MoveWords;
  /** A time in words, in the facilitator's time zone. */
  readonly say: (at: string) => string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The notice of the newest stage whose posts are closed to this person; nothing where none is. */
export function gateTemplate(
  prompt: Prompt,
  state: State,
  { words, moveWords, say, now }: Saying,
): TemplateResult | typeof nothing {
  const standing = state.standings.find(({ promptId }) => promptId === prompt.id);
  const isClosed = ({ name, gate }: Stage): boolean =>
    state.me === null ? !isOpenAt(gate, now, prompt.state) : standing?.closed.includes(name) === true;
  const current = stageAt(prompt, now);
  const reached = prompt.stages.slice(0, prompt.stages.findIndex((one) => one === current) + 1);
  const stage = reached.findLast(isClosed);
  if (stage === undefined) return nothing;
  const { gate } = stage;
  const { title, how } = sayGate(gate, words, moveWords, say);
  const mustSignIn = 'words' in gate && writerIn(state) === null;
  const answered = 'words' in gate ? lastAnswer(prompt, stage, state) : undefined;
  const own = answered === undefined ? 0 : ownWords(answered.body).length;
  const isShort = 'words' in gate && own < gate.words;
  return html`<div class="gate" part="gate">
    <p class="label">${title}</p>
    ${answered === undefined ? nothing : html`<p>${words.gateShort} ${isShort ? words.missed.short(own) : nothing}</p>`}
    <p>${[...(mustSignIn ? [words.gateSignIn] : []), ...how].join(' ')}</p>
    ${standing === undefined ? nothing : html`<p class="hint">${words.answered[standing.answered]}</p>`}
  </div>`;
}

/** What this person answered last at this stage, or later: an answer there opens earlier gates too. */
function lastAnswer({ id, stages }: Prompt, stage: Stage, { me, posts }: State): Post | undefined {
  const since = stages.slice(stages.indexOf(stage)).map(({ name }) => name);
  return [...posts.values()].findLast(
    (post): post is Post =>
      isPost(post) &&
      post.author.id === me?.id &&
      post.parentId === null &&
      post.prompt?.id === id &&
      since.includes(post.prompt.stage),
  );
}
