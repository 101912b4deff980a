// The words around prompts, gates, progress and who waits: as an interface, so that a language that lacks one does not
// compile. What only a facilitator's editor says is in editor-words.ts.
import type { Clamp } from '../../../model/credit.ts';
import type { MissReason } from '../../../model/missed.ts';
import type { Coarse } from '../../../model/post.ts';
import type { StageName } from '../../../model/prompt.ts';
import type { Strings } from '../../strings.ts';
import { wordsIn, type Languages } from '../words-in.ts';
import { english } from './words/en.ts';

/** A sentence for each reason why something does not count. */
export interface MissedWords extends Readonly<Record<Exclude<MissReason, 'voided' | 'short' | 'unmarked'>, string>> {
  readonly voided: (reason: string) => string;
  /** Words of one's own. */
  readonly short: (words: number) => string;
  /** The move that it could be marked as. */
  readonly unmarked: (name: string) => string;
}

/** The words of this part. */
export interface PromptWords {
  readonly stages: Readonly<Record<StageName, string>>;
  readonly stagesLabel: string;
  readonly stageNow: string;
  readonly stageFrom: (date: string) => string;
  readonly promptClosed: string;
  readonly promptDraft: string;
  readonly promptSummary: string;
  readonly answerPrompt: string;
  readonly answersLabel: string;
  readonly answersNothing: string;

  readonly gateFirst: string;
  readonly gateLater: string;
  readonly gateWords: (count: number) => string;
  readonly gateKind: (kind: string) => string;
  readonly gateAny: string;
  readonly gateDate: (date: string) => string;
  readonly gateManual: string;
  readonly gateSignIn: string;
  readonly gateShort: string;
  readonly answered: Readonly<Record<Coarse, string>>;
  readonly saidGateOpened: string;

  readonly progressTitle: string;
  /** Over the same list without any progress, as staff see it. */
  readonly ruleTitle: string;
  readonly progressNote: string;
  /** What each part asks for, by how much. */
  readonly clamps: Readonly<Record<Clamp, (want: number) => string>>;
  readonly clampDone: string;
  readonly clampHave: (have: string, want: string) => string;
  /** How much one has read, beside how much is asked. */
  readonly clampRead: (percent: string) => string;
  readonly clampOpen: string;
  readonly missedAnswer: string;
  readonly missedReply: string;
  readonly missedShow: string;
  /** Why it does not count. */
  readonly missed: MissedWords;
  readonly progressDone: (date: string) => string;
  /** Leads to a file of one's own evidence. */
  readonly recordSave: string;

  readonly pageAsk: string;
  readonly pageHint: string;
  readonly pageChanged: string;
  readonly pageAskAgain: string;
  readonly pageUnkept: string;
  readonly pageRefused: (field: string) => string;

  readonly promptNew: string;
  readonly promptChange: string;
  readonly promptOpenGate: string;
  readonly promptNext: (stage: string) => string;
  readonly promptFailed: string;

  readonly waitingCount: (count: number) => string;
  readonly waitingAnswer: (name: string) => string;
}

const languages: Languages<PromptWords> = {
  ar: async () => (await import('./words/ar.ts')).arabic,
  de: async () => (await import('./words/de.ts')).german,
  en: async () => english, // what most need, and nobody waits for another file
  es: async () => (await import('./words/es.ts')).spanish,
  fr: async () => (await import('./words/fr.ts')).french,
  ja: async () => (await import('./words/ja.ts')).japanese,
  pt: async () => (await import('./words/pt.ts')).portuguese,
  'zh-Hans': async () => (await import('./words/zh-hans.ts')).simplifiedChinese,
};

/** The words of this part in the panel's language. */
export function promptWordsIn(strings: Strings): Promise<PromptWords> {
  return wordsIn(strings, languages);
}

/** Every language of this part. */
export const promptLanguages: Languages<PromptWords> = languages;
