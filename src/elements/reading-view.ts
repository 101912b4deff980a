// Where somebody is in a discussion, as plain data: what the list and the bar above it are drawn from.
import type { TemplateResult } from 'lit';
import type { Row } from '../model/thread.ts';
import { plainLook, type Look } from './look.ts';
import type { Reading } from './visible-rows.ts';

/** What a reader did, and was led to. */
export interface Place extends Reading {
  /** Ids of what waited until a moment ago. */
  readonly fresh: ReadonlySet<string>;
  /** Posts below which somebody writes, with their order. */
  readonly writing: ReadonlyMap<string, number>;
  /** The post before which the last visit ended; stays for as long as this visit. */
  readonly since: string | null;
  /** The post somebody was led to. */
  readonly marked: string | null;
  readonly look: Look;
  /** True while all threads are being loaded for that look. */
  readonly isGathering: boolean;
}

/** Where one is on the page. */
export interface ReadingView extends Place {
  /** Every row that is shown, or would be if nothing were folded or left out. */
  readonly rows: readonly Row[];
  /** How many posts wait to be shown. */
  readonly waiting: number;
  /** How many posts of these rows this person has not read. */
  readonly unread: number;
  /** The way back to where one was the last time, while it is offered. */
  readonly offer: TemplateResult | null;
}

/** Where everybody begins. */
export const beginning: Place = {
  folded: new Set(),
  focus: null,
  only: null,
  fresh: new Set(),
  writing: new Map(),
  since: null,
  marked: null,
  look: plainLook,
  isGathering: false,
};
