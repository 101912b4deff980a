// Writes code as Markdown: every character as it is, whatever backticks it holds.

function fenceFor(code: string, shortest: number): string {
  const longest = Math.max(shortest - 1, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  return '`'.repeat(longest + 1);
}

/** A block of code. */
export function codeBlock(code: string): string {
  const fence = fenceFor(code, 3);
  return `\n\n${fence}\n${code.replace(/^\n|\n$/g, '')}\n${fence}\n\n`;
}

/** Code within a line. */
export function codeInLine(code: string): string {
  const line = code.replace(/\s*\n\s*/g, ' ');
  if (line.trim() === '') return line;
  const fence = fenceFor(line, 1);
  const space = /^[ `]|[ `]$/.test(line) ? ' ' : '';
  return fence + space + line + space + fence;
}
