// Markdown of what was rendered from Markdown and then selected: the marks of a text, its lists, code and links. Quotes in
// it are left out, so that quotations do not pile up. Pure.

const marks: Readonly<Record<string, string>> = { STRONG: '**', EM: '*', DEL: '~~' };

/** What would be read as a mark, made a plain character. */
function escaped(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\\`*_~[\]<>|]/gu, '\\$&');
}

/** The same at the beginning of a line, where more characters mean something. */
function escapedStart(line: string): string {
  return line.replace(/^(#{1,6}|[-+])(?=\s|$)/u, '\\$1').replace(/^(\d{1,9})([.)])(?=\s|$)/u, '$1\\$2');
}

/** Code in as many backticks as it takes. */
function coded(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? fence + text + fence : `${fence} ${text} ${fence}`;
}

/** Marks stand at the words, never at the white space around them. */
function marked(text: string, before: string, after = before): string {
  const words = text.trim();
  return words === '' ? text : text.replace(words, () => before + words + after);
}

function inline(node: Node): string {
  if (node instanceof Text) return escaped(node.data);
  if (!(node instanceof Element)) return '';
  if (node.tagName === 'BR') return '\n';
  if (node.tagName === 'CODE') return coded(node.textContent);
  const text = [...node.childNodes].map(inline).join('');
  const mark = marks[node.tagName];
  if (mark !== undefined) return marked(text, mark);
  const address = node instanceof HTMLAnchorElement ? node.getAttribute('href') : null;
  return address === null ? text : marked(text, '[', `](<${address.replace(/[<>]/gu, encodeURIComponent)}>)`);
}

/** Lines of a paragraph. */
function lines(nodes: readonly Node[]): string {
  const text = nodes.map(inline).join('').trim();
  return text
    .split('\n')
    .map((line) => escapedStart(line.trim()))
    .join('\n');
}

function indented(text: string, by: string): string {
  return text.replace(/\n(?!\n)/gu, `\n${by}`);
}

function list(element: Element): string {
  const first = element instanceof HTMLOListElement ? element.start : null;
  const items = [...element.children].map((item, place) => {
    const sign = first === null ? '- ' : `${first + place}. `;
    return sign + indented(blocks(item.childNodes, '\n'), ' '.repeat(sign.length));
  });
  return items.join('\n');
}

function block(element: Element): string {
  switch (element.tagName) {
    case 'UL':
    case 'OL':
      return list(element);
    case 'LI':
      return `- ${indented(blocks(element.childNodes, '\n'), '  ')}`;
    case 'PRE': {
      const code = element.textContent.replace(/\n$/u, '');
      const fence = coded(code).match(/^`*/u)?.[0].padEnd(3, '`') ?? '```';
      return `${fence}\n${code}\n${fence}`;
    }
    case 'TABLE':
      return [...element.querySelectorAll('tr')]
        .map((row) => [...row.children].map((cell) => lines([...cell.childNodes])).join(' · '))
        .join('\n');
    case 'H1':
    case 'H2':
    case 'H3':
    case 'H4':
    case 'H5':
    case 'H6':
      return marked(lines([...element.childNodes]), '**');
    case 'BLOCKQUOTE':
    case 'HR':
      return '';
    default:
      return lines([...element.childNodes]);
  }
}

const blockTags = /^(?:P|UL|OL|LI|PRE|TABLE|H[1-6]|BLOCKQUOTE|HR)$/u;

function blocks(nodes: Iterable<Node>, between: string): string {
  const made: string[] = [];
  let loose: Node[] = [];
  const end = (): void => {
    made.push(lines(loose));
    loose = [];
  };
  for (const node of nodes) {
    if (!(node instanceof Element) || !blockTags.test(node.tagName)) loose.push(node);
    else {
      end();
      made.push(block(node));
    }
  }
  end();
  return made.filter((text) => text !== '').join(between);
}

/** The Markdown of a part of a rendered text; empty where nothing of it can be quoted. */
export function markdownOf(fragment: DocumentFragment): string {
  return blocks(fragment.childNodes, '\n\n');
}
