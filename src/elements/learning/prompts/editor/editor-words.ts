// The words of the prompt editor, and of the templates that a facilitator may begin with: loaded with it.
import type { MixerPositions } from '../../../../model/mixer.ts';
import type { Gate, Prompt, StageName } from '../../../../model/prompt.ts';
import type { Strings } from '../../../strings.ts';
import { wordsIn, type Languages } from '../../words-in.ts';

/** What a facilitator may begin with. */
export const templateNames = ['case', 'dilemma', 'myth', 'swap', 'event', 'journal', 'expert'] as const;
export type TemplateName = (typeof templateNames)[number];

/** A template in words: its name, and the title and text to begin with. */
export type TemplateText = readonly [name: string, title: string, text: string];

/** The words of the editor. */
export interface EditorWords {
  readonly editorNew: string;
  readonly editorChange: string;
  readonly editorVersion: string;
  readonly editorTemplate: string;
  readonly editorTemplateNone: string;
  readonly editorTitle: string;
  readonly editorText: string;
  readonly editorState: string;
  readonly editorStates: Readonly<Record<Prompt['state'], string>>;
  readonly editorSummary: string;
  readonly mixerLegend: string;
  readonly mixerNote: string;
  readonly mixerNames: Readonly<Record<keyof MixerPositions, string>>;
  readonly mixerStarters: readonly [string, string, string];
  readonly editorKinds: string;
  readonly editorZone: string;
  readonly editorStages: string;
  readonly editorInstruction: string;
  readonly editorGate: string;
  readonly editorGates: Readonly<Record<Gate['type'], string>>;
  readonly editorWords: string;
  readonly editorKind: string;
  readonly editorAnyKind: string;
  readonly editorAt: string;
  readonly editorFrom: string;
  readonly editorCredit: string;
  readonly editorCreditOn: string;
  readonly editorAnswerWords: string;
  readonly editorColleagues: string;
  readonly editorReplyWords: string;
  readonly editorReadPercent: string;
  readonly editorComesBack: string;
  readonly editorApplyWords: string;
  readonly editorAttested: string;
  readonly editorSave: string;
  readonly editorEmpty: string;
  readonly editorLong: string;
  readonly editorOrder: string;
  readonly editorSeen: string;
  readonly editorWrong: string;
  readonly editorInstructions: Readonly<Record<StageName, string>>;
  readonly editorTemplates: Readonly<Record<TemplateName, TemplateText>>;
}

/** Every language of the editor. */
export const editorLanguages: Languages<EditorWords> = {
  ar: async () => (await import('./words/ar.ts')).arabic,
  de: async () => (await import('./words/de.ts')).german,
  en: async () => (await import('./words/en.ts')).english,
  es: async () => (await import('./words/es.ts')).spanish,
  fr: async () => (await import('./words/fr.ts')).french,
  ja: async () => (await import('./words/ja.ts')).japanese,
  pt: async () => (await import('./words/pt.ts')).portuguese,
  'zh-Hans': async () => (await import('./words/zh-hans.ts')).simplifiedChinese,
};

/** The words of the editor in the panel's language. */
export function editorWordsIn(strings: Strings): Promise<EditorWords> {
  return wordsIn(strings, editorLanguages);
}
