// How a wall looks: black on white or white on black, in type that is a part of the screen's height. 4.8 % of it is read
// at 10 m on a screen 2.4 m wide: capitals of 47 mm, 16 minutes of arc, the least that ISO 9241-303 asks for. No motion.
import { css } from 'lit';

/** Sheet of the wall. */
export const wallStyles = css`
  .wall {
    --_part: min(1vh, 1.3vw);
    --_ground: light-dark(#ffffff, #000000);
    --_ink: light-dark(#000000, #ffffff);
    --_soft: light-dark(#3b3b3b, #cfcfcf);
    --_mark: light-dark(#123f5e, #a9d6f7);
    position: fixed;
    inset: 0;
    margin: 0;
    padding: calc(3 * var(--_part)) calc(5 * var(--_part)) 0;
    border: 0;
    border-radius: 0;
    inline-size: 100%;
    block-size: 100%;
    max-inline-size: none;
    max-block-size: none;
    overflow: auto;
    background: var(--_ground);
    color: var(--_ink);
    font-size: calc(4.8 * var(--_part));
    line-height: 1.25;
  }

  @supports not (color: light-dark(#000, #fff)) {
    .wall {
      --_ground: #ffffff;
      --_ink: #000000;
      --_soft: #3b3b3b;
      --_mark: #123f5e;
    }
  }

  .wall[open] {
    display: flex;
    flex-direction: column;
    gap: calc(2 * var(--_part));
  }

  .wall:focus-visible {
    outline: none;
  }

  .wall :focus-visible {
    outline-color: var(--_mark);
  }

  .wall p,
  .wall ol {
    margin: 0;
    padding: 0;
    font-size: inherit;
  }

  .wall-head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1em;
    color: var(--_soft);
  }

  .wall-title {
    font-weight: 500;
  }

  .wall .wall-offline {
    color: var(--_ink);
    font-weight: 700;
  }

  .wall-body {
    flex: 1 0 auto;
    display: flex;
    flex-direction: column;
    justify-content: center;
    gap: calc(1.6 * var(--_part));
    text-align: start;
  }

  .wall-label {
    color: var(--_mark);
    font-weight: 700;
  }

  .wall .wall-current {
    font-weight: 700;
    line-height: 1.15;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }

  .wall .short {
    font-size: calc(9.6 * var(--_part));
  }

  .wall .middle {
    font-size: calc(7.6 * var(--_part));
  }

  .wall .long {
    font-size: calc(5.6 * var(--_part));
  }

  .wall-now {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.8em;
  }

  .wall-name,
  .wall-who {
    color: var(--_soft);
  }

  .wall-current + .wall-label {
    margin-block-start: calc(2 * var(--_part));
  }

  .wall-who::after {
    content: ':';
  }

  .wall-open {
    display: grid;
    gap: calc(1.2 * var(--_part));
    list-style: none;
  }

  .wall-open li {
    padding-inline-start: 0.5em;
    border-inline-start: 0.12em solid var(--_mark);
    overflow-wrap: anywhere;
  }

  /* A screen that stands upright is read from near. */
  @media (orientation: portrait) {
    .wall {
      --_part: min(1vh, 1.05vw);
    }
  }

  .wall-controls {
    position: sticky;
    inset-block-end: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 10px;
    margin-inline: calc(-5 * var(--_part));
    padding: 8px calc(5 * var(--_part));
    background: var(--_ground);
    border-block-start: 1px solid var(--_soft);
    font-size: 15px;
  }

  .wall-controls > :last-child {
    margin-inline-start: auto;
  }

  .wall-controls button,
  .wall-controls label {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    margin: 0;
    padding: 0 12px;
    min-block-size: max(36px, var(--_target));
    border: 1px solid var(--_soft);
    background: var(--_ground);
    color: var(--_ink);
    border-radius: 7px;
    font-size: inherit;
    font-weight: 500;
  }

  .wall-controls label {
    border-color: transparent;
    cursor: pointer;
  }

  .wall-controls input {
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--_mark);
  }

  .wall-controls button[aria-disabled='true'] {
    color: var(--_soft);
    border-style: dashed;
    opacity: 1;
  }

  .wall-controls kbd {
    min-inline-size: 1.7em;
    padding: 0 6px;
    border: 1px solid var(--_soft);
    border-radius: 5px;
    font-family: var(--_code);
    font-size: 13px;
    text-align: center;
  }

  @media (hover: hover) {
    .wall-controls button:hover {
      background: var(--_ink);
      color: var(--_ground);
    }
  }
`;
