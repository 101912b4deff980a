// The words of the facilitator's desk, as an interface: a language that lacks one does not compile.
import type { DeskList } from '../../../model/desk.ts';
import type { Reason } from '../../../model/post.ts';
import { wordsIn, type Languages } from '../words-in.ts';
import type { Strings } from '../../strings.ts';

/** The acts of a facilitator at the desk. */
export type DeskAct = 'approve' | 'followUp' | 'privately' | 'invite' | 'pin' | 'move' | 'endorse' | 'conclude';

/** An act in words: its button, what its field asks for, what is said once it is done. */
export interface ActText {
  readonly name: string;
  readonly field: string;
  readonly done: string;
}

/** The words of this part. */
export interface DeskWords {
  readonly desk: string;
  readonly deskHint: string;
  /** @param amount what needs somebody */
  readonly openDesk: (amount: number) => string;
  readonly closeDesk: string;
  readonly deskGathering: string;
  readonly nothingWaits: string;
  readonly lists: Readonly<Record<DeskList, { readonly name: string; readonly help: string }>>;
  readonly acts: Readonly<Record<DeskAct, ActText>>;
  readonly unpin: string;
  readonly firstPost: string;
  readonly goToPost: string;
  readonly deskSend: string;
  readonly deskCancel: string;
  readonly deskUndo: string;
  readonly undone: string;
  readonly noteOptional: string;
  readonly deskReasons: Readonly<Record<Reason, string>>;
  readonly deskOwnReason: string;
  readonly whatWasDone: string;
  /** An act of the log, by the type of its command. */
  readonly logged: Readonly<Record<string, string>>;
  /** @param name who did it */
  readonly doneBy: (name: string) => string;
  readonly deskKeys: string;
  readonly needsText: string;
}

const languages: Languages<DeskWords> = {
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
export function deskWordsIn(strings: Strings): Promise<DeskWords> {
  return wordsIn(strings, languages);
}

/** Every language of this part. */
export const deskLanguages: Languages<DeskWords> = languages;
