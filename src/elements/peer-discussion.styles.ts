// The sheets of the panel's one shadow root, and the frame around everything.
import { css } from 'lit';
import { controlStyles } from './control.styles.ts';
import { listStyles } from './peer-discussion-list.styles.ts';
import { postStyles } from './peer-discussion-post.styles.ts';
import { proseStyles } from './prose.styles.ts';
import { readingStyles } from './reading.styles.ts';
import { tokenStyles } from './tokens.styles.ts';

const frameStyles = css`
  .panel {
    container: peer-panel / inline-size;
    position: relative;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .frame {
    padding: var(--peer-padding, 16px 14px);
  }

  /* Words from the other side, where a page's language is none of the panel's, stand where the others do. */
  .frame:dir(rtl) {
    text-align: right;
  }

  .header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    min-block-size: 40px;
    padding-block-end: 12px;
  }

  .header > button {
    flex: none;
  }

  peer-discussion-status {
    order: 1;
    line-height: 1.35;
  }

  peer-discussion-status:empty {
    display: none;
  }

  .heading {
    flex-shrink: 0;
    max-inline-size: 100%;
    font-size: 1.3em;
    font-weight: 650;
    line-height: 1.25;
    letter-spacing: -0.01em;
    margin-inline-end: auto;
  }

  /* Letters that join, and letters that have no slant. */
  .heading:lang(ar) {
    letter-spacing: normal;
  }

  .gone:is(:lang(ar), :lang(ja), :lang(zh)) {
    font-style: normal;
  }

  @container peer-panel (inline-size >= 560px) {
    .frame {
      padding: var(--peer-padding, 22px 28px 26px);
    }

    .header {
      flex-wrap: nowrap;
    }

    peer-discussion-status {
      order: 0;
    }
  }

  .closed {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 10px 16px;
    margin-block-end: 16px;
  }

  .closed p {
    flex: 1 1 24ch;
  }

  .kept {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin-block-start: 12px;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_line);
  }

  .kept p {
    flex: 1 1 30ch;
  }

  .arrivals {
    position: sticky;
    inset-block-end: 16px;
    z-index: 1;
    block-size: 0;
    display: flex;
    flex-flow: row wrap-reverse;
    gap: 8px 16px;
    justify-content: center;
    align-items: flex-end;
    align-content: flex-start;
  }

  .arrived {
    flex: none;
    border-radius: 999px;
    box-shadow: 0 2px 10px rgb(0 0 0 / 0.22);
  }

  /* What stands below in the page stays out of sight until it can stay where it is. */
  .panel.inline[aria-busy='true'] {
    min-block-size: 100vh;
  }

  .panel[aria-busy='true'] slot[name='footer'] {
    visibility: hidden;
  }

  /* The field, and rows like those that come: their sizes are those of rows. */
  .skeleton .ghost {
    margin-inline: -10px;
  }

  .skeleton :is(b, i) {
    display: block;
    border-radius: 6px;
    background: var(--_line);
  }

  .skeleton b {
    inline-size: 7em;
    block-size: 0.7em;
    margin-block: 0.45em 0.9em;
  }

  .ghost .meta b {
    margin-block: 0;
  }

  .skeleton .room b {
    margin-block: 0.35em calc(0.35em + 6px);
  }

  .room i {
    block-size: max(42px, var(--_target));
    opacity: 0.5;
  }

  .skeleton i.avatar {
    border-radius: 50%;
  }

  .ghost .prose > b {
    inline-size: 100%;
    opacity: 0.6;
  }

  .ghost .prose > b:last-child {
    inline-size: 55%;
  }

  @media (prefers-reduced-motion: no-preference) {
    .skeleton {
      animation: breathe 2.4s ease-in-out infinite;
    }

    @keyframes breathe {
      50% {
        opacity: 0.45;
      }
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .late {
      animation-duration: 1ms;
    }
  }
`;

/** Every sheet of the panel. */
export const panelStyles = [
  tokenStyles,
  controlStyles,
  frameStyles,
  listStyles,
  postStyles,
  proseStyles,
  readingStyles,
];
