// The words for kinds of posts, moves of replies, and who stands behind a post: as an interface, so that a language that
// lacks one does not compile.
import type { Kind, Move } from '../../../model/moves.ts';
import { wordsIn, type Languages } from '../words-in.ts';
import type { Strings } from '../../strings.ts';

/** A kind or move in words: its name, one line of help, and how one may begin. */
export interface MoveText {
  readonly name: string;
  readonly help: string;
  /** Put into an empty field where somebody asks for it; empty where there is none. */
  readonly starter: string;
}

/** The words of this part. */
export interface MoveWords {
  readonly kinds: Readonly<Record<Kind, MoveText>>;
  readonly moves: Readonly<Record<Move, MoveText>>;
}

const languages: Languages<MoveWords> = {
  en: async () => (await import('./words/en.ts')).english,
};

/** The words of this part in the panel's language. */
export function moveWordsIn(strings: Strings): Promise<MoveWords> {
  return wordsIn(strings, languages);
}
