// The words around the questions of an event in German.
import type { WordsOf } from '../../words-in.ts';
import type { LiveWords } from '../live-words.ts';

/** In German. */
export const german: WordsOf<LiveWords> = ({ count }) => ({
  liveTitle: 'Fragen zu diesem Termin',
  liveAsk: 'Eine Frage stellen',
  liveSend: 'Fragen',
  liveGathering: 'Alle Fragen werden geholt…',
  liveNow: 'Wird gerade beantwortet',
  liveOpen: (amount) => count(amount, { one: '# offene Frage', other: '# offene Fragen' }),
  liveNone: 'Keine Frage ist offen.',
  liveAnswered: (amount) => count(amount, { one: '# beantwortet', other: '# beantwortet' }),
  liveTake: 'Jetzt beantworten',
  livePutBack: 'Doch nicht jetzt',
  liveSettle: 'Als beantwortet markieren',
  liveReopen: 'Wieder öffnen',
  liveGo: 'Dorthin',
  liveKeys: (answered, now) =>
    `Auf einer Frage: ${answered} beantwortet oder wieder offen · ${now} jetzt beantworten oder doch nicht.`,
  liveProject: 'Auf der Leinwand zeigen',
  liveOffline: 'Keine Verbindung: Was hier steht, kann veraltet sein.',
  liveNames: 'Mit Namen',
  liveNext: 'Nächste Frage',
  liveUndo: 'Zurücknehmen',
  saidTaken: 'Die Frage wird jetzt beantwortet.',
  saidPutBack: 'Die Frage wartet wieder.',
  saidAnswered: 'Die Frage ist beantwortet.',
  saidReopened: 'Die Frage ist wieder offen.',
});
