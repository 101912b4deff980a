// The words of the index of discussions, as an interface: a language that lacks one does not compile.
import type { IndexList } from '../../model/discussion-index.ts';
import { wordsIn, type Languages } from '../learning/words-in.ts';
import type { Strings } from '../strings.ts';

/** The words of this part. */
export interface IndexWords {
  readonly indexTitle: string;
  /** What the buttons choose. */
  readonly indexChoose: string;
  readonly indexLists: Readonly<Record<IndexList, string>>;
  /** What is said where a list has nothing. */
  readonly indexNone: Readonly<Record<IndexList, string>>;
  readonly indexPosts: (amount: number) => string;
  /** @param ago "5 minutes ago" */
  readonly indexLatest: (ago: string) => string;
  readonly indexFresh: (amount: number) => string;
  readonly indexUnanswered: (amount: number) => string;
  readonly indexReplies: (amount: number) => string;
  /** @param amount discussions in the list */
  readonly indexFound: (amount: number) => string;
  readonly indexMore: string;
  readonly indexLoading: string;
  readonly indexOffline: string;
  readonly indexRetry: string;
  readonly indexSignIn: string;
  readonly indexMissing: string;
}

const languages: Languages<IndexWords> = {
  ar: async () => (await import('./words/ar.ts')).arabic,
  de: async () => (await import('./words/de.ts')).german,
  en: async () => (await import('./words/en.ts')).english,
  es: async () => (await import('./words/es.ts')).spanish,
  fr: async () => (await import('./words/fr.ts')).french,
  ja: async () => (await import('./words/ja.ts')).japanese,
  pt: async () => (await import('./words/pt.ts')).portuguese,
  'zh-Hans': async () => (await import('./words/zh-hans.ts')).simplifiedChinese,
};

/** The words of this part in the language of the element. */
export function indexWordsIn(strings: Strings): Promise<IndexWords> {
  return wordsIn(strings, languages);
}

/** Every language of this part. */
export const indexLanguages: Languages<IndexWords> = languages;
