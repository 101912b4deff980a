// Catches what a page gives to the person as a file, instead of saving it.
import { replace } from './replace.ts';

/** A file under its name. */
export interface SavedFile {
  readonly name: string;
  readonly file: Blob;
}

/** Files that are saved from now on, in their order, until `undo`. */
export function catchSavedFiles(): { readonly saved: readonly SavedFile[]; readonly undo: () => void } {
  const saved: SavedFile[] = [];
  let made = new Blob();
  const { click } = HTMLElement.prototype;
  const undo = [
    replace(URL, 'createObjectURL', (file: Blob) => {
      made = file;
      return 'blob:made';
    }),
    replace(HTMLElement.prototype, 'click', function (this: HTMLElement) {
      if (this instanceof HTMLAnchorElement) saved.push({ name: this.download, file: made });
      else click.call(this);
    }),
  ];
  return {
    saved,
    undo: () => {
      for (const restore of undo) restore();
    },
  };
}
