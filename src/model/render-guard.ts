// placeholder until the guard is written
export function renderFlaw(_body: string): string | null {
  return null;
}
