// The words of one part of learning in the language of a panel. The page's own texts lie over them, as over all others.
import { formatsOf, type Formats } from '../formats.ts';
import { match, plainEnglish } from '../locale.ts';
import type { Strings } from '../strings.ts';

/** Words as a language says them. */
export type WordsOf<Words> = (formats: Formats) => Words;

/** A way to the words of each language. */
export type Languages<Words> = Readonly<Record<string, () => Promise<WordsOf<Words>>>> & {
  readonly en: () => Promise<WordsOf<Words>>;
};

/** The words that fit the panel's language; English where there are none. */
export async function wordsIn<Words extends object>(strings: Strings, languages: Languages<Words>): Promise<Words> {
  const { en, ...others } = languages;
  const key = match(strings.locale, others as Parameters<typeof match>[1])?.key ?? 'en';
  const load = key === 'en' ? en : (languages[key] ?? en);
  const words = (await load())(formatsOf(strings.locale));
  // What the panel itself has no word for is the page's own: the panel's words are not this part's, whatever their names.
  const own = Object.entries(strings).filter(
    ([name]) => Object.hasOwn(words, name) && !Object.hasOwn(plainEnglish, name),
  );
  return { ...words, ...Object.fromEntries(own) };
}
