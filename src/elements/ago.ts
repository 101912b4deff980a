// Times as people say them, in the language of the panel. Computed for a moment: who shows them turns the clock.
import { formatsOf } from './formats.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Milliseconds after which what was said of a recent time may be wrong. */
export const agoStaleMs = minute;

/**
 * "now", "5 minutes ago", "3 days ago"; from a week on the date. A clock that runs ahead of ours says "now".
 * @param at ISO 8601
 * @param now milliseconds since 1970
 */
export function ago(at: string, now: number, locale: string): string {
  const time = Date.parse(at);
  const past = Math.max(0, now - time);
  const { before, date } = formatsOf(locale);
  if (Number.isNaN(time)) return '';
  if (past < minute) return before(0, 'second');
  if (past < hour) return before(Math.floor(past / minute), 'minute');
  if (past < day) return before(Math.floor(past / hour), 'hour');
  if (past < 7 * day) return before(Math.floor(past / day), 'day');
  const sameYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  return date(time, sameYear ? 'day' : 'day-year');
}

/** The whole date and time, for those who want to know it exactly. */
export function exactly(at: string, locale: string): string {
  const time = Date.parse(at);
  return Number.isNaN(time) ? '' : formatsOf(locale).date(time, 'full');
}
