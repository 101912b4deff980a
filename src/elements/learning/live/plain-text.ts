// What a body says without its marks, on one line and not too long: for a list, and for a wall that nobody can press.
import { format } from '../../formatter.ts';

/** Characters of a question that are shown; the whole of it stands in the discussion. */
const mostCharacters = 240;
const blocks = 'p, li, h1, h2, h3, h4, h5, h6, pre, td, th, br';

/** The words of a body; its source until Markdown can be made. */
export function plainText(source: string): string {
  const made = format(source);
  for (const block of made?.querySelectorAll(blocks) ?? []) block.after(' ');
  const text = (made?.textContent ?? source).replace(/\s+/g, ' ').trim();
  const characters = [...text];
  if (characters.length <= mostCharacters) return text;
  return `${characters
    .slice(0, mostCharacters)
    .join('')
    .replace(/\s\S{0,20}$/, '')}…`;
}
