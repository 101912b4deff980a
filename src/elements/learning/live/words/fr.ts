// The words around the questions of an event in French.
import type { WordsOf } from '../../words-in.ts';
import type { LiveWords } from '../live-words.ts';

/** In French. */
export const french: WordsOf<LiveWords> = ({ count }) => ({
  liveTitle: 'Questions pour cette séance',
  liveAsk: 'Poser une question',
  liveSend: 'Poser',
  liveGathering: 'Toutes les questions arrivent…',
  liveNow: 'En cours de réponse',
  liveOpen: (amount) => count(amount, { one: '# question ouverte', other: '# questions ouvertes' }),
  liveNone: 'Aucune question n’est ouverte.',
  liveAnswered: (amount) => count(amount, { one: '# traitée', other: '# traitées' }),
  liveTake: 'Y répondre maintenant',
  livePutBack: 'Pas maintenant',
  liveSettle: 'Marquer comme traitée',
  liveReopen: 'Rouvrir',
  liveGo: 'Y aller',
  liveKeys: (answered, now) =>
    `Sur une question : ${answered} traitée ou rouverte · ${now} y répondre maintenant ou non.`,
  liveProject: 'Afficher à l’écran',
  liveOffline: 'Pas de connexion : ce qui s’affiche peut dater.',
  liveNames: 'Avec les noms',
  liveNext: 'Question suivante',
  liveUndo: 'Annuler cela',
  saidTaken: 'On répond maintenant à la question.',
  saidPutBack: 'La question attend de nouveau.',
  saidAnswered: 'La question est traitée.',
  saidReopened: 'La question est de nouveau ouverte.',
});
