// A face drawn from the name alone: initials and one of a few hues. Nothing is fetched, nothing identifies.

/** Hues that the styles know. */
export const avatarHues = 8;

const firstLetter = /\p{L}\p{M}*/u;

/** One or two letters for a name; two only in scripts whose letters stand apart. */
export function initials(name: string): string {
  const letters = name
    .normalize('NFC')
    .split(/\s+/u)
    .flatMap((word) => firstLetter.exec(word)?.[0].slice(0, 2) ?? []);
  const first = letters[0];
  const last = letters.at(-1);
  if (first === undefined || last === undefined) return '·';
  const hasCase = (letter: string): boolean => letter.toLowerCase() !== letter.toUpperCase();
  return letters.length > 1 && hasCase(first) && hasCase(last) ? (first + last).toUpperCase() : first.toUpperCase();
}

/** From 0 to `avatarHues - 1`, the same for the same name everywhere. */
export function hueOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) % avatarHues;
}
