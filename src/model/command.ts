// Everything that can be asked of a discussion, as types only. Data from outside becomes one in parse-command.ts.
import type { Kind, Move } from './moves.ts';
import type { CoursePage, Reason } from './post.ts';
import type { Prompt } from './prompt.ts';

/** Every command has an op: a UUID made once and kept for every retry. */
interface Asked {
  readonly op: string;
}

/** About one post. */
interface AboutPost extends Asked {
  readonly id: string;
}

/** Writes a post: the first of a thread, or a reply. */
export interface CreateCommand extends Asked {
  readonly type: 'create';
  readonly parentId: string | null;
  readonly body: string;
  /** With a first post. */
  readonly kind?: Kind;
  /** With a reply; `thank` makes it private. */
  readonly move?: Move;
  /** With a first post: the prompt it is written to. A reply belongs to that of its thread. */
  readonly promptId?: string;
  /** With a reply: for its author, the author of what it answers, and staff. */
  readonly isPrivate?: boolean;
  /** The page it was written beside; with the capability `index`. */
  readonly page?: CoursePage;
}

/** Sets the body of one's own post. */
export interface EditCommand extends AboutPost {
  readonly type: 'edit';
  readonly body: string;
  /** The revision this edit was made from. */
  readonly revision: number;
}

/** Takes one's own post back: its text is gone, its place stays while replies need it. */
export interface RemoveCommand extends AboutPost {
  readonly type: 'remove';
}

/** A facilitator's decision: shows a held or hidden post, or hides one, with a reason. */
export interface ModerateCommand extends AboutPost {
  readonly type: 'moderate';
  readonly state: 'shown' | 'hidden';
  readonly reason: string;
}

/** Says what a post is: the kind of a first post, the move of a reply. Its author or a facilitator. */
export interface ClassifyCommand extends AboutPost {
  readonly type: 'classify';
  readonly as: Kind | Move | null;
}

/** An expert or facilitator stands behind a post, and says why, or takes that back. */
export interface EndorseCommand extends AboutPost {
  readonly type: 'endorse';
  readonly isEndorsed: boolean;
  readonly reason: Reason | null;
  readonly note: string;
}

/** Whoever began the thread says that a reply helped, or takes that back. */
export interface HelpCommand extends AboutPost {
  readonly type: 'help';
  readonly hasHelped: boolean;
}

/** Says that a question has found its answer, or has not. Whoever asked, or a facilitator. */
export interface SettleCommand extends AboutPost {
  readonly type: 'settle';
  readonly isSettled: boolean;
}

/** A facilitator puts a first post on top, with a note, or takes it down. */
export interface PinCommand extends AboutPost {
  readonly type: 'pin';
  readonly isPinned: boolean;
  readonly note: string;
}

/** A facilitator asks a colleague to look at a post, or takes that back. */
export interface InviteCommand extends AboutPost {
  readonly type: 'invite';
  readonly personId: string;
  readonly isInvited: boolean;
}

/** A facilitator says that a post does not count for credit, and why, or that it does. */
export interface VoidCommand extends AboutPost {
  readonly type: 'void';
  readonly isVoid: boolean;
  readonly reason: string;
}

/** A facilitator moves a thread to another prompt. */
export interface TransferCommand extends AboutPost {
  readonly type: 'transfer';
  readonly promptId: string;
}

/** A facilitator sets a prompt: a new one, or another version of one that is there. The authority counts versions. */
export interface ArrangeCommand extends Asked {
  readonly type: 'arrange';
  readonly prompt: Prompt;
  /** The page it was arranged beside; with the capability `index`. */
  readonly page?: CoursePage;
}

/** A facilitator attests what somebody did with a prompt, in a note, or takes that back. */
export interface AttestCommand extends Asked {
  readonly type: 'attest';
  readonly promptId: string;
  readonly personId: string;
  readonly isAttested: boolean;
  readonly note: string;
}

/** Somebody came to the end of reading: the authority may show them a post that waits for an answer. */
export interface OfferCommand extends Asked {
  readonly type: 'offer';
}

/** Marks posts as read by oneself. */
export interface ReadCommand extends Asked {
  readonly type: 'read';
  readonly ids: readonly string[];
}

/** A command that changes one post, and so the log. */
export type PostCommand =
  | CreateCommand
  | EditCommand
  | RemoveCommand
  | ModerateCommand
  | ClassifyCommand
  | EndorseCommand
  | HelpCommand
  | SettleCommand
  | PinCommand
  | InviteCommand
  | VoidCommand;

/** A command that changes the discussion's own record, and so the log. */
export type RoomCommand = ArrangeCommand | AttestCommand | TransferCommand;

/** Everything that can be asked of a discussion. */
export type Command = PostCommand | RoomCommand | OfferCommand | ReadCommand;

/** A command that changes the log, or may. */
export type LogCommand = Exclude<Command, ReadCommand>;
