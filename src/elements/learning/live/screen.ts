// The screen that a wall stands on: the whole of it where the browser allows that, without the page's own scroll bars, and
// awake. What is shown is not its affair.

const withoutBars = new CSSStyleSheet();
withoutBars.replaceSync(':root { overflow: hidden !important }');

/**
 * Takes the whole screen and keeps it awake, as far as the browser lets it; returns what gives both back.
 * @param onLeft the whole screen was left by the browser's own key: what stood on it is to go too
 */
export function keepScreen(onLeft: () => void): () => void {
  const page = document.documentElement;
  let isHeld = true;
  let isWhole = false;
  let awake: WakeLockSentinel | null = null;

  const wake = async (): Promise<void> => {
    if (document.visibilityState !== 'visible' || !isHeld) return;
    const lock = await navigator.wakeLock?.request('screen').catch(() => null);
    if (isHeld) awake = lock ?? null;
    else void lock?.release();
  };
  const onChange = (): void => {
    if (document.fullscreenElement === null && isWhole) onLeft();
  };
  const onVisible = (): void => void wake();

  document.adoptedStyleSheets = [...document.adoptedStyleSheets, withoutBars];
  document.addEventListener('fullscreenchange', onChange);
  document.addEventListener('visibilitychange', onVisible);
  void wake();
  // A page that is whole already, or may not be in its frame, stays as it is.
  if (document.fullscreenElement === null)
    page.requestFullscreen?.({ navigationUI: 'hide' }).then(
      () => {
        isWhole = true;
        if (!isHeld) void document.exitFullscreen();
      },
      () => {},
    );
  return () => {
    if (!isHeld) return;
    isHeld = false;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== withoutBars);
    document.removeEventListener('fullscreenchange', onChange);
    document.removeEventListener('visibilitychange', onVisible);
    void awake?.release();
    if (isWhole && document.fullscreenElement === page) void document.exitFullscreen();
  };
}
