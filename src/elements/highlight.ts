// Shows the words of a search in the texts, where the browser can without touching them (CSS Custom Highlight API).
import { plain } from './find-posts.ts';

const name = 'peer-search';
const perPanel = new Map<ParentNode, readonly Range[]>();

/** The places in a text where a word stands, as a reader sees the text: without case and accents. */
function placesOf(text: string, words: readonly string[]): [number, number][] {
  let folded = '';
  const from: number[] = [];
  let place = 0;
  for (const character of text) {
    const form = plain(character);
    for (let count = 0; count < form.length; count++) from.push(place);
    folded += form;
    place += character.length;
  }
  from.push(place);
  const found: [number, number][] = [];
  for (const word of words)
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      found.push([from[at] ?? 0, from[at + word.length] ?? place]);
  return found;
}

/** Marks these words, as `wordsOf()` gives them, in all texts of a panel; none takes the marks away. */
export function highlight(root: ParentNode, words: readonly string[]): void {
  if (!('highlights' in CSS)) return;
  const ranges: Range[] = [];
  for (const prose of words.length === 0 ? [] : root.querySelectorAll('.prose')) {
    const texts = document.createTreeWalker(prose, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode())
      for (const [start, end] of placesOf(node.nodeValue ?? '', words)) {
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, end);
        ranges.push(range);
      }
  }
  if (ranges.length === 0) perPanel.delete(root);
  else perPanel.set(root, ranges);
  const all = [...perPanel.values()].flat();
  if (all.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...all));
}
