// Brings a row into its place in the window. Whether it may still be brought there, the caller knows.

/** Frames after which a browser has drawn, and measured, what came into the window: Firefox takes three. */
const quietFrames = 4;
/** How often a row is led to while the heights above it become known. */
const mostTurns = 3;

/** Scrolls to a row: rows above were never drawn, so their heights were only guessed, and it scrolls again until they are known. */
export async function leadTo(row: HTMLElement, isWanted: () => boolean): Promise<void> {
  for (let turn = 0, isThere = false; turn < mostTurns && !isThere && isWanted(); turn++) {
    row.scrollIntoView({ block: 'start' });
    const { top } = row.getBoundingClientRect();
    for (let frame = 0; frame < quietFrames; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    isThere = Math.abs(row.getBoundingClientRect().top - top) < 1;
  }
}
