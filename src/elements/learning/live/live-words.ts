// The words around the questions of an event and the wall they are shown on, as an interface: a language that lacks one
// does not compile.
import { wordsIn, type Languages } from '../words-in.ts';
import type { Strings } from '../../strings.ts';

/** The words of this part. */
export interface LiveWords {
  readonly liveTitle: string;
  readonly liveAsk: string;
  readonly liveSend: string;
  readonly liveGathering: string;
  readonly liveNow: string;
  readonly liveOpen: (amount: number) => string;
  readonly liveNone: string;
  readonly liveAnswered: (amount: number) => string;
  /** Puts a question on as the one that is being answered. */
  readonly liveTake: string;
  readonly livePutBack: string;
  readonly liveSettle: string;
  readonly liveReopen: string;
  readonly liveGo: string;
  /** What two single keys do on a question of the list, by their letters. */
  readonly liveKeys: (answered: string, now: string) => string;
  readonly liveProject: string;
  /** On the wall, where the connection is lost. */
  readonly liveOffline: string;
  readonly liveNames: string;
  /** Marks the current question as answered, if there is one, and puts the next one on. */
  readonly liveNext: string;
  readonly liveUndo: string;
  readonly saidTaken: string;
  readonly saidPutBack: string;
  readonly saidAnswered: string;
  readonly saidReopened: string;
}

const languages: Languages<LiveWords> = {
  ar: async () => (await import('./words/ar.ts')).arabic,
  de: async () => (await import('./words/de.ts')).german,
  en: async () => (await import('./words/en.ts')).english,
  es: async () => (await import('./words/es.ts')).spanish,
  fr: async () => (await import('./words/fr.ts')).french,
  ja: async () => (await import('./words/ja.ts')).japanese,
  pt: async () => (await import('./words/pt.ts')).portuguese,
  'zh-Hans': async () => (await import('./words/zh-hans.ts')).simplifiedChinese,
};

/** The words of this part in the panel's language. */
export function liveWordsIn(strings: Strings): Promise<LiveWords> {
  return wordsIn(strings, languages);
}

/** Every language of this part. */
export const liveLanguages: Languages<LiveWords> = languages;
