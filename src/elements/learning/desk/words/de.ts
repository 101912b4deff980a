// The words of the desk in German. Addresses people as Sie, as the panel does.
import type { DeskWords } from '../desk-words.ts';
import type { WordsOf } from '../../words-in.ts';

/** In German. */
export const german: WordsOf<DeskWords> = ({ count, isolate }) => ({
  desk: 'Arbeitstisch der Moderation',
  deskHint: 'Was Sie jetzt braucht. Alles hier lässt sich zurücknehmen und wird festgehalten.',
  openDesk: (amount) =>
    amount === 0
      ? 'Arbeitstisch'
      : count(amount, { one: 'Arbeitstisch, # Sache wartet', other: 'Arbeitstisch, # Sachen warten' }),
  closeDesk: 'Arbeitstisch schließen',
  deskGathering: 'Die ganze Diskussion wird geladen…',
  nothingWaits: 'Hier wartet nichts.',
  lists: {
    'to-moderate': { name: 'Zu prüfen', help: 'Beiträge, die niemand sieht, bevor Sie sie angesehen haben.' },
    unanswered: {
      name: 'Unbeantwortet',
      help: 'Erste Beiträge und Fragen, auf die sonst niemand geantwortet hat, die ältesten zuerst.',
    },
    unheard: { name: 'Ungehört', help: 'Menschen, die geschrieben und von niemandem eine Antwort bekommen haben.' },
    tensions: { name: 'Spannungen', help: 'Andere Sichtweisen, die niemand aufgegriffen hat.' },
    ready: {
      name: 'Reif für einen Schluss',
      help: 'Gespräche von mindestens drei Menschen, seit einem Tag ohne neuen Beitrag und ohne offene Frage.',
    },
  },
  acts: {
    approve: { name: 'Zeigen', field: '', done: 'Für alle zu sehen.' },
    followUp: { name: 'Nachfragen', field: 'Ihre Frage', done: 'Ihre Frage ist gesendet.' },
    privately: {
      name: 'Vertraulich antworten',
      field: 'Das lesen nur die Verfasserin oder der Verfasser und die Moderation',
      done: 'Ihre vertrauliche Antwort ist gesendet.',
    },
    invite: {
      name: 'Jemanden dazubitten',
      field: 'Wen bitten Sie, das anzusehen?',
      done: 'Die Bitte steht da, sobald die Person wiederkommt.',
    },
    pin: { name: 'Anheften', field: 'Warum steht es oben?', done: 'Angeheftet.' },
    move: { name: 'Verschieben', field: 'Zu welcher Aufgabe?', done: 'Das Gespräch ist verschoben.' },
    endorse: { name: 'Bestätigen', field: 'Warum?', done: 'Bestätigt.' },
    conclude: {
      name: 'Mit Zusammenfassung schließen',
      field: 'Was dabei herausgekommen ist, für alle zu lesen',
      done: 'Die Aufgabe ist geschlossen, mit Ihrer Zusammenfassung.',
    },
  },
  unpin: 'Lösen',
  firstPost: 'Erster Beitrag hier',
  goToPost: 'Zum Beitrag',
  deskSend: 'Fertig',
  deskCancel: 'Abbrechen',
  deskUndo: 'Zurücknehmen',
  undone: 'Zurückgenommen.',
  noteOptional: 'In eigenen Worten',
  deskReasons: {
    complete: 'Richtig und vollständig',
    tested: 'In der Praxis erprobt',
    reasoning: 'Gut begründet, anderer Schluss',
  },
  deskOwnReason: 'Ein anderer Grund',
  whatWasDone: 'Was getan wurde',
  logged: {
    moderate: 'Gezeigt oder verborgen',
    classify: 'Art geändert',
    endorse: 'Bestätigt oder zurückgenommen',
    settle: 'Beantwortet oder wieder offen',
    pin: 'Angeheftet oder gelöst',
    invite: 'Jemanden dazugebeten oder zurückgenommen',
    void: 'Vom Nachweis ausgenommen oder wieder gezählt',
    transfer: 'Zu einer anderen Aufgabe verschoben',
    arrange: 'Aufgabe geschrieben oder geändert',
    attest: 'Teilnahme bestätigt oder zurückgenommen',
  },
  doneBy: (name) => `von ${isolate(name)}`,
  deskKeys:
    'Tasten an einem Eintrag: F nachfragen, R vertraulich antworten, I dazubitten, P anheften, M verschieben, E bestätigen, C schließen, Eingabe führt zum Beitrag.',
  needsText: 'Bitte schreiben Sie zuerst etwas.',
});
