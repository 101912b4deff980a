// The panel docked at a side, in a drawer, and as a sheet, and the edge that is dragged.
import { css } from 'lit';
import { launcherStyles } from './launcher.styles.ts';

/** Sheet of every placement but inline. */
export const dockingStyles = css`
  ${launcherStyles}

  .panel:is(.side, .drawer, .sheet) {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 0;
    border: 0 solid var(--_line);
    z-index: var(--peer-layer, 100);
  }

  .panel.side,
  .panel:popover-open {
    display: flex;
    flex-direction: column;
  }

  .panel:is(.side, .drawer, .sheet) > .frame {
    flex: 1 1 auto;
    min-block-size: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--_edge) transparent;
    scroll-padding-block: var(--_header, 64px) 16px;
    padding-block-start: 0;
    padding-block-end: max(16px, env(safe-area-inset-bottom));
  }

  /* In it nothing of the page's stands above the posts. */
  .panel:is(.side, .drawer, .sheet) > .frame {
    --_top: 0px;
  }

  .panel:is(.side, .drawer, .sheet) .header {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    margin-inline: -4px;
    padding: 10px 4px;
    background: var(--_surface);
  }

  /* Where it is scrolled to, what sends it is in sight, too. */
  .panel:is(.side, .drawer, .sheet) :is(textarea) {
    max-block-size: min(40vh, 20em);
    scroll-margin-block-end: calc(var(--_target) + 24px);
  }

  .panel.side {
    inset-block: var(--_top) 0;
    inset-inline-end: 0;
    inline-size: var(--_width);
    border-inline-start-width: 1px;
    border-radius: 0;
  }

  .edge {
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(var(--_target) / -2);
    inline-size: var(--_target);
    z-index: 3;
    cursor: col-resize;
    touch-action: none;
  }

  .edge::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline: calc(var(--_target) / 2 - 2px);
    background: transparent;
  }

  .edge::after {
    content: '';
    position: absolute;
    inset-block-start: calc(50% - 20px);
    inset-inline-start: calc(var(--_target) / 2 - 3px);
    inline-size: 6px;
    block-size: 40px;
    border-radius: 3px;
    background: var(--_edge);
    box-shadow: 0 0 0 2px var(--_surface);
  }

  .edge:is(:hover, :focus-visible)::before {
    background: var(--_accent);
  }

  .edge:is(:hover, :focus-visible)::after {
    background: var(--_accent);
  }

  .edge:focus-visible {
    outline-offset: -2px;
  }

  .panel.drawer {
    inset-block-end: 84px;
    inset-inline-end: 16px;
    inline-size: min(420px, 100vw - 32px);
    block-size: min(680px, 100vh - 100px - var(--_top));
    block-size: min(680px, 100dvh - 100px - var(--_top));
    border-width: 1px;
    box-shadow: 0 8px 40px rgb(0 0 0 / 0.28);
    overflow: clip;
  }

  .panel.sheet {
    inset-block-end: var(--_covered, 0px);
    inset-inline: 0;
    inline-size: auto;
    max-inline-size: none;
    block-size: calc(100vh - 40px - var(--_covered, 0px));
    block-size: calc(100dvh - 40px - var(--_covered, 0px));
    max-block-size: none;
    border-block-start-width: 1px;
    border-start-start-radius: 16px;
    border-start-end-radius: 16px;
    border-end-start-radius: 0;
    border-end-end-radius: 0;
    overflow: clip;
  }

  .panel.sheet::backdrop {
    background: rgb(0 0 0 / 0.45);
  }

  @media (max-height: 499px) {
    .panel.sheet {
      block-size: calc(100vh - var(--_covered, 0px));
      block-size: calc(100dvh - var(--_covered, 0px));
      border-start-start-radius: 0;
      border-start-end-radius: 0;
    }

    .panel:is(.side, .drawer, .sheet) .header {
      position: relative;
    }

    .panel:is(.side, .drawer, .sheet) > .frame {
      scroll-padding-block-start: 0;
    }
  }

  /* Its place is the corner, beside the heading; where there is much to press, that stands below. */
  .panel .header:has(> .closer):not(:has(> [part='unread-next'] + .plain)),
  .panel .header > .heading:has(+ * + [part='unread-next'] + .plain + .closer) {
    padding-inline-end: 44px;
  }

  .panel .header > .heading:has(+ * + [part='unread-next'] + .plain) {
    flex: 1 0 100%;
    line-height: 36px;
  }

  .closer {
    position: absolute;
    inset-block-start: 10px;
    inset-inline-end: 0;
    display: grid;
    place-content: center;
    inline-size: max(36px, var(--_target));
    block-size: max(36px, var(--_target));
    padding: 0;
    color: var(--_text);
  }

  .closer > span {
    inline-size: 18px;
    block-size: 18px;
    background:
      linear-gradient(currentColor 0 0) center / 100% 2px no-repeat,
      linear-gradient(currentColor 0 0) center / 2px 100% no-repeat;
    rotate: 45deg;
  }

  @media (prefers-reduced-motion: no-preference) {
    .panel:is(.drawer, .sheet):popover-open {
      animation: rise 0.18s ease-out;
    }

    @keyframes rise {
      from {
        translate: 0 24px;
        opacity: 0;
      }
    }
  }

  @media (forced-colors: active) {
    .panel:is(.side, .drawer, .sheet) {
      border: 1px solid;
    }

    .edge::after {
      background: ButtonText;
    }

    .edge:is(:hover, :focus-visible)::before {
      background: Highlight;
    }

    .bubble::after {
      forced-color-adjust: preserve-parent-color;
    }

    .closer > span {
      forced-color-adjust: none;
      color: ButtonText;
    }
  }

  @media print {
    .corner,
    .edge {
      display: none;
    }

    .panel:is(.side, .drawer, .sheet) {
      display: block;
      position: static;
      inline-size: auto;
      block-size: auto;
    }
  }
`;
