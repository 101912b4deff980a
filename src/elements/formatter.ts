// Makes nodes of a body as soon as they can be made as they stay: of a text without any marks at once, of Markdown when
// its module is there. That is fetched beside the panel and set up once the first sources are seen: it takes its time.
import { afterPaint } from './after-paint.ts';
import type { renderMarkdown } from './markdown.ts';

/** What might be a mark, an address or an entity; what stands at an end of a line and would not stay. */
const mark = /[*_~`[\]<>\\&|#@\0-\x08\x0b\x0c\x0e-\x1f]|:\/\/|www\.|^[\s\ufeff]*[-+=]|^\d+[.)]|^[^\S\n]|[^\S\n]$/im;

let render: typeof renderMarkdown | null = null;
/** Milliseconds until it is tried again where it could not be loaded: every page that is open does. */
const againMs = 30_000;
let loading: Promise<void> | null = null;
let onReady: () => void;
const ready = new Promise<void>((resolve) => (onReady = resolve));

async function load(): Promise<void> {
  try {
    render = (await import('./markdown.ts')).renderMarkdown;
    onReady();
  } catch {
    setTimeout(() => (loading = load()), againMs);
  }
}

/** Resolves when Markdown can be made, or could not be loaded: then its source is what can be shown. */
export function loadFormatter(): Promise<void> {
  loading ??= new Promise<void>(afterPaint).then(load);
  return loading;
}

/** Resolves when Markdown can be made, however often that has to be tried. */
export function formatterReady(): Promise<void> {
  void loadFormatter();
  return ready;
}

/** A text without any marks as Markdown makes it: paragraphs, lines. Null where there may be marks. */
export function formatPlain(source: string): DocumentFragment | null {
  const text = source.replace(/\r\n?/g, '\n').replace(/^\n+|\n+$/g, '');
  if (mark.test(text)) return null;
  const fragment = document.createDocumentFragment();
  for (const block of text === '' ? [] : text.split(/\n{2,}/)) {
    const paragraph = fragment.appendChild(document.createElement('p'));
    block.split('\n').forEach((line, place) => {
      if (place > 0) paragraph.appendChild(document.createElement('br'));
      paragraph.appendChild(document.createTextNode(line));
    });
  }
  return fragment;
}

/** A body as nodes; null while what is needed for it is on its way. */
export function format(source: string): DocumentFragment | null {
  return formatPlain(source) ?? render?.(source) ?? null;
}
