// Decides where Markdown can show emphasis as the HTML had it. Its marks depend on the letters beside them; where they
// would be misread, the text stays and the emphasis goes.

const marks: Readonly<Record<string, string>> = {
  ...{ EM: '*', I: '*', CITE: '*', VAR: '*', DFN: '*' },
  ...{ STRONG: '**', B: '**' },
  ...{ DEL: '~~', S: '~~', STRIKE: '~~' },
};
const codes = new Set(['CODE', 'KBD', 'SAMP', 'TT']);
const inline = new Set([...Object.keys(marks), ...codes, 'A', 'IMG', 'Q', 'SUB', 'SUP']);

/** What has marks of its own at the start of a line. */
const blocks = 'blockquote, dl, h1, h2, h3, h4, h5, h6, hr, ol, pre, table, ul';

/** The side of an element to look at. */
type Side = 'previousSibling' | 'nextSibling';

/** True for what stands in a line with the text around it. */
export function runsOn(node: Node): boolean {
  return node.nodeType === 3 || inline.has(node.nodeName);
}

function shows(node: Node): boolean {
  const text = node.textContent ?? '';
  return node.nodeName === 'IMG' || (codes.has(node.nodeName) ? text.trim() : text) !== '';
}

/** What stands right beside an element in its line, over the edges of what it is in; null where nothing does. */
function neighbour(element: Node, side: Side): Node | null {
  let node = element;
  for (;;) {
    const next = node[side];
    if (next === null) {
      if (node.parentNode === null || !runsOn(node.parentNode)) return null;
      node = node.parentNode;
    } else if (!runsOn(next)) return null;
    else if (shows(next)) return next;
    else node = next;
  }
}

/** True where code ends right before an element. */
export function followsCode(element: Node): boolean {
  let node = neighbour(element, 'previousSibling');
  while (node !== null && !codes.has(node.nodeName)) node = node.lastChild;
  return node !== null;
}

/** The letter of Markdown that stands right beside an element in its line; empty for none. */
export function letterBeside(element: Node, side: Side): string {
  const found = neighbour(element, side);
  if (found === null) return '';
  if (codes.has(found.nodeName) && !followsCode(found)) return '`';
  if (found.nodeName === 'A' || found.nodeName === 'IMG') return ']';
  const letters = [...(found.textContent ?? '')];
  return (side === 'nextSibling' ? letters[0] : letters.at(-1)) ?? '';
}

const isSpace = (letter: string): boolean => /^\s?$/u.test(letter);
const isMark = (letter: string): boolean => /^[\p{P}\p{S}]$/u.test(letter);
const isWord = (letter: string): boolean => !isSpace(letter) && !isMark(letter);

function isInside(element: Node, mark: string): boolean {
  for (let outer = element.parentNode; outer !== null; outer = outer.parentNode)
    if (marks[outer.nodeName] === mark) return true;
  return false;
}

/** The content of an element with the marks of its emphasis, or without them where they would be misread. */
export function emphasised(content: string, element: Element): string {
  const mark = marks[element.nodeName] ?? '';
  const left = neighbour(element, 'previousSibling');
  const touches = left !== null && marks[left.nodeName] !== undefined && (left.textContent ?? '').trim() !== '';
  if (element.querySelectorAll(blocks).length > 0) return `\n\n${content.trim()}\n\n`;
  if (isInside(element, mark) || touches) return content;
  const before = letterBeside(element, 'previousSibling');
  const after = letterBeside(element, 'nextSibling');
  const isNested = isInside(element, '*') || isInside(element, '**');
  const opens = element.previousSibling === null && element.nextSibling !== null;
  if (isNested && (opens || !/^[\s(]?$/.test(before) || !/^[\s.,;:!?)]?$/.test(after))) return content;
  const marked = (part: string): string => {
    if (part.endsWith('\\')) return part;
    const letters = [...part];
    const fits = !(isWord(before) && isMark(letters[0] ?? '')) && !(isWord(after) && isMark(letters.at(-1) ?? ''));
    if (fits) return mark + part + mark;
    const [, lead = '', core = '', tail = ''] = /^([\s\p{P}\p{S}]*)(.*?)([\s\p{P}\p{S}]*)$/su.exec(part) ?? [];
    return core === '' || /[[\]()<>`*\\~]/.test(part) ? part : lead + mark + core + mark + tail;
  };
  return content
    .split(/\n{2,}/)
    .map((part) => part.replace(/\S(?:.*\S)?/s, marked))
    .join('\n\n');
}
