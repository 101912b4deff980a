// The words of the index of discussions in German. Addresses people as Sie, as the panel does.
import type { WordsOf } from '../../learning/words-in.ts';
import type { IndexWords } from '../index-words.ts';

/** In German. */
export const german: WordsOf<IndexWords> = ({ count }) => ({
  indexTitle: 'Diskussionen',
  indexChoose: 'Welche Diskussionen',
  indexLists: { all: 'Alle', new: 'Neu für mich', unanswered: 'Unbeantwortet', mine: 'Meine' },
  indexNone: {
    all: 'Hier gibt es noch keine Diskussion.',
    new: 'Für Sie ist nichts neu. Sie haben alles gelesen.',
    unanswered: 'Niemand wartet auf eine Antwort.',
    mine: 'Sie haben hier noch nirgends geschrieben.',
  },
  indexPosts: (amount) => count(amount, { one: '# Beitrag', other: '# Beiträge' }),
  indexLatest: (ago) => `zuletzt ${ago}`,
  indexFresh: (amount) => count(amount, { one: '# neu für Sie', other: '# neu für Sie' }),
  indexUnanswered: (amount) => count(amount, { one: '# wartet auf eine Antwort', other: '# warten auf eine Antwort' }),
  indexReplies: (amount) => count(amount, { one: '# Antwort an Sie', other: '# Antworten an Sie' }),
  indexFound: (amount) => count(amount, { one: '# Diskussion', other: '# Diskussionen' }),
  indexMore: 'Mehr zeigen',
  indexLoading: 'Die Diskussionen werden geladen…',
  indexOffline: 'Die Diskussionen waren nicht zu erreichen.',
  indexRetry: 'Noch einmal versuchen',
  indexSignIn: 'Melden Sie sich an, um die Diskussionen zu sehen.',
  indexMissing: 'Hier gibt es kein Verzeichnis der Diskussionen.',
});
