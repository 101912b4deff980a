// Finds where a text stops being JSON: engines say so in some cases and some versions only.

const token =
  /\s*(?:([{}[\],:])|("[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-f]{4})[^"\\\u0000-\u001f]*)*")|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null)(?![\w.]))/iy;

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | 'next';

/** The offset of the first character that no JSON could have there; the length of a text that merely ends too early. */
export function jsonBreak(text: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    token.lastIndex = at;
    const found = token.exec(text);
    const start = at + (/^\s*/.exec(text.slice(at, at + 1_000))?.[0].length ?? 0);
    if (found === null) return start;
    const mark = found[1] ?? '';
    const isString = found[2] !== undefined;
    const closes = (mark === '}' && open.at(-1) === '{') || (mark === ']' && open.at(-1) === '[');
    if (closes && (expected === 'next' || expected === 'key or }' || expected === 'value or ]')) {
      open.pop();
      expected = 'next';
    } else if (expected === 'next' && mark === ',' && open.length > 0) expected = open.at(-1) === '{' ? 'key' : 'value';
    else if (expected === ':' && mark === ':') expected = 'value';
    else if ((expected === 'key' || expected === 'key or }') && isString) expected = ':';
    else if ((expected === 'value' || expected === 'value or ]') && (mark === '{' || mark === '[')) {
      open.push(mark);
      expected = mark === '{' ? 'key or }' : 'value or ]';
    } else if ((expected === 'value' || expected === 'value or ]') && mark === '') expected = 'next';
    else return start;
    at = token.lastIndex;
  }
}
