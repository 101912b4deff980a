// The words around evidence in Portuguese.
import type { WordsOf } from '../../words-in.ts';
import type { EvidenceWords } from '../evidence-words.ts';

/** In Portuguese. */
export const portuguese: WordsOf<EvidenceWords> = ({ isolate }) => ({
  evidence: 'Comprovação para créditos',
  evidenceHint:
    'O que cada pessoa fez nas propostas que pedem algo para isso: por identificadores, sem nomes nem textos. Conceder créditos cabe a quem os oferece.',
  evidenceSave: (form) => `Salvar como ${form}`,
  evidenceSaved: (file) => `Salvo como ${isolate(file)}.`,
  evidenceFailed: 'Não foi possível salvar. Tente de novo daqui a pouco.',
  recordHint:
    'O que você fez para isto, e quando, para quem oferece o curso: pelo seu identificador, sem nomes nem textos.',
});
