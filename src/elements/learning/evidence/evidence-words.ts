// The words around the evidence of what counts for credit, one's own and everybody's, as an interface: a language that lacks
// one does not compile.
import { wordsIn, type Languages } from '../words-in.ts';
import type { Strings } from '../../strings.ts';

/** The words of this part. */
export interface EvidenceWords {
  readonly evidence: string;
  readonly evidenceHint: string;
  /** @param form CSV or JSON */
  readonly evidenceSave: (form: string) => string;
  /** @param file the name of the file */
  readonly evidenceSaved: (file: string) => string;
  readonly evidenceFailed: string;
  /** Of one's own. */
  readonly recordHint: string;
}

const languages: Languages<EvidenceWords> = {
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
export function evidenceWordsIn(strings: Strings): Promise<EvidenceWords> {
  return wordsIn(strings, languages);
}

/** Every language of this part. */
export const evidenceLanguages: Languages<EvidenceWords> = languages;
