// One row: who, when, the text, and quiet buttons below it.
import { css } from 'lit';

/** Sheet of a row. */
export const postStyles = css`
  peer-discussion-post,
  .ghost {
    --_avatar: 28px;
    display: block;
    padding: 14px 10px 8px;
  }

  .ghost {
    border-block-start: 1px solid var(--_line);
  }

  .ghost .prose {
    padding-block-end: calc(var(--_target) + 4px);
  }

  peer-discussion-post:focus-visible {
    outline-offset: -2px;
  }

  .list > * > li:not([data-depth='0']) peer-discussion-post {
    padding-inline-start: 12px;
  }

  .meta {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
    min-block-size: var(--_avatar);
    line-height: 1.4;
  }

  .avatar {
    --_hue: 250;
    flex: none;
    display: grid;
    place-content: center;
    inline-size: var(--_avatar);
    block-size: var(--_avatar);
    margin-inline-end: 2px;
    border-radius: 50%;
    overflow: clip;
    background: oklch(92% 0.045 var(--_hue));
    color: oklch(37% 0.09 var(--_hue));
    font-size: 11px;
    font-weight: 650;
    line-height: 1;
    letter-spacing: 0.02em;
    user-select: none;
  }

  @supports (color: light-dark(#000, #fff)) {
    .avatar {
      background: light-dark(oklch(92% 0.045 var(--_hue)), oklch(36% 0.06 var(--_hue)));
      color: light-dark(oklch(37% 0.09 var(--_hue)), oklch(91% 0.05 var(--_hue)));
    }
  }

  .avatar[data-hue='1'] {
    --_hue: 20;
  }

  .avatar[data-hue='2'] {
    --_hue: 60;
  }

  .avatar[data-hue='3'] {
    --_hue: 105;
  }

  .avatar[data-hue='4'] {
    --_hue: 150;
  }

  .avatar[data-hue='5'] {
    --_hue: 195;
  }

  .avatar[data-hue='6'] {
    --_hue: 295;
  }

  .avatar[data-hue='7'] {
    --_hue: 340;
  }

  .author {
    min-inline-size: 0;
    max-block-size: 3em;
    overflow: clip;
    font-weight: 600;
  }

  /* A long name stays beside its sign, and shows where it is cut. */
  .meta > bdi {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  .meta > .author {
    max-inline-size: calc(100% - var(--_avatar) - 12px);
  }

  .badge {
    flex: none;
    padding: 1px 8px;
    border-radius: 999px;
    font-size: 0.75em;
    font-weight: 600;
    line-height: 1.5;
    color: var(--_muted);
    box-shadow: inset 0 0 0 1px var(--_edge);
  }

  .badge.facilitator {
    background: var(--_accent-tint);
    color: var(--_accent);
    box-shadow: inset 0 0 0 1px color-mix(in oklab, var(--_accent) 35%, var(--_surface));
  }

  .aside {
    min-inline-size: 0;
    max-block-size: 3em;
    overflow: clip;
    color: var(--_muted);
    font-size: var(--_small);
  }

  /* Where there is little room, whom it answers has a line of its own. */
  .meta > bdi.aside {
    order: 1;
    flex-basis: 100%;
  }

  time.aside:not(:last-child)::after {
    content: '·';
    margin-inline-start: 8px;
  }

  .meta > button {
    padding-inline: 2px;
    overflow: visible;
  }

  .standing {
    margin-block-start: 6px;
    padding-inline-start: 10px;
    border-inline-start: 2px solid currentColor;
    color: var(--_caution);
    font-size: var(--_small);
    line-height: 1.5;
  }

  .gone {
    color: var(--_muted);
    font-style: italic;
    font-size: var(--_small);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: 2px;
    margin-block-start: 4px;
    margin-inline-start: -10px;
  }

  /* What stands at the edge of a row is cut off beyond it. */
  .actions :focus-visible {
    outline-offset: -2px;
  }

  .draft {
    align-self: center;
    margin-inline: -4px 8px;
    padding: 1px 7px;
    border-radius: 999px;
    background: var(--_caution-tint);
    color: var(--_caution);
    font-size: 0.75em;
    font-weight: 600;
    line-height: 1.5;
  }

  .undo {
    min-block-size: 44px;
  }

  @container peer-panel (inline-size >= 560px) {
    peer-discussion-post,
    .ghost {
      --_avatar: 32px;
      display: grid;
      grid-template-columns: var(--_avatar) minmax(0, 1fr);
      column-gap: 12px;
      padding-block: 18px 12px;
    }

    .list > * > li:not([data-depth='0']) peer-discussion-post {
      --_avatar: 28px;
      column-gap: 10px;
      padding-block: 12px 8px;
    }

    peer-discussion-post > *,
    .ghost > * {
      grid-column: 2;
    }

    peer-discussion-post > .meta,
    .ghost > .meta {
      grid-column: 1 / -1;
    }

    .avatar {
      margin-inline-end: 4px;
    }

    .meta > bdi.aside {
      order: 0;
      flex-basis: auto;
    }

    bdi.aside::after {
      content: '·';
      margin-inline-start: 8px;
    }
  }

  @media (forced-colors: active) {
    .avatar,
    .badge {
      border: 1px solid;
    }
  }
`;
