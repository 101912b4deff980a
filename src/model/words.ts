// The words of a body as evidence counts them: what the author wrote, without quotations, code and addresses.

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** The words of a Markdown source that are its author's own, in lower case; in every script that Unicode segments. */
export function ownWords(body: string): readonly string[] {
  const own = body
    .replace(/^(`{3,}|~{3,}).*?(^\1|$(?![^]))/gms, ' ')
    .replace(/^ {0,3}>.*$/gm, ' ')
    .replace(/`[^`\n]*`/g, ' ')
    .replace(/\bhttps?:\/\/\S+/gi, ' ');
  return Array.from(segmenter.segment(own.normalize('NFKC').toLowerCase()))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}

/** How alike two lists of words are: shared words in threes, as a part (0 to 1) of the shorter list's. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  const threes = (words: readonly string[]): Set<string> =>
    new Set(
      words.length < 3 ? [words.join(' ')] : words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`),
    );
  const [less, more] = [threes(a), threes(b)].sort((one, other) => one.size - other.size) as [Set<string>, Set<string>];
  let shared = 0;
  for (const three of less) if (more.has(three)) shared++;
  return shared / less.size;
}
