// The words for kinds, moves and endorsements in German.
import type { MoveWords } from '../move-words.ts';
import type { WordsOf } from '../../words-in.ts';

/** In German. */
export const german: WordsOf<MoveWords> = ({ isolate }) => ({
  kinds: {
    question: { name: 'Frage', help: 'Etwas, das Sie wissen möchten', starter: 'Ich möchte gern wissen: ' },
    answer: { name: 'Antwort', help: 'Was Sie auf das antworten, was hier gefragt ist', starter: '' },
    insight: { name: 'Erkenntnis', help: 'Etwas, das Ihnen klar geworden ist', starter: 'Mir ist klar geworden: ' },
    experience: {
      name: 'Erfahrung',
      help: 'Etwas, das Sie in Ihrer Praxis erlebt haben',
      starter: 'Aus meiner Praxis: ',
    },
    reflection: {
      name: 'Überlegung',
      help: 'Etwas, das Ihnen durch den Kopf geht',
      starter: 'Mich beschäftigt immer wieder ',
    },
    resource: {
      name: 'Material',
      help: 'Etwas zum Lesen oder Verwenden, und warum es sich lohnt',
      starter: 'Nützlich, weil ',
    },
  },
  moves: {
    'build-on': { name: 'Baut darauf auf', help: 'Führen Sie es einen Schritt weiter', starter: 'Darauf aufbauend: ' },
    ask: { name: 'Fragt nach', help: 'Fragen Sie dazu nach', starter: 'Was meinen Sie mit ' },
    contrast: {
      name: 'Sieht es anders',
      help: 'Stellen Sie eine andere Sicht daneben',
      starter: 'Ich sehe es anders: ',
    },
    apply: { name: 'Wendet es an', help: 'Sagen Sie, wie Sie es nutzen', starter: 'Ich probiere das aus, indem ich ' },
    thank: { name: 'Dank', help: 'Sagen Sie, was es Ihnen gebracht hat', starter: '' },
  },
  kindFilters: {
    question: 'Fragen',
    answer: 'Antworten',
    insight: 'Erkenntnisse',
    experience: 'Erfahrungen',
    reflection: 'Überlegungen',
    resource: 'Materialien',
  },

  kindLegend: 'Was ist es?',
  moveLegend: 'Was tut Ihre Antwort?',
  noKind: 'Einfach ein Gedanke',
  noMove: 'Antwortet einfach',
  kindMissing: 'Wählen Sie, was es ist: Danach wird hier gefragt.',
  useStarter: (starter) => `Beginnen mit „${isolate(starter.trim())}“`,
  replyPrivately: 'Privat antworten',
  readBy: (name) => `Nur ${isolate(name)} und die Moderation werden das lesen.`,
  privateTalk: (author, to) => `Privat: Nur ${isolate(author)}, ${isolate(to)} und die Moderation lesen das.`,
  privatePlain: 'Privat: Das lesen nur die beiden Beteiligten und die Moderation.',
  member: 'Mitglied',

  helpedMe: 'Das hat mir geholfen',
  helped: 'Das half',
  takeHelpBack: 'Hat mir doch nicht geholfen',
  endorse: 'Befürworten',
  endorsed: 'Befürwortet von',
  takeEndorsementBack: 'Befürwortung zurücknehmen',
  takenBack: 'zurückgenommen',
  endorseLegend: 'Warum stehen Sie dahinter?',
  reasons: {
    complete: 'Richtig und vollständig',
    tested: 'In der Praxis erprobt',
    reasoning: 'Gut begründet, anderer Schluss',
  },
  ownReason: 'In meinen eigenen Worten',
  endorseNote: 'In Ihren eigenen Worten, für alle lesbar',
  endorseNoteMissing: 'Wählen Sie einen Grund, oder schreiben Sie einen.',
  vouched: 'Wohinter hier jemand steht',
  endorsedReply: (by, author, why) => `${isolate(by)} befürwortet eine Antwort von ${isolate(author)}: ${isolate(why)}`,
  helpedReply: (by, author) => `Eine Antwort von ${isolate(author)} hat ${isolate(by)} geholfen`,

  settle: 'Ist beantwortet',
  settled: 'Diese Frage ist beantwortet.',
  pinnedBy: (name) => `Angeheftet von ${isolate(name)}`,
  unsettle: 'Ist noch offen',
  classifyPost: 'Art ändern',
  classifyReply: 'Art ändern',

  versions: 'Fassungen dieses Beitrags',
  writtenAt: (time) => `Geschrieben: ${time}`,
  changedAt: (time) => `Geändert: ${time}`,
  versionNow: 'So lautet er jetzt',
  versionsSeenBy: 'Frühere Fassungen sehen nur die Moderation und die Person, die den Beitrag geschrieben hat.',

  saidHelped: 'Sie haben gesagt, dass Ihnen das geholfen hat.',
  saidEndorsed: 'Ihre Befürwortung steht jetzt da.',
  saidTakenBack: 'Sie haben es zurückgenommen.',
  saidSettled: 'Die Frage ist beantwortet.',
  saidUnsettled: 'Die Frage ist wieder offen.',
  saidClassified: (name) => `Jetzt ist es: ${name}`,
});
