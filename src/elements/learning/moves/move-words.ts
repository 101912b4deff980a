// The words for kinds of posts, moves of replies, and who stands behind a post: as an interface, so that a language that
// lacks one does not compile.
import type { Kind, Move } from '../../../model/moves.ts';
import type { Reason } from '../../../model/post.ts';
import { wordsIn, type Languages } from '../words-in.ts';
import type { Strings } from '../../strings.ts';
import { english } from './words/en.ts';

/** A kind or move in words: its name, one line of help, and how one may begin. */
export interface MoveText {
  readonly name: string;
  readonly help: string;
  /** Put into an empty field where somebody asks for it; empty where there is none. */
  readonly starter: string;
}

/** The words of this part. No key is one of `Strings`: a page's own texts lie over both. */
export interface MoveWords {
  readonly kinds: Readonly<Record<Kind, MoveText>>;
  readonly moves: Readonly<Record<Move, MoveText>>;
  readonly kindFilters: Readonly<Record<Kind, string>>;

  readonly kindLegend: string;
  readonly moveLegend: string;
  readonly noKind: string;
  readonly noMove: string;
  readonly kindMissing: string;
  readonly useStarter: (starter: string) => string;
  readonly replyPrivately: string;
  readonly readBy: (name: string) => string;
  readonly privateTalk: (author: string, to: string) => string;
  readonly privatePlain: string;
  readonly member: string;

  readonly helpedMe: string;
  readonly helped: string;
  readonly takeHelpBack: string;
  readonly endorse: string;
  readonly endorsed: string;
  readonly takeEndorsementBack: string;
  readonly takenBack: string;
  readonly endorseLegend: string;
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly ownReason: string;
  readonly endorseNote: string;
  readonly endorseNoteMissing: string;
  readonly vouched: string;
  readonly endorsedReply: (by: string, author: string, why: string) => string;
  readonly helpedReply: (by: string, author: string) => string;

  readonly settle: string;
  readonly settled: string;
  readonly pinnedBy: (name: string) => string;
  readonly unsettle: string;
  readonly classifyPost: string;
  readonly classifyReply: string;

  readonly versions: string;
  readonly writtenAt: (time: string) => string;
  readonly changedAt: (time: string) => string;
  readonly versionNow: string;
  readonly versionsSeenBy: string;

  readonly saidHelped: string;
  readonly saidEndorsed: string;
  readonly saidTakenBack: string;
  readonly saidSettled: string;
  readonly saidUnsettled: string;
  readonly saidClassified: (name: string) => string;
}

/** A way to the words of each language. */
export const moveLanguages: Languages<MoveWords> = {
  en: async () => english, // what most need, and nobody waits for another file
  ar: async () => (await import('./words/ar.ts')).arabic,
  de: async () => (await import('./words/de.ts')).german,
  es: async () => (await import('./words/es.ts')).spanish,
  fr: async () => (await import('./words/fr.ts')).french,
  ja: async () => (await import('./words/ja.ts')).japanese,
  pt: async () => (await import('./words/pt.ts')).portuguese,
  'zh-Hans': async () => (await import('./words/zh-hans.ts')).simplifiedChinese,
};

/** The words of this part in the panel's language. */
export function moveWordsIn(strings: Strings): Promise<MoveWords> {
  return wordsIn(strings, moveLanguages);
}
