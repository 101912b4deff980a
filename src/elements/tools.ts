// The tools of a writer, in their order: what each is called, does, and looks like.
import { svg, type SVGTemplateResult } from 'lit';
import { bold, code, italic, link, list, quote, type Mark } from './markup.ts';
import type { Shortcut } from './platform-keys.ts';

/** A tool of the toolbar. */
export interface Tool {
  readonly name: 'toolBold' | 'toolItalic' | 'toolLink' | 'toolQuote' | 'toolList' | 'toolCode';
  readonly mark: Mark;
  readonly shortcut: Shortcut;
  /** Drawn on 20 by 20. */
  readonly icon: SVGTemplateResult;
}

/** Every tool. */
export const tools: readonly Tool[] = [
  {
    name: 'toolBold',
    mark: bold,
    shortcut: { key: 'b', sign: 'B' },
    icon: svg`<path d="M6 4h4.8a3 3 0 0 1 0 6H6zM6 10h5.6a3 3 0 0 1 0 6H6z" stroke-width="2.2" />`,
  },
  {
    name: 'toolItalic',
    mark: italic,
    shortcut: { key: 'i', sign: 'I' },
    icon: svg`<path d="M9 4h6M5 16h6M12 4 8 16" />`,
  },
  {
    name: 'toolLink',
    mark: link,
    shortcut: { key: 'k', sign: 'K' },
    icon: svg`<path d="M8.5 11.5a3 3 0 0 0 4.2 0l3-3a3 3 0 0 0-4.2-4.2l-.9.9M11.5 8.5a3 3 0 0 0-4.2 0l-3 3a3 3 0 0 0 4.2 4.2l.9-.9" />`,
  },
  {
    name: 'toolQuote',
    mark: quote,
    shortcut: { key: 'Period', sign: '.', isShifted: true },
    icon: svg`<path d="M4 4v12M8.5 6H16M8.5 10H16M8.5 14H13" />`,
  },
  {
    name: 'toolList',
    mark: list,
    shortcut: { key: 'Digit8', sign: '8', isShifted: true },
    icon: svg`<path d="M8.5 5.5H17M8.5 10H17M8.5 14.5H17M4 5.5h.01M4 10h.01M4 14.5h.01" />`,
  },
  {
    name: 'toolCode',
    mark: code,
    shortcut: { key: 'e', sign: 'E' },
    icon: svg`<path d="m7 6-4 4 4 4M13 6l4 4-4 4" />`,
  },
];
