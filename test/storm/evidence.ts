// What a storm leaves for its checker: who asked for what, how it ended, what every client was shown meanwhile, and
// what is stored. Plain data; simulated storms and storms of processes fill in the same.
import type { ErrorCode } from '../../src/model/errors.ts';
import type { PostCommand, RoomCommand } from '../../src/model/command.ts';
import type { Discussion, Marker, Person, Post } from '../../src/model/post.ts';

/** A command that somebody asked for. */
export interface Asked {
  readonly command: PostCommand | RoomCommand;
  readonly by: Person;
  /** Milliseconds, on the clock that all of the evidence shares. */
  readonly at: number;
}

/** How a command ended for whoever asked: acknowledged, or refused for good. */
export interface Ended {
  readonly op: string;
  readonly at: number;
  /** Null where it was acknowledged. */
  readonly refusal: ErrorCode | null;
  /** The head that this very try led to; null where an earlier try had done it, or where it was refused. */
  readonly head: string | null;
}

/** What a client's store showed from a moment on, until it showed something else. */
export interface Shown {
  readonly at: number;
  readonly me: Person | null;
  /** Null before anything was there. */
  readonly discussion: Discussion | null;
  readonly posts: ReadonlyMap<string, Post | Marker>;
  /** Ids of posts over which this person's own waiting commands were laid. */
  readonly laidOver: ReadonlySet<string>;
}

/** One person's window on the discussion, from the first moment to the end. */
export interface Client {
  readonly name: string;
  readonly shown: readonly Shown[];
  /** False where it loads threads in pages: what is not there may then be on a page that was not asked for. */
  readonly isWhole: boolean;
  /** Spans in which nothing between this client and the server was cut or lost. */
  readonly undisturbed: readonly { readonly from: number; readonly until: number }[];
  /** Ops that it still waits for at the end. */
  readonly waiting: readonly string[];
  /** What it says this person has read, in the end; null where nobody can know. */
  readonly read: readonly string[] | null;
  /** What it says in the end of where this person stands: `toldOf()`; null where nobody can know. */
  readonly told: readonly string[] | null;
}

/** What somebody who comes new sees after a cold restart: the same person as the client of this name. */
export interface Fresh {
  readonly client: string;
  readonly me: Person | null;
  readonly posts: readonly (Post | Marker)[];
  /** The discussion's record. */
  readonly discussion: Discussion | null;
  readonly read: readonly string[];
  readonly told: readonly string[];
}

/** A step of the history as it is stored. */
export interface CommitRow {
  readonly seq: number;
  readonly head: string;
  readonly op: string;
  readonly by: string;
  readonly postId: string | null;
}

/** A post as it is stored, as far as it is judged. */
export interface PostRow {
  readonly id: string;
  readonly parentId: string | null;
  readonly authorId: string;
  readonly body: string;
  readonly revision: number;
  readonly order: number;
  readonly state: string;
  /** What else is said of it: `marksOf()`. */
  readonly marks: readonly string[];
}

/** What is stored of one discussion, read without any code of the product's rooms. */
export interface Rows {
  readonly head: string;
  readonly commits: readonly CommitRow[];
  readonly posts: readonly PostRow[];
}

/** All that is known of one discussion after a storm. */
export interface Evidence {
  readonly asked: readonly Asked[];
  readonly ended: readonly Ended[];
  readonly clients: readonly Client[];
  readonly fresh: readonly Fresh[];
  readonly rows: Rows;
  /** Histories that a restored backup cut off, the oldest first: whole, as they were just before, and when that was. */
  readonly lostHistories: readonly { readonly at: number; readonly commits: readonly CommitRow[] }[];
  /** When the last trouble was over. */
  readonly healedAt: number;
}
