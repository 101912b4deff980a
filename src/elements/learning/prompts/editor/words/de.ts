// The words of the prompt editor in German.
import type { WordsOf } from '../../../words-in.ts';
import type { EditorWords } from '../editor-words.ts';

/** In German. */
export const german: WordsOf<EditorWords> = () => ({
  editorNew: 'Neue Aufgabe',
  editorChange: 'Diese Aufgabe ändern',
  editorVersion: 'Beim Speichern entsteht eine neue Fassung. Was jemand schon getan hat, zählt weiter.',
  editorTemplate: 'Beginnen mit',
  editorTemplateNone: 'Einer leeren Aufgabe',
  editorTitle: 'Überschrift',
  editorText: 'Was Sie fragen',
  editorState: 'Wer sie sieht und beantworten kann',
  editorStates: {
    draft: 'Entwurf: nur die Moderation',
    open: 'Offen: alle',
    closed: 'Abgeschlossen: nur noch zu lesen',
  },
  editorSummary: 'Zusammenfassung: was dabei herauskam',
  mixerLegend: 'Mischpult',
  mixerNote: 'Jeder Regler füllt die Felder darunter aus; jedes davon können Sie ändern.',
  mixerNames: { immediacy: 'Nähe in der Zeit', structure: 'Struktur', scale: 'Größe', transparency: 'Offenheit' },
  mixerStarters: [
    'Alle schreiben einfach',
    'Arten von Beiträgen und Satzanfänge werden angeboten',
    'Alle wählen eine Art von Beitrag',
  ],
  editorKinds: 'Was Antworten sein dürfen (ohne Kreuz ist alles erlaubt)',
  editorZone: 'Ihre Zeitzone',
  editorStages: 'Schritte',
  editorInstruction: 'Anleitung',
  editorGate: 'Wer die Beiträge anderer sieht',
  editorGates: {
    open: 'Alle',
    'post-first': 'Wer geantwortet hat',
    'until-date': 'Alle ab einem Zeitpunkt',
    manual: 'Alle, sobald ich es öffne',
    'post-first-or-date': 'Wer geantwortet hat; alle ab einem Zeitpunkt',
  },
  editorWords: 'Wörter, die eine Antwort braucht',
  editorKind: 'Art, die eine Antwort haben muss',
  editorAnyKind: 'Jede Art',
  editorAt: 'Öffnet sich für alle',
  editorFrom: 'Beginnt (leer lassen, um selbst weiterzugehen)',
  editorCredit: 'Was von jeder Person erwartet wird',
  editorCreditOn: 'Allen eine Liste des Erwarteten zeigen',
  editorAnswerWords: 'Wörter einer Antwort (0: nicht erwartet)',
  editorColleagues: 'Verschiedene Personen, auf die man eingeht',
  editorReplyWords: 'Wörter einer solchen Erwiderung',
  editorReadPercent: 'Anteil der Beiträge anderer, den man liest, in Prozent',
  editorComesBack: 'Nach einer Erwiderung wiederkommen',
  editorApplyWords: 'Wörter darüber, wie man es anwendet',
  editorAttested: 'Die Moderation bestätigt es',
  editorSave: 'Aufgabe speichern',
  editorEmpty: 'Bitte füllen Sie das aus.',
  editorLong: 'Das ist zu lang.',
  editorOrder:
    'Schritte folgen aufeinander: Behalten Sie mindestens einen, und lassen Sie jeden nach dem vorigen beginnen.',
  editorSeen:
    'Hier hat schon jemand geschrieben. Was zu sehen ist, muss zu sehen bleiben, und der Schritt muss bleiben.',
  editorWrong: 'Bitte prüfen Sie das.',
  editorInstructions: {
    open: 'Schreiben Sie zuerst Ihre eigene Antwort.',
    live: 'Bringen Sie eine Frage für den Termin mit, oder beantworten Sie eine.',
    compare: 'Lesen Sie zwei Beiträge, die es anders sehen, und sagen Sie, worin Sie sich unterscheiden.',
    conclude: 'Worauf kann sich die Gruppe einigen? Was bleibt offen?',
    apply: 'Sagen Sie, was Sie bis wann versuchen werden.',
  },
  editorTemplates: {
    case: [
      'Ein Fall',
      'Ein Fall aus Ihrer Praxis',
      'Beschreiben Sie eine Lage, in der Sie entscheiden mussten. Was haben Sie getan, und was wurde daraus?',
    ],
    dilemma: [
      'Ein Dilemma',
      'Was würden Sie tun?',
      'Hier stehen zwei gute Dinge gegeneinander. Wählen Sie eines, und sagen Sie, was Sie dafür aufgeben.',
    ],
    myth: [
      'Eine Legende prüfen',
      'Wahr oder nur oft gesagt?',
      'Nehmen Sie einen Satz, den in unserem Fach alle gehört haben. Was spricht dafür, was dagegen, und woher wissen Sie das?',
    ],
    swap: [
      'Tauschbörse',
      'Etwas, das sich weiterzugeben lohnt',
      'Teilen Sie einen Text, ein Werkzeug oder einen Kontakt, der Ihnen geholfen hat, und sagen Sie, wem und wofür er nützt.',
    ],
    event: [
      'Vor einer Veranstaltung',
      'Worüber sollen wir sprechen?',
      'Was möchten Sie von der Veranstaltung mitnehmen? Stellen Sie die Frage, die Sie in der Pause stellen würden.',
    ],
    journal: [
      'Lesekreis',
      'Was ändert diese Studie?',
      'Lesen Sie die Studie. Was wurde gefunden, was bezweifeln Sie, und was würden Sie morgen anders machen?',
    ],
    expert: [
      'Fragen an eine Fachperson',
      'Ihre Fragen an unseren Gast',
      'Stellen Sie eine Frage, und sagen Sie, warum sie für Ihre Arbeit wichtig ist. Beantworten Sie die Frage anderer, wo Sie können.',
    ],
  },
});
