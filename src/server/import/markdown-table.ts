// Rules that make a Markdown table of an HTML one. Cells hold one line each: more is not possible there.
import type TurndownService from 'turndown';

const cells = (row: Element): Element[] => Array.from(row.children).filter((cell) => /^T[DH]$/.test(cell.nodeName));

/** The table a row belongs to, and that table's rows; rows of a table inside it are not among them. */
function rowsAround(row: Element): Element[] {
  const parent = row.parentElement;
  const table = parent?.nodeName === 'TABLE' ? parent : parent?.parentElement;
  const groups = Array.from(table?.children ?? []);
  return groups.flatMap((group) => (group.nodeName === 'TR' ? [group] : Array.from(group.children))).filter(isRow);
}

function isRow(element: Element): boolean {
  return element.nodeName === 'TR';
}

function isHead(row: Element): boolean {
  return row.parentElement?.nodeName === 'THEAD' || cells(row).every((cell) => cell.nodeName === 'TH');
}

const line = (entries: readonly string[]): string => `| ${entries.join(' | ')} |\n`;

/** A cell's text with every bar escaped: a bar after an even number of backslashes would end the cell. */
function withoutBars(text: string): string {
  return text.replace(/(\\*)\|/g, (bar, slashes: string) => (slashes.length % 2 === 0 ? `${slashes}\\|` : bar));
}

/** Adds what turns tables into Markdown. A table without a head gets an empty one, since Markdown knows no other. */
export function addTableRules(service: TurndownService): void {
  service.addRule('cell', {
    filter: ['td', 'th'],
    replacement: (content) => `${withoutBars(content.trim().replace(/\s*\n\s*/g, ' '))} | `,
  });
  service.addRule('row', {
    filter: 'tr',
    replacement(content, row) {
      const rows = rowsAround(row);
      const width = Math.max(...rows.map((one) => cells(one).length));
      const missing = width - cells(row).length;
      const written = `| ${content}${' | '.repeat(missing)}`.trimEnd() + '\n';
      if (rows[0] !== row) return written;
      const border = line(Array<string>(width).fill('---'));
      return isHead(row) ? written + border : line(Array<string>(width).fill('')) + border + written;
    },
  });
  service.addRule('rows', { filter: ['thead', 'tbody', 'tfoot'], replacement: (content) => content });
  service.addRule('caption', { filter: 'caption', replacement: (content) => `${content.trim()}\n\n` });
  service.addRule('table', { filter: 'table', replacement: (content) => `\n\n${content.trim()}\n\n` });
}
