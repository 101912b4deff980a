// A time as the facilitator of a prompt thinks of it: in the prompt's time zone, which is named.

/** A time in words. @param at ISO 8601 in UTC; @param timeZone IANA name */
export function sayTime(at: string, timeZone: string, locale: string): string {
  const style: Intl.DateTimeFormatOptions = {
    ...{ day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' },
    ...{ timeZone, timeZoneName: 'short' },
  };
  return new Intl.DateTimeFormat(locale, style).format(Date.parse(at));
}
