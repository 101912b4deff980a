// Which language the panel speaks: the tag that holds where it stands, the catalogue that fits it, its direction. The
// words are the catalogues'; when they are loaded is the controller's affair.
import { formatsOf } from './formats.ts';
import { english } from './locales/en.ts';
import type { Catalogue, Strings } from './strings.ts';

/** A way to each catalogue besides English, by language and, where the language has several, script. */
export type Catalogues = Readonly<Record<string, () => Promise<Catalogue>>>;

/** The package's own: each is a chunk, loaded when it is first needed. */
export const catalogues: Catalogues = {
  ar: async () => (await import('./locales/ar.ts')).arabic,
  de: async () => (await import('./locales/de.ts')).german,
  es: async () => (await import('./locales/es.ts')).spanish,
  fr: async () => (await import('./locales/fr.ts')).french,
  ja: async () => (await import('./locales/ja.ts')).japanese,
  pt: async () => (await import('./locales/pt.ts')).portuguese,
  'zh-Hans': async () => (await import('./locales/zh-hans.ts')).simplifiedChinese,
};

/** The element, and everything that holds it, out of every shadow root, up to the document's root. */
export function holdersOf(element: Element): Element[] {
  const holders: Element[] = [];
  let next: Node | null = element;
  while (next !== null) {
    if (next instanceof Element) holders.push(next);
    next = next instanceof ShadowRoot ? next.host : next.parentNode;
  }
  return holders;
}

/** The language tag that holds for an element: its own `lang`, else that of the closest holder, the page's at last. */
export function languageOf(element: Element): string {
  for (const holder of holdersOf(element)) {
    const lang = holder.getAttribute('lang') ?? '';
    if (lang !== '') return lang;
  }
  return '';
}

function localeOf(tag: string): Intl.Locale | null {
  try {
    // A page builder's pt_BR is meant as pt-BR.
    return new Intl.Locale(tag.trim().replaceAll('_', '-'));
  } catch {
    return null;
  }
}

/** Tags whose script is told without Intl's table of them, which takes longer to load than a row to make. */
const plainTag = /^(de|en|es|fr|ja|pt)(-[A-Z]{2})?$/;

/** What fits a language tag. */
export interface Match {
  /** Key of the catalogue. */
  readonly key: string;
  /** The tag itself in its canonical form, so that dates and numbers follow its region. */
  readonly locale: string;
}

/**
 * The catalogue of the same language and script as a tag, whatever its region. Null where there is none: zh-TW is
 * written in another script than zh-Hans, and gets English rather than a script its readers would take for a mistake.
 */
export function match(tag: string, from: Catalogues): Match | null {
  const wanted = localeOf(tag);
  if (wanted === null) return null;
  const { language: plain } = wanted;
  if (plainTag.test(wanted.baseName) && (plain === 'en' || from[plain] !== undefined))
    return { key: plain, locale: wanted.toString() };
  const { language, script } = wanted.maximize();
  const key = ['en', ...Object.keys(from)].find((one) => {
    const known = localeOf(one)?.maximize();
    return known?.language === language && known.script === script;
  });
  return key === undefined ? null : { key, locale: wanted.toString() };
}

const fromTheRight = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

/** The direction a language is written in. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  if (plainTag.test(locale)) return 'ltr';
  return fromTheRight.has(localeOf(locale)?.maximize().script ?? '') ? 'rtl' : 'ltr';
}

/** The panel's words in plain English. */
export const plainEnglish: Strings = english(formatsOf('en'));

/** The words that fit: a promise where they must be loaded, which rejects where that fails. */
export function stringsFor({ key, locale }: Match, from: Catalogues): Strings | Promise<Strings> {
  const load = from[key];
  const formats = formatsOf(locale);
  return load === undefined ? english(formats) : load().then((catalogue) => catalogue(formats));
}
