// The words around prompts in German. Addresses people as Sie.
import type { WordsOf } from '../../words-in.ts';
import type { PromptWords } from '../prompt-words.ts';

/** In German. */
export const german: WordsOf<PromptWords> = ({ count, isolate }) => ({
  stages: { open: 'Antworten', live: 'Live-Termin', compare: 'Vergleichen', conclude: 'Schließen', apply: 'Anwenden' },
  stagesLabel: 'Schritte',
  stageNow: 'jetzt',
  stageFrom: (date) => `ab ${date}`,
  promptClosed: 'Abgeschlossen',
  promptDraft: 'Entwurf',
  promptSummary: 'Was dabei herauskam',
  answerPrompt: 'Darauf antworten',
  answersLabel: 'Worauf Sie antworten',
  answersNothing: 'Auf nichts davon',

  gateFirst: 'Antworten Sie zuerst, dann sehen Sie die Antworten der anderen',
  gateLater: 'Was andere geschrieben haben, ist noch nicht offen',
  gateWords: (amount) =>
    count(amount, {
      one: 'Eine Antwort von mindestens einem Wort öffnet es für Sie.',
      other: 'Eine Antwort von mindestens # Wörtern öffnet es für Sie.',
    }),
  gateKind: (kind) => `Sie soll als „${kind}“ geschrieben sein.`,
  gateAny: 'Jede Antwort öffnet es für Sie.',
  gateDate: (date) => `Für alle öffnet es sich am ${date}.`,
  gateManual: 'Die Moderation öffnet es für alle.',
  gateSignIn: 'Melden Sie sich zuerst an und antworten Sie dann.',
  gateShort:
    'Sie haben schon geantwortet, aber noch nicht alles Gefragte. Sie können Ihre Antwort bearbeiten und ergänzen.',
  answered: {
    nobody: 'Bisher hat sonst niemand geantwortet.',
    few: 'Einige andere haben geantwortet.',
    dozen: 'Etwa ein Dutzend andere haben geantwortet.',
    many: 'Viele andere haben geantwortet.',
  },
  saidGateOpened: 'Was andere geschrieben haben, ist jetzt für Sie offen.',

  progressTitle: 'Was hier von Ihnen erwartet wird',
  ruleTitle: 'Was hier von Lernenden erwartet wird',
  progressNote: 'Diese Liste zeigt, was Sie getan haben. Ob es angerechnet wird, entscheidet, wer den Kurs anbietet.',
  clamps: {
    answer: (want) =>
      count(want, { one: 'Mit mindestens einem Wort antworten', other: 'Mit mindestens # Wörtern antworten' }),
    replies: (want) =>
      count(want, { one: 'Auf eine andere Person eingehen', other: 'Auf # verschiedene Personen eingehen' }),
    read: (want) => count(want, { other: 'Mindestens # % der Beiträge anderer lesen' }),
    back: () => 'Wiederkommen, nachdem Ihnen jemand geantwortet hat',
    apply: (want) =>
      count(want, {
        one: 'In mindestens einem Wort sagen, wie Sie es anwenden',
        other: 'In mindestens # Wörtern sagen, wie Sie es anwenden',
      }),
    attested: () => 'Die Moderation bestätigt es',
  },
  clampDone: 'erledigt',
  clampHave: (have, want) => `${have} von ${want}`,
  clampRead: (percent) => `bisher ${percent}`,
  clampOpen: 'noch offen',
  missedAnswer: 'Ihre letzte Antwort zählt hier noch nicht.',
  missedReply: 'Ihre letzte Antwort auf einen Beitrag zählt hier noch nicht.',
  missedShow: 'Zeigen',
  missed: {
    voided: (reason) => `So hat die Moderation entschieden: ${reason}`,
    quoted: 'Sie enthält keine eigenen Wörter: Zitate, Code und Adressen zählen nicht.',
    repeated: 'Das meiste davon steht schon anderswo oder sagt dasselbe noch einmal. Sagen Sie es mit neuen Worten.',
    aside: 'Sie greift zu wenig von dem auf, worauf sie antwortet. Nennen Sie, wovon Sie sprechen.',
    'not-own': 'Das meiste davon steht schon anderswo, oder sie greift zu wenig von dem auf, worauf sie antwortet.',
    short: (words) =>
      count(words, {
        one: 'Sie hat # eigenes Wort. Zitate, Code und Adressen zählen nicht.',
        other: 'Sie hat # eigene Wörter. Zitate, Code und Adressen zählen nicht.',
      }),
    thank: 'Ein Dank wird nur von einer Person gelesen und zählt nicht.',
    self: 'Sie antwortet auf einen eigenen Beitrag.',
    staff: 'Sie antwortet der Moderation. Gefragt ist eine Antwort an jemanden aus der Gruppe.',
    again: 'Dieser Person haben Sie schon geantwortet. Gefragt ist eine andere.',
    unmarked: (name) => `Wenn sie sagt, wie Sie es anwenden, kennzeichnen Sie sie als „${name}“.`,
  },
  progressDone: (date) => `Am ${date} hatten Sie alles davon erledigt.`,
  recordSave: 'Meinen Nachweis speichern',

  pageAsk: 'Hier stellen',
  pageHint: 'Diese Aufgabe steht in der Seite. In der Diskussion ist sie noch nicht gestellt.',
  pageChanged: 'Die Seite hat sich geändert, seit die Aufgabe hier gestellt wurde.',
  pageAskAgain: 'So stellen, wie sie jetzt ist',
  pageUnkept:
    'Die Seite möchte, dass Sie antworten, bevor Sie die Beiträge anderer sehen. Diese Diskussion kann das nicht einhalten, deshalb ist alles für alle offen.',
  pageRefused: (field) => `Die Aufgabe der Seite lässt sich so nicht stellen. Bitte prüfen: ${field}`,

  promptNew: 'Neue Aufgabe',
  promptChange: 'Aufgabe ändern',
  promptOpenGate: 'Alle Antworten jetzt zeigen',
  promptNext: (stage) => `Jetzt weiter zu „${stage}“`,
  promptFailed: 'Das ist nicht gelungen. Bitte versuchen Sie es noch einmal.',

  waitingCount: (amount) =>
    count(amount, {
      one: 'Jemand wartet auf eine Sicht wie Ihre',
      other: '# Personen warten auf eine Sicht wie Ihre',
    }),
  waitingAnswer: (name) => `${isolate(name)} antworten`,
});
