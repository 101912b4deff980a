// Gives a text to the person as a file of theirs, as far as the browser lets a page do so.

/** Saves a text under this name where the browser keeps what is downloaded. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // a slow disk still reads from it
}
