// What a body is worth as evidence: how many words are its author's own, and whether it repeats or takes something up.
// A floor against filler, never a measure of quality.
import { likeness, ownWords } from './words.ts';

/** Above this part of shared threes of words a body repeats another. */
const alike = 0.5;
/** Words that must come back from what is answered. */
const takenUp = 2;
/** A word is somebody's own topic where at most this part of the other posts uses it … */
const rarePart = 0.1;
/** … or so many of them. */
const rareCount = 2;

/** What a body stands among. */
export interface Surroundings {
  /** What it answers: the body of a post, or the text of a prompt; null where it answers nothing. */
  readonly answered: string | null;
  /** Whether that is a prompt: everybody takes up its words. */
  readonly isPrompt: boolean;
  /** Bodies that it may repeat: its author's other posts, and those of the thread. */
  readonly others: readonly string[];
  /** In how many posts of the discussion a word occurs, and how many posts there are. */
  readonly spread: (word: string) => number;
  readonly posts: number;
}

/** Words that say what a text is about: of five letters or more, or of two characters in scripts without spaces. */
function topics(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.filter((word) => word.length >= 5 || (word.length >= 2 && /[^\p{Script=Latin}\d]/u.test(word))));
}

/** What a body is worth: words of its own, and false where it repeats others or takes nothing up. */
export function worthOf(body: string, around: Surroundings): { readonly words: number; readonly isOwn: boolean } {
  const words = ownWords(body);
  const isRepeated = around.others.some((other) => likeness(words, ownWords(other)) > alike);
  if (words.length === 0 || isRepeated) return { words: words.length, isOwn: false };
  if (around.answered === null) return { words: words.length, isOwn: true };
  const answered = ownWords(around.answered);
  if (!around.isPrompt && likeness(words, answered) > alike) return { words: words.length, isOwn: false };
  const about = topics(answered);
  const isRare = (word: string): boolean =>
    around.isPrompt || around.spread(word) <= Math.max(rareCount, rarePart * around.posts);
  const shared = [...topics(words)].filter((word) => about.has(word) && isRare(word));
  return { words: words.length, isOwn: shared.length >= Math.min(takenUp, about.size) };
}
