// What helps to read: marks of what is new, folds, the way on and back, and the place kept for the bar above the list.
import { css } from 'lit';

/** Sheet of the marks, and of what is loaded later until it is there. */
export const readingStyles = css`
  .dot {
    flex: none;
    display: inline-block;
    inline-size: 9px;
    block-size: 9px;
    border-radius: 50%;
    background: var(--_accent);
  }

  .header {
    min-block-size: calc(max(36px, var(--_target)) + 12px);
  }

  [part='unread-next'] {
    display: inline-flex;
    align-items: center;
    gap: 7px;
  }

  .meta {
    position: relative;
  }

  .meta .dot {
    position: absolute;
    inset-block-start: -2px;
    inset-inline-start: calc(var(--_avatar) - 8px);
    inline-size: 11px;
    block-size: 11px;
    box-shadow: 0 0 0 2px var(--_surface);
  }

  peer-discussion-post {
    scroll-margin-block: calc(var(--_top) + 8px) 24px;
  }

  .list > * > li.marked peer-discussion-post {
    box-shadow: inset 3px 0 0 var(--_accent);
  }

  .list > * > li.marked:dir(rtl) peer-discussion-post {
    box-shadow: inset -3px 0 0 var(--_accent);
  }

  .since-line {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 10px 10px 0;
    color: var(--_accent);
    font-size: var(--_small);
    font-weight: 600;
  }

  .since-line::before,
  .since-line::after {
    content: '';
    flex: 1;
    border-block-start: 1px solid currentColor;
    opacity: 0.5;
  }

  .since-line::before {
    flex: 0 0 20px;
  }

  .fold,
  .onward {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }

  .onward {
    color: var(--_accent);
    justify-self: start;
    text-align: start;
  }

  .gone ~ .fold,
  .gone ~ .onward {
    margin-inline-start: -10px;
    justify-self: start;
  }

  .chevron {
    flex: none;
    inline-size: 7px;
    block-size: 7px;
    border: solid currentColor;
    border-width: 0 1.5px 1.5px 0;
    transform: translateY(-2px) rotate(45deg);
  }

  [aria-expanded='false'] > .chevron {
    transform: rotate(-45deg);
  }

  [aria-expanded='false'] > .chevron:dir(rtl) {
    transform: rotate(135deg);
  }

  summary {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_target);
    min-inline-size: var(--_target);
    padding: 0 10px;
    border-radius: 7px;
    font-size: var(--_small);
    line-height: 1.3;
    list-style: none;
    counter-increment: none; /* a browser's own makes it count through the whole page whenever a row comes */
    cursor: pointer;
    touch-action: manipulation;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  .more[open] {
    border-radius: 8px;
    background: var(--_tint);
  }

  .more > .actions {
    margin: 0;
  }

  .further,
  .way-back {
    padding-block: 0 20px;
  }

  .further {
    display: grid;
    justify-items: center;
  }

  /* Of the height it will have before it is loaded: nothing moves when it comes. */
  .main,
  .room {
    display: block;
    box-sizing: border-box;
    margin-inline: -10px;
    min-block-size: calc(max(42px, var(--_target)) + 1.4em + 48px);
    padding: 20px 10px;
    border-block-start: 1px solid var(--_line);
  }

  .main:not(.opened) :is(.composer > :not(label, .field, .error, textarea), .tools, peer-discussion-tools) {
    display: none;
  }

  .main:not(.opened) textarea {
    min-block-size: max(42px, var(--_target));
    block-size: max(42px, var(--_target));
    border-radius: 8px;
    resize: none;
  }

  peer-discussion-look {
    display: block;
    padding-block: 0 16px;
  }

  /* And so is this. */
  peer-discussion-look:not(:defined) {
    --_row: calc(max(36px, var(--_target)) + 1.525em);
    box-sizing: border-box;
    min-block-size: calc(2 * var(--_row) + 64px);
  }

  @media (pointer: coarse) {
    peer-discussion-look:not(:defined) {
      min-block-size: calc(2 * var(--_row) + 26px);
    }
  }

  @container peer-panel (inline-size >= 560px) {
    peer-discussion-look:not(:defined) {
      min-block-size: calc(var(--_row) + 16px);
    }
  }

  @media (forced-colors: active) {
    .dot {
      background: Highlight;
      forced-color-adjust: none;
    }

    .list > * > li.marked peer-discussion-post {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
