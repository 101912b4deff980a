// What a body says without its marks, on one line and not too long: for a list, and for a wall that nobody can press.
import { format } from '../../formatter.ts';

const blocks = 'p, li, h1, h2, h3, h4, h5, h6, pre, td, th, br';
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]/u;

/** About how much of a line a text takes, in Latin letters: a sign of an East Asian script takes two. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (wide.test(sign) ? 2 : 1), 0);
}

/**
 * The words of a body; of its source until Markdown can be made.
 * @param mostWidth where it is cut, as `widthOf` counts; the whole of it stands in the discussion
 */
export function plainText(source: string, mostWidth = 240): string {
  const made = format(source);
  for (const block of made?.querySelectorAll(blocks) ?? []) block.after(' ');
  const text = (made?.textContent ?? source).replace(/\s+/g, ' ').trim();
  if (widthOf(text) <= mostWidth) return text;
  let kept = '';
  let width = 1;
  for (const sign of text) {
    width += widthOf(sign);
    if (width > mostWidth) break;
    kept += sign;
  }
  return `${kept.replace(/\s\S{0,20}$/, '')}…`;
}
