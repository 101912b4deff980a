// The words of the index of discussions in French.
import type { WordsOf } from '../../learning/words-in.ts';
import type { IndexWords } from '../index-words.ts';

/** In French. */
export const french: WordsOf<IndexWords> = ({ count }) => ({
  indexTitle: 'Discussions',
  indexChoose: 'Quelles discussions',
  indexLists: { all: 'Toutes', new: 'Nouveau pour moi', unanswered: 'Sans réponse', mine: 'Les miennes' },
  indexNone: {
    all: 'Il n’y a pas encore de discussion ici.',
    new: 'Rien de nouveau pour vous. Vous avez tout lu.',
    unanswered: 'Personne n’attend de réponse.',
    mine: 'Vous n’avez encore écrit dans aucune discussion.',
  },
  indexPosts: (amount) => count(amount, { one: '# message', many: '# de messages', other: '# messages' }),
  indexLatest: (ago) => `le dernier ${ago}`,
  indexFresh: (amount) =>
    count(amount, { one: '# nouveau pour vous', many: '# de nouveaux pour vous', other: '# nouveaux pour vous' }),
  indexUnanswered: (amount) =>
    count(amount, { one: '# attend une réponse', many: '# attendent une réponse', other: '# attendent une réponse' }),
  indexReplies: (amount) =>
    count(amount, {
      one: '# réponse à vos messages',
      many: '# de réponses à vos messages',
      other: '# réponses à vos messages',
    }),
  indexFound: (amount) => count(amount, { one: '# discussion', many: '# de discussions', other: '# discussions' }),
  indexMore: 'En afficher plus',
  indexLoading: 'Chargement des discussions…',
  indexOffline: 'Les discussions sont injoignables.',
  indexRetry: 'Réessayer',
  indexSignIn: 'Connectez-vous pour voir les discussions.',
  indexMissing: 'Il n’y a pas d’index des discussions ici.',
});
