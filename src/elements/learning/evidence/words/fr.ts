// The words around evidence in French.
import type { WordsOf } from '../../words-in.ts';
import type { EvidenceWords } from '../evidence-words.ts';

/** In French. */
export const french: WordsOf<EvidenceWords> = ({ isolate }) => ({
  evidence: 'Justificatifs pour l’attestation',
  evidenceHint:
    'Ce que chacun a fait pour les consignes qui demandent quelque chose à ce titre : par identifiants, sans noms ni textes. C’est à l’organisme qui attribue les crédits de décider.',
  evidenceSave: (form) => `Enregistrer en ${form}`,
  evidenceSaved: (file) => `Enregistré sous ${isolate(file)}.`,
  evidenceFailed: 'L’enregistrement n’a pas abouti. Réessayez dans un moment.',
  recordHint:
    'Ce que vous avez fait pour cela, et quand, à l’intention de l’organisme qui propose la formation : par votre identifiant, sans noms ni textes.',
});
