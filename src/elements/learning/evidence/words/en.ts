// The words around evidence in English.
import type { WordsOf } from '../../words-in.ts';
import type { EvidenceWords } from '../evidence-words.ts';

/** In English. */
export const english: WordsOf<EvidenceWords> = ({ isolate }) => ({
  evidence: 'Evidence for credit',
  evidenceHint:
    'What everybody did for the prompts that ask for something for credit: by their ids, without names or texts. Whether it earns credit is up to whoever offers it.',
  evidenceSave: (form) => `Save as ${form}`,
  evidenceSaved: (file) => `Saved as ${isolate(file)}.`,
  evidenceFailed: 'It could not be saved. Try again in a while.',
  recordHint: 'What you did for this, and when, for whoever offers the course: by your id, without names or texts.',
});
