// The list: indentation with its guides, the line between threads, and rows that cost nothing while out of sight.
import { css } from 'lit';

/** Sheet of the list. */
export const listStyles = css`
  peer-discussion-list,
  peer-discussion-returned {
    display: block;
  }

  .list {
    --_indent: 14px;
    list-style: none;
    margin-inline: -10px;
    padding-block-end: 48px;
  }

  .list > * {
    content-visibility: auto;
  }

  .list > * > li {
    --_depth: 0;
    position: relative;
    padding-inline-start: calc(var(--_depth) * var(--_indent));
    content-visibility: auto;
    contain-intrinsic-size: auto 180px;
  }

  .list > * > li[data-depth='0'] {
    border-block-start: 1px solid var(--_line);
  }

  .list > * > li[data-depth='1'] {
    --_depth: 1;
  }

  .list > * > li[data-depth='2'] {
    --_depth: 2;
  }

  .list > * > li[data-depth='3'] {
    --_depth: 3;
  }

  .list > * > li:is([data-depth='4'], [data-depth='5'], [data-depth='6']) {
    --_depth: 4;
  }

  @container peer-panel (inline-size >= 560px) {
    .list {
      --_indent: 30px;
    }

    .list > * > li[data-depth='5'] {
      --_depth: 5;
    }

    .list > * > li[data-depth='6'] {
      --_depth: 6;
    }
  }

  .list > * > li::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: calc(var(--_depth) * var(--_indent));
    background: repeating-linear-gradient(to right, var(--_line) 0 1px, transparent 1px var(--_indent));
    pointer-events: none;
  }

  .list > * > li:dir(rtl)::before {
    transform: scaleX(-1);
  }

  .list > * > li.new peer-discussion-post {
    box-shadow: inset 3px 0 0 var(--_accent);
    background: var(--_accent-tint);
  }

  .list > * > li.new:dir(rtl) peer-discussion-post {
    box-shadow: inset -3px 0 0 var(--_accent);
  }

  .empty {
    padding: 28px 0 32px;
    max-inline-size: 56ch;
  }

  .empty .lead {
    font-weight: 600;
  }
`;
