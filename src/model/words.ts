// The words of a body as evidence counts them: what the author wrote, without quotations, code and addresses.

/** Scripts that put no space between words. */
const spaceless = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{Script=${script}}`)
  .join('');
const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
/** A run of a script without spaces, short enough for the segmenter to be quick (its time grows with the square), or a word. */
const runOrWord = new RegExp(
  `([${spaceless}][${spaceless}\\p{M}ー]{0,99})|(?![${spaceless}])[\\p{L}\\p{N}](?:(?![${spaceless}])[\\p{L}\\p{M}\\p{N}]|['’·](?=\\p{L}))*`,
  'gu',
);
const withoutSpaces = new RegExp(`[${spaceless}]`, 'u');

/** The words of a Markdown source that are its author's own, in lower case and in every script. */
export function ownWords(body: string): readonly string[] {
  const own = body
    .replace(/^ {0,3}(`{3,}|~{3,}).*?(^ {0,3}\1|$(?![^]))/gms, ' ')
    .replace(/^ {0,3}>.*$/gm, ' ')
    .replace(/(?<!`)(`{1,3})(?!`)[^\n]*?(?<!`)\1(?!`)/g, ' ')
    .replace(/\]\([^()\n]*\)/g, '] ')
    .replace(/\bhttps?:\/\/\S+/gi, ' ');
  const words: string[] = [];
  for (const [found, run] of own.normalize('NFKC').toLowerCase().matchAll(runOrWord)) {
    if (run === undefined) words.push(found);
    else for (const { segment, isWordLike } of segmenter.segment(run)) if (isWordLike) words.push(segment);
  }
  return words;
}

/** The runs of three words that these words have; of fewer than three, all of them as one. */
export function threesOf(words: readonly string[]): ReadonlySet<string> {
  if (words.length < 3) return new Set([words.join(' ')]);
  return new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`));
}

/** True for a word long enough to say what a text is about: by the script, as far as that tells. */
export function isTopic(word: string): boolean {
  if (withoutSpaces.test(word) || /\p{Script=Hangul}/u.test(word)) return word.length >= 2;
  return word.length >= (/^[\p{Script=Latin}\d'’·]+$/u.test(word) ? 5 : 4);
}
