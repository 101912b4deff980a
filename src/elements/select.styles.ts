// How a choice from a list looks, with a sign of its own: some browsers put theirs at the very edge, most of all from right
// to left. Loaded with what has such lists.
import { css } from 'lit';

export const selectStyles = css`
  select {
    --_sign: 9px;
    appearance: none;
    display: block;
    inline-size: 100%;
    margin: 0;
    padding: 4px 12px;
    padding-inline-end: 24px;
    border: 1px solid var(--_edge);
    border-radius: 8px;
    background: var(--_surface) conic-gradient(from 315deg at 50% 100%, currentColor 90deg, transparent 90deg)
      calc(100% - var(--_sign)) 50% / 10px 6px no-repeat;
    color: inherit;
    font: inherit;
    font-size: max(1em, 16px);
    letter-spacing: inherit;
    text-overflow: ellipsis;
  }

  select:dir(rtl) {
    background-position-x: var(--_sign);
  }
`;
