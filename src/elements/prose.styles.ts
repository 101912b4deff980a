// The text of a post, as Markdown makes it. It cannot leave its box, whatever somebody wrote.
import { css } from 'lit';

/** Sheet of a rendered body. */
export const proseStyles = css`
  .prose {
    isolation: isolate;
    contain: layout paint;
    overflow: clip;
    max-inline-size: 72ch;
    margin: 2px -4px 0;
    padding: 2px 4px;
    line-height: 1.6;
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }

  /* Text from the other side begins below its author's name, too, and not somewhere in a wide panel. */
  .frame:dir(ltr) [dir='auto']:dir(rtl):not(input, textarea, dialog *),
  .frame:dir(rtl) [dir='auto']:dir(ltr):not(input, textarea, dialog *) {
    inline-size: fit-content;
    text-align: start;
  }

  .prose.hidden,
  .prose.held {
    color: var(--_muted);
  }

  .prose :where(p, ul, ol, blockquote, pre, table, hr, h1, h2, h3, h4, h5, h6) {
    margin: 0;
    unicode-bidi: plaintext;
  }

  .prose > * + *,
  .prose :is(li, blockquote) > * + * {
    margin-block-start: 0.7em;
  }

  .prose :is(h1, h2, h3, h4, h5, h6) {
    font-size: 1em;
    font-weight: 650;
    line-height: 1.4;
  }

  .prose :is(ul, ol) {
    padding-inline-start: 1.5em;
  }

  .prose li + li {
    margin-block-start: 0.2em;
  }

  .prose a {
    color: var(--_accent);
    text-decoration: underline;
    text-decoration-thickness: from-font;
    text-underline-offset: 0.15em;
  }

  .prose blockquote {
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--_line);
    color: var(--_muted);
  }

  .prose :is(code, pre) {
    font-family: var(--_code);
    font-size: 0.9em;
    direction: ltr;
    unicode-bidi: isolate;
  }

  .prose code {
    padding: 0.1em 0.3em;
    border-radius: 4px;
    background: var(--_tint);
  }

  .prose pre {
    padding: 10px 14px;
    border-radius: 8px;
    background: var(--_tint);
    overflow-x: auto;
    white-space: pre;
    line-height: 1.5;
    text-align: left;
    tab-size: 4;
    overflow-wrap: normal;
    max-block-size: 32em;
  }

  .prose pre code {
    padding: 0;
    background: none;
    font-size: 1em;
  }

  .prose table {
    display: block;
    overflow-x: auto;
    border-collapse: collapse;
    font-size: var(--_small);
  }

  .prose :is(th, td) {
    padding: 4px 10px;
    border: 1px solid var(--_line);
    text-align: start;
    overflow-wrap: normal;
    min-inline-size: 6ch;
  }

  .prose [align='right'] {
    text-align: right;
  }

  .prose [align='center'] {
    text-align: center;
  }

  .prose hr {
    border: 0;
    border-block-start: 1px solid var(--_line);
  }

  .prose :is(pre, table, a):focus-visible {
    outline-offset: -2px;
  }
`;
