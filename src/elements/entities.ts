// Character references in Markdown, as the characters they stand for: every number, and the names that people type.
// A name that is not here is shown as it was written.

const names: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  ...{
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
    shy: '\u00ad',
    copy: '©',
    reg: '®',
    trade: '™',
  },
  ...{ hellip: '…', mdash: '—', ndash: '–', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»' },
  ...{ iexcl: '¡', iquest: '¿', bull: '•', middot: '·', para: '¶', sect: '§', deg: '°', micro: 'µ', permil: '‰' },
  ...{ euro: '€', pound: '£', yen: '¥', cent: '¢', times: '×', divide: '÷', plusmn: '±', minus: '−', radic: '√' },
  ...{ ne: '≠', le: '≤', ge: '≥', asymp: '≈', equiv: '≡', infin: '∞', sum: '∑', prod: '∏', int: '∫', part: '∂' },
  ...{ frac12: '½', frac14: '¼', frac34: '¾', sup1: '¹', sup2: '²', sup3: '³', alpha: 'α', beta: 'β', gamma: 'γ' },
  ...{ delta: 'δ', Delta: 'Δ', lambda: 'λ', mu: 'μ', pi: 'π', sigma: 'σ', Sigma: 'Σ', omega: 'ω', Omega: 'Ω' },
  ...{ larr: '←', uarr: '↑', rarr: '→', darr: '↓', harr: '↔', lArr: '⇐', rArr: '⇒', hArr: '⇔', forall: '∀' },
  ...{ exist: '∃', isin: '∈', notin: '∉', cap: '∩', cup: '∪', sub: '⊂', sube: '⊆', and: '∧', or: '∨', not: '¬' },
  ...{ hearts: '♥', check: '✓', szlig: 'ß', auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü' },
});

const reference = /&(?:#(?:(\d{1,7})|[xX]([\da-fA-F]{1,6}))|([a-zA-Z]\w{1,30}));/g;
const unfit = /[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]/;

function characterOf(code: number): string {
  if (code > 0x10ffff) return '\ufffd';
  const character = String.fromCodePoint(code);
  return unfit.test(character) && code < 0x10000 ? '\ufffd' : character;
}

/** A text with its character references read, once; controls and halves of characters become U+FFFD. */
export function readEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(reference, (written, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return names[name] ?? written;
    return characterOf(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10));
  });
}
