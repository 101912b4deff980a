// Writes code as Markdown: every character as it is, whatever backticks it holds.

/** A run of this mark that is longer than any in the code. */
function fenceFor(code: string, mark: string, shortest: number): string {
  let longest = shortest - 1;
  for (const [run] of code.matchAll(new RegExp(`${mark}+`, 'g'))) longest = Math.max(longest, run.length);
  return mark.repeat(longest + 1);
}

/** A block of code. */
export function codeBlock(code: string): string {
  const fences = [fenceFor(code, '`', 3), fenceFor(code, '~', 3)] as const;
  const fence = fences[1].length < fences[0].length ? fences[1] : fences[0];
  return `\n\n${fence}\n${code.replace(/^\n|\n$/g, '')}\n${fence}\n\n`;
}

/** Code within a line. */
export function codeInLine(code: string): string {
  const line = code.replace(/\s*\n\s*/g, ' ');
  if (line.trim() === '') return line;
  const fence = fenceFor(line, '`', 1);
  const space = /^[ `]|[ `]$/.test(line) ? ' ' : '';
  return fence + space + line + space + fence;
}
