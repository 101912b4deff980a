// The words around prompts in French. Addresses people as vous.
import type { WordsOf } from '../../words-in.ts';
import type { PromptWords } from '../prompt-words.ts';

/** In French. */
export const french: WordsOf<PromptWords> = ({ count, isolate }) => ({
  stages: { open: 'Répondre', live: 'En direct', compare: 'Comparer', conclude: 'Conclure', apply: 'Appliquer' },
  stagesLabel: 'Étapes',
  stageNow: 'en ce moment',
  stageFrom: (date) => `à partir du ${date}`,
  promptClosed: 'Terminée',
  promptDraft: 'Brouillon',
  promptSummary: 'Ce qui en est ressorti',
  answerPrompt: 'Répondre à cette consigne',
  answersLabel: 'À quoi vous répondez',
  answersNothing: 'À rien de cela',

  gateFirst: 'Répondez d’abord, vous verrez ensuite ce que les autres ont écrit',
  gateLater: 'Ce que les autres ont écrit n’est pas encore ouvert',
  gateWords: (amount) =>
    count(amount, {
      one: 'Une réponse d’au moins # mot vous y donne accès.',
      other: 'Une réponse d’au moins # mots vous y donne accès.',
    }),
  gateKind: (kind) => `Elle doit être publiée comme « ${kind} ».`,
  gateAny: 'Toute réponse vous y donne accès.',
  gateDate: (date) => `L’accès s’ouvre pour tout le monde le ${date}.`,
  gateManual: 'L’équipe d’animation ouvre l’accès pour tout le monde.',
  gateSignIn: 'Connectez-vous d’abord, puis répondez.',
  gateShort:
    'Vous avez déjà répondu, mais il manque une partie de ce qui est demandé. Vous pouvez modifier votre réponse et la compléter.',
  answered: {
    nobody: 'Personne d’autre n’a encore répondu.',
    few: 'Quelques collègues ont répondu.',
    dozen: 'Une douzaine de collègues environ ont répondu.',
    many: 'Beaucoup de collègues ont répondu.',
  },
  saidGateOpened: 'Ce que vos collègues ont écrit vous est maintenant ouvert.',

  progressTitle: 'Ce qui vous est demandé ici',
  ruleTitle: 'Ce qui est demandé ici aux participants',
  progressNote:
    'Cette liste montre ce que vous avez fait. C’est l’organisme qui propose le cours qui décide d’en tenir compte.',
  clamps: {
    answer: (want) => count(want, { one: 'Répondre en # mot au moins', other: 'Répondre en # mots au moins' }),
    replies: (want) => count(want, { one: 'Répondre à # collègue', other: 'Répondre à # collègues différents' }),
    read: (want) => count(want, { other: 'Lire au moins # % de ce que vos collègues ont écrit' }),
    back: () => 'Revenir après qu’un collègue vous a répondu',
    apply: (want) =>
      count(want, {
        one: 'Dire comment vous l’appliquez, en # mot au moins',
        other: 'Dire comment vous l’appliquez, en # mots au moins',
      }),
    attested: () => 'L’équipe d’animation le confirme',
  },
  clampDone: 'fait',
  clampHave: (have, want) => `${have} sur ${want}`,
  clampRead: (percent) => `${percent} pour l’instant`,
  clampOpen: 'pas encore',
  missedAnswer: 'Votre dernière réponse ne compte pas encore ici.',
  missedReply: 'Votre dernière réponse à une contribution ne compte pas encore ici.',
  missedShow: 'L’afficher',
  missed: {
    voided: (reason) => `L’équipe d’animation en a décidé ainsi : ${reason}`,
    quoted: 'Elle ne contient aucun mot de vous : les citations, le code et les adresses ne comptent pas.',
    repeated: 'L’essentiel figure déjà ailleurs ou se répète. Dites-le avec d’autres mots.',
    aside: 'Elle reprend trop peu de ce à quoi elle répond. Nommez ce dont vous parlez.',
    'not-own': 'L’essentiel figure déjà ailleurs, ou elle reprend trop peu de ce à quoi elle répond.',
    short: (words) =>
      count(words, {
        one: 'Elle contient # mot de vous. Les citations, le code et les adresses ne comptent pas.',
        other: 'Elle contient # mots de vous. Les citations, le code et les adresses ne comptent pas.',
      }),
    thank: 'Un remerciement n’est lu que par une personne et ne compte pas.',
    self: 'Elle répond à l’une de vos propres contributions.',
    staff: 'Elle répond à l’équipe d’animation. C’est une réponse à un ou une collègue qui est demandée.',
    again: 'Vous avez déjà répondu à cette personne. C’est une autre qui est demandée.',
    unmarked: (name) => `Si elle dit comment vous l’appliquez, marquez-la comme « ${name} ».`,
  },
  progressDone: (date) => `Le ${date}, vous aviez fait tout cela.`,
  recordSave: 'Enregistrer mon justificatif',

  pageAsk: 'Poser cette consigne ici',
  pageHint: 'Cette consigne figure dans la page. Elle n’est pas encore posée dans la discussion.',
  pageChanged: 'La page a changé depuis que cette consigne a été posée ici.',
  pageAskAgain: 'La poser telle qu’elle est maintenant',
  pageUnkept:
    'La page vous demande de répondre avant de voir ce que les autres ont écrit. Cette discussion ne peut pas le garantir : tout y est donc ouvert à tout le monde.',
  pageRefused: (field) => `La consigne de la page ne peut pas être posée telle quelle. À vérifier : ${field}`,

  promptNew: 'Nouvelle consigne',
  promptChange: 'Modifier la consigne',
  promptOpenGate: 'Montrer maintenant toutes les réponses',
  promptNext: (stage) => `Passer maintenant à « ${stage} »`,
  promptFailed: 'Cela n’a pas pu être fait. Veuillez réessayer.',

  waitingCount: (amount) =>
    count(amount, {
      one: '# collègue attend un regard comme le vôtre',
      other: '# collègues attendent un regard comme le vôtre',
    }),
  waitingAnswer: (name) => `Répondre à ${isolate(name)}`,
});
