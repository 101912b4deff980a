// Puts a text into the clipboard, as far as the browser lets us.

/** Copies what stands in a field. False where the browser refused: then all of it is selected. */
export async function copyText(field: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return document.execCommand('copy');
  }
}
