// What learning adds to the panel, as types: loaded once a discussion is there that knows of it, so that a first thread
// does not wait for it. Each part is a module of its own beside its words; panel-learning.ts puts them together.
import type { nothing, TemplateResult } from 'lit';
import type { CreateCommand, Post } from '../../model/post.ts';
import type { State } from '../../store/state.ts';
import type { Filter } from '../look.ts';
import type { RowView } from '../row-view.ts';
import type { Strings } from '../strings.ts';
import type { Hearing } from './hearing.ts';

/** Something to show, or nothing. */
export type Shown = TemplateResult | typeof nothing;

/** What somebody chose to go with what they write: kind, move, prompt, privacy. */
export type Choice = Partial<Pick<CreateCommand, 'kind' | 'move' | 'promptId' | 'isPrivate'>>;

/** A field that somebody writes in, as far as learning asks something beside it. */
export interface ChoiceHost extends HTMLElement {
  /** Null for the first post of a thread; the post answered otherwise. */
  readonly answered: Post | null;
  /** Goes with the command. Setting it shows it. */
  choice: Choice;
  /** True once its writer said what is answered, and where a text came back with what had been chosen. */
  isSettled: boolean;
  /** True where something is written. */
  readonly hasText: boolean;
  /** Puts a starter into an empty field; it is never sent as it stands. */
  start(text: string): void;
}

/** What learning adds to the panel. The same object as long as words and person are the same. */
export interface Learning {
  /** For the one that comes after it, in other words. */
  readonly kept: Kept;
  /** The state changed, and is shown. */
  heard(): void;
  /** What else one may look for, in words. */
  readonly filters: readonly (readonly [Filter, string])[];
  /** Words for what a post is, said before its text; empty where it is nothing in particular. */
  label(post: Post): string;
  /** What a post is, to be seen in its head. */
  chip(post: Post): Shown;
  /** Below a text: who stands behind it and why, that it is pinned or private. */
  below(post: Post, view: RowView): Shown;
  /** Among what may be done with a post. */
  acts(post: Post, view: RowView): Shown;
  /** Beside a field in which a new post is written. */
  choices(host: ChoiceHost): Shown;
  /** Above the place to write: what facilitators ask, and where one stands with it. */
  above(state: State, level: number): Shown;
  /** Below the last post: who waits for an answer. */
  ending(state: State): Shown;
}

/** What stays as it is when the words change: another language closes nothing that is open. */
export interface Kept {
  readonly hearing: Hearing;
  /** True once the desk was loaded: from then on it is there with the other words. */
  hasDesk: boolean;
  isDeskOpen: boolean;
  /** True once the questions of an event were loaded. */
  hasLive: boolean;
}

/** What a part is made of. */
export interface LearningBasis {
  readonly strings: Strings;
  /** The state that it is loaded for, not shown yet: what it is to show at once is waited for. */
  readonly first: State;
  /** The adapter keeps what posts say they are. */
  readonly knowsMoves: boolean;
  /** The state as it is shown now. */
  readonly state: () => State | null;
  /** Shows anew what a part has changed by itself. */
  readonly refresh: () => void;
  /** Where the panel is drawn: sheets of what is loaded later go there. */
  readonly root: Node;
  readonly kept: Kept;
}
