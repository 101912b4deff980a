// The words around evidence in German. Addresses people as Sie, as the panel does.
import type { WordsOf } from '../../words-in.ts';
import type { EvidenceWords } from '../evidence-words.ts';

/** In German. */
export const german: WordsOf<EvidenceWords> = ({ isolate }) => ({
  evidence: 'Nachweis für die Anrechnung',
  evidenceHint:
    'Was alle zu den Aufgaben getan haben, die dafür etwas verlangen: nach Kennungen, ohne Namen und Texte. Ob angerechnet wird, entscheidet, wer die Punkte vergibt.',
  evidenceSave: (form) => `Als ${form} speichern`,
  evidenceSaved: (file) => `Gespeichert als ${isolate(file)}.`,
  evidenceFailed: 'Das Speichern ist nicht gelungen. Versuchen Sie es in einer Weile noch einmal.',
  recordHint:
    'Was Sie hierfür getan haben und wann, für den Anbieter des Kurses: nach Ihrer Kennung, ohne Namen und Texte.',
});
