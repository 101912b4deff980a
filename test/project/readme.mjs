// The parts of the README that a script writes, between two comments of one name.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';

const file = fileURLToPath(new URL('../../README.md', import.meta.url));
const marks = (name) => [`<!-- ${name}: written by a script -->`, `<!-- /${name} -->`];

/** The text between the marks of this name. */
export function readBetween(name) {
  const text = readFileSync(file, 'utf8');
  const [begin, end] = marks(name);
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`README.md has no place for «${name}»`);
  return text.slice(from + begin.length, to).trim();
}

/** Markdown as it stands in the README. */
export async function formatted(content) {
  return (await format(content, { parser: 'markdown', printWidth: 120 })).trim();
}

/** Puts a text between the marks of this name. */
export async function writeBetween(name, content) {
  const text = readFileSync(file, 'utf8');
  readBetween(name);
  const [begin, end] = marks(name);
  const before = text.slice(0, text.indexOf(begin) + begin.length);
  writeFileSync(file, `${before}\n\n${await formatted(content)}\n\n${text.slice(text.indexOf(end))}`);
}
