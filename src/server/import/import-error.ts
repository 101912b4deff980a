// Why a file cannot be imported, and where in it: one sentence for whoever ran the command.

/** A place in a file, both counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Ends an import before anything was written. The message names the file and, where there is one, the place. */
export class ImportError extends Error {
  override readonly name = 'ImportError';

  constructor(file: string, place: Place | null, sentence: string) {
    super(place === null ? `${file}: ${sentence}` : `${file}:${place.line}:${place.column}: ${sentence}`);
  }
}
