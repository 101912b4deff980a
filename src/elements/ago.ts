// Times as people say them, in the language of the panel. Computed for a moment: who shows them turns the clock.

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Milliseconds after which what was said of a recent time may be wrong. */
export const agoStaleMs = minute;

const relative = new Map<string, Intl.RelativeTimeFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

function formatOf<F>(kept: Map<string, F>, key: string, make: () => F): F {
  const format = kept.get(key) ?? make();
  kept.set(key, format);
  return format;
}

function dateFormat(locale: string, style: 'day' | 'day-year' | 'full'): Intl.DateTimeFormat {
  const options: Intl.DateTimeFormatOptions =
    style === 'full'
      ? { dateStyle: 'full', timeStyle: 'short' }
      : { day: 'numeric', month: 'short', ...(style === 'day-year' && { year: 'numeric' }) };
  return formatOf(dates, `${locale} ${style}`, () => new Intl.DateTimeFormat(locale, options));
}

/**
 * "now", "5 minutes ago", "3 days ago"; from a week on the date. A clock that runs ahead of ours says "now".
 * @param at ISO 8601
 * @param now milliseconds since 1970
 */
export function ago(at: string, now: number, locale: string): string {
  const time = Date.parse(at);
  const past = Math.max(0, now - time);
  const say = (amount: number, unit: Intl.RelativeTimeFormatUnit): string =>
    formatOf(relative, locale, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })).format(-amount, unit);
  if (Number.isNaN(time)) return '';
  if (past < minute) return say(0, 'second');
  if (past < hour) return say(Math.floor(past / minute), 'minute');
  if (past < day) return say(Math.floor(past / hour), 'hour');
  if (past < 7 * day) return say(Math.floor(past / day), 'day');
  const sameYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  return dateFormat(locale, sameYear ? 'day' : 'day-year').format(time);
}

/** The whole date and time, for those who want to know it exactly. */
export function exactly(at: string, locale: string): string {
  const time = Date.parse(at);
  return Number.isNaN(time) ? '' : dateFormat(locale, 'full').format(time);
}
