// The way back to where one was reading: two buttons, the second with a cross.
import { css } from 'lit';

/** Sheet of the way back: comes with what offers it. */
export const resumeStyles = css`
  .offer {
    display: flex;
    gap: 6px;
  }

  .cross {
    padding-inline: 0;
    min-inline-size: max(36px, var(--_target));
    display: grid;
    place-content: center;
  }

  .cross > span {
    inline-size: 14px;
    block-size: 14px;
    background:
      linear-gradient(currentColor 0 0) center / 100% 2px no-repeat,
      linear-gradient(currentColor 0 0) center / 2px 100% no-repeat;
    rotate: 45deg;
  }
`;
