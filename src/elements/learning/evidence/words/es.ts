// The words around evidence in Spanish.
import type { WordsOf } from '../../words-in.ts';
import type { EvidenceWords } from '../evidence-words.ts';

/** In Spanish. */
export const spanish: WordsOf<EvidenceWords> = ({ isolate }) => ({
  evidence: 'Constancia para los créditos',
  evidenceHint:
    'Lo que cada persona hizo en las propuestas que piden algo para ello: por identificadores, sin nombres ni textos. Conceder los créditos corresponde a quien los ofrece.',
  evidenceSave: (form) => `Guardar como ${form}`,
  evidenceSaved: (file) => `Guardado como ${isolate(file)}.`,
  evidenceFailed: 'No se pudo guardar. Inténtelo de nuevo dentro de un rato.',
  recordHint:
    'Lo que usted hizo para esto y cuándo, para quien ofrece el curso: por su identificador, sin nombres ni textos.',
});
