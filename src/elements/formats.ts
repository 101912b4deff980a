// Amounts, times and names as a language writes them, by Intl: what the catalogues and the times of the panel are made
// with. One set for each locale, made once; the words themselves are the catalogues'.

/** Forms of a phrase by the plural rule of its language; `#` stands for the amount. */
export type PluralForms = { readonly [Rule in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/** How exactly a date is said. */
export type DateStyle = 'day' | 'day-year' | 'full';

/** What depends on the locale and not on the words. */
export interface Formats {
  /** BCP 47, with region and extensions as the page gave them. */
  readonly locale: string;
  /** The form the language asks for, with the amount in its digits. */
  readonly count: (amount: number, forms: PluralForms) => string;
  /** A name or text of people inside a sentence, so that its direction does not disturb the sentence. */
  readonly isolate: (text: string) => string;
  /** "5 minutes ago", "yesterday", "now". */
  readonly before: (amount: number, unit: Intl.RelativeTimeFormatUnit) => string;
  /** @param time milliseconds since 1970 */
  readonly date: (time: number, style: DateStyle) => string;
}

const dateOptions: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'short' },
  'day-year': { day: 'numeric', month: 'short', year: 'numeric' },
  full: { dateStyle: 'full', timeStyle: 'short' },
};

/** Languages whose small amounts are said in the digits 0 to 9, whatever the region. */
const plainDigits = /^(de|en|es|fr|ja|pt|zh)(-\w{2,4})*$/;

/** Each is made when it is first needed: a browser's first takes longer than ten rows do. */
function createFormats(locale: string): Formats {
  const plurals = new Intl.PluralRules(locale);
  let numbers: Intl.NumberFormat | null = null;
  let relative: Intl.RelativeTimeFormat | null = null;
  const dates = new Map<DateStyle, Intl.DateTimeFormat>();
  return {
    locale,
    count(amount, forms) {
      // A browser's first NumberFormat takes as long as all rows of a window.
      const isPlain = amount < 1_000 && plainDigits.test(locale);
      if (!isPlain) numbers ??= new Intl.NumberFormat(locale);
      const said = numbers?.format(amount) ?? String(amount);
      return (forms[plurals.select(amount)] ?? forms.other).replaceAll('#', () => said);
    },
    isolate: (text) => `\u2068${text}\u2069`,
    before(amount, unit) {
      relative ??= new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
      return relative.format(-amount, unit);
    },
    date(time, style) {
      const format = dates.get(style) ?? new Intl.DateTimeFormat(locale, dateOptions[style]);
      dates.set(style, format);
      return format.format(time);
    },
  };
}

const made = new Map<string, Formats>();

/** The formats of a locale; those of English where it is no BCP 47 tag, as a page's own may be. */
export function formatsOf(locale: string): Formats {
  let formats = made.get(locale);
  if (formats === undefined) {
    try {
      formats = createFormats(locale);
    } catch {
      formats = formatsOf('en');
    }
    made.set(locale, formats);
  }
  return formats;
}
