// What a body is worth as evidence: how many words are its author's own, and whether it repeats or takes something up.
// A floor against filler, never a measure of quality.
import type { Evidence } from './post.ts';
import { isTopic, ownWords, threesOf } from './words.ts';

/** What repeats others by more than this part of its runs of three words, or has fewer different ones, is not its author's own. */
const alike = 0.5;
/** Words that must come back from what is answered … */
const takenUp = 2;
/** … and of a prompt, one for each so many that it has: most of what one knows stands in no question. */
const promptPart = 5;
/** A word is somebody's own topic where at most this part of the other posts uses it … */
const rarePart = 0.1;
/** … or so many of them. */
const rareCount = 2;

/** Of a body that was removed a quarter of its runs of three words stays, each as one of so many numbers … */
const sketchEvery = 4;
/** … in so many hexadecimal digits: enough to know a text again, too little to read it from. */
const sketchDigits = 3;

/** A body, taken apart. */
export interface Wording {
  readonly words: readonly string[];
  readonly threes: ReadonlySet<string>;
  readonly topics: ReadonlySet<string>;
}

/** What a body stands among. */
export interface Surroundings {
  /** What it answers: a post, or the text of a prompt. */
  readonly answered: Wording;
  readonly isPrompt: boolean;
  /** What it may repeat: its author's other posts, and those of the prompt. */
  readonly others: readonly Wording[];
  /** Sketches of what its author has removed. */
  readonly gone: readonly string[];
  /** Other posts of the prompt, among which a word is rare or not. */
  readonly sample: readonly Wording[];
}

/** Takes a body apart. */
export function wordingOf(body: string): Wording {
  const words = ownWords(body);
  return { words, threes: threesOf(words), topics: new Set(words.filter(isTopic)) };
}

/** The numbers of some of these runs of words: always of the same ones. */
function sketched(threes: Iterable<string>): readonly string[] {
  const found: string[] = [];
  for (const three of threes) {
    let hash = 0x811c9dc5; // FNV-1a
    for (let at = 0; at < three.length; at++) hash = Math.imul(hash ^ three.charCodeAt(at), 0x01000193) >>> 0;
    hash = (hash ^ (hash >>> 15)) >>> 0;
    if (hash % sketchEvery === 0) found.push((hash >>> 8).toString(16).padStart(6, '0').slice(-sketchDigits));
  }
  return found;
}

/** What is kept of bodies that are removed, so that they are known where they are pasted again. */
export function sketchOf(bodies: readonly string[]): string {
  const runs = new Set(bodies.flatMap((body) => [...wordingOf(body).threes]));
  return [...new Set(sketched(runs))].sort().join('');
}

/** True where most of a body is what its author has removed before. */
function isBroughtBack({ threes }: Wording, gone: readonly string[]): boolean {
  const known = new Set(gone.flatMap((sketch) => sketch.match(new RegExp(`.{${sketchDigits}}`, 'g')) ?? []));
  const own = known.size === 0 ? [] : sketched(threes);
  return own.filter((one) => known.has(one)).length > alike * own.length;
}

/** True where most of a body stands elsewhere, in one place or put together from several, or is the same again and again. */
function isRepeated({ words, threes }: Wording, elsewhere: readonly Wording[]): boolean {
  if (threes.size < alike * (words.length - 2)) return true;
  let known = 0;
  for (const three of threes) if (elsewhere.some((other) => other.threes.has(three))) known++;
  return known > alike * threes.size;
}

/** What a body is worth by itself: everything but when it was weighed, and as what. */
export type Worth = Pick<Evidence, 'words' | 'isOwn' | 'flaw'>;

/** What a body is worth: words of its own, and why it counts for nothing where it repeats others or takes nothing up. */
export function worthOf(body: string, { answered, isPrompt, others, gone, sample }: Surroundings): Worth {
  const own = wordingOf(body);
  const words = own.words.length;
  if (words === 0) return { words, isOwn: false, flaw: 'quoted' };
  if (isRepeated(own, [...others, answered]) || isBroughtBack(own, gone))
    return { words, isOwn: false, flaw: 'repeated' };
  const about = answered.topics.size;
  const wanted = Math.min(takenUp, isPrompt ? Math.floor(about / promptPart) : about);
  const most = isPrompt ? Infinity : Math.max(rareCount, rarePart * sample.length);
  let shared = 0;
  for (const word of own.topics) {
    if (shared >= wanted) break;
    if (answered.topics.has(word) && sample.filter(({ topics }) => topics.has(word)).length <= most) shared++;
  }
  return shared >= wanted ? { words, isOwn: true } : { words, isOwn: false, flaw: 'aside' };
}
