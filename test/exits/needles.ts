// Words that stand nowhere else, and texts of lengths that nothing else has: what is looked for in all that leaves.
import { randomInt } from 'node:crypto';

/** A word of ten letters that was never said before. */
export function needle(): string {
  return `zq${Array.from({ length: 8 }, () => 'abcdefghijklmnopqrstuvwxyz'.charAt(randomInt(26))).join('')}`;
}

/** Every such word, every id and every time in a text. */
export function needlesIn(text: string): string[] {
  const times = text.match(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g) ?? [];
  return [
    ...(text.match(/zq[a-z]{8}/g) ?? []),
    ...(text.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? []),
    ...times,
    ...times.map((time) => String(Date.parse(time))),
  ];
}

let length = 0;

/** A text of such words, as long as no other and longer than 200 characters. */
export function longText(): string {
  return Array.from({ length: 20 + length++ }, needle).join(' ');
}

/** Every number in JSON, however deep; none in what is not JSON. */
export function numbersIn(text: string): readonly number[] {
  const numbers: number[] = [];
  try {
    JSON.parse(text, (_key, value: unknown) => {
      if (typeof value === 'number') numbers.push(value);
      return value;
    });
  } catch {
    return [];
  }
  return numbers;
}
