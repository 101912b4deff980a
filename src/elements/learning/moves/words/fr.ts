// The words for kinds, moves and endorsements in French.
import type { MoveWords } from '../move-words.ts';
import type { WordsOf } from '../../words-in.ts';

/** In French. */
export const french: WordsOf<MoveWords> = ({ isolate }) => ({
  kinds: {
    question: { name: 'Question', help: 'Ce que vous aimeriez savoir', starter: 'Ce que j’aimerais savoir\u00a0: ' },
    answer: { name: 'Réponse', help: 'Ce que vous répondez à ce qui est demandé ici', starter: '' },
    insight: {
      name: 'Déclic',
      help: 'Ce qui est devenu clair pour vous',
      starter: 'Ce qui est devenu clair pour moi\u00a0: ',
    },
    experience: {
      name: 'Expérience',
      help: 'Ce qui s’est passé dans votre pratique',
      starter: 'Dans ma pratique\u00a0: ',
    },
    reflection: { name: 'Réflexion', help: 'Ce qui vous occupe l’esprit', starter: 'Je continue de réfléchir à ' },
    resource: {
      name: 'Ressource',
      help: 'De quoi lire ou utiliser, et pourquoi cela en vaut la peine',
      starter: 'Utile parce que ',
    },
  },
  moves: {
    'build-on': { name: 'Prolonge', help: 'Faites un pas de plus', starter: 'Pour aller plus loin, ' },
    ask: { name: 'Interroge', help: 'Posez une question à ce sujet', starter: 'Qu’entendez-vous par ' },
    contrast: {
      name: 'Voit autrement',
      help: 'Placez un autre point de vue à côté',
      starter: 'Je vois cela autrement\u00a0: ',
    },
    apply: {
      name: 'Met en pratique',
      help: 'Dites comment vous vous en servez',
      starter: 'Je vais l’essayer ainsi\u00a0: ',
    },
    thank: { name: 'Remercie', help: 'Dites ce que cela vous a apporté', starter: '' },
  },
  kindFilters: {
    question: 'Questions',
    answer: 'Réponses',
    insight: 'Déclics',
    experience: 'Expériences',
    reflection: 'Réflexions',
    resource: 'Ressources',
  },

  kindLegend: 'De quoi s’agit-il\u00a0?',
  moveLegend: 'Que fait votre réponse\u00a0?',
  noKind: 'Une simple idée',
  noMove: 'Répond simplement',
  kindMissing: 'Choisissez ce dont il s’agit\u00a0: c’est demandé ici.',
  useStarter: (starter) => `Commencer par «\u00a0${isolate(starter.trim())}\u00a0»`,
  replyPrivately: 'Répondre en privé',
  readBy: (name) => `Lecture réservée à ${isolate(name)} et à l’équipe d’animation.`,
  privateTalk: (author, to) =>
    `Privé\u00a0: lecture réservée à ${isolate(author)}, à ${isolate(to)} et à l’équipe d’animation.`,
  privatePlain: 'Privé\u00a0: lecture réservée aux deux personnes concernées et à l’équipe d’animation.',
  member: 'Membre',

  helpedMe: 'Cela m’a aidé',
  helped: 'Cela a aidé',
  takeHelpBack: 'Finalement, cela ne m’a pas aidé',
  endorse: 'Soutenir',
  endorsed: 'Avec le soutien de',
  takeEndorsementBack: 'Retirer le soutien',
  takenBack: 'retiré',
  endorseLegend: 'Pourquoi soutenez-vous ce message\u00a0?',
  reasons: {
    complete: 'Juste et complet',
    tested: 'Éprouvé dans la pratique',
    reasoning: 'Bon raisonnement, autre conclusion',
  },
  ownReason: 'Avec mes propres mots',
  endorseNote: 'Avec vos propres mots, visibles de tout le monde',
  endorseNoteMissing: 'Choisissez une raison ou écrivez-en une.',
  vouched: 'Ce qui est soutenu ici',
  endorsedReply: (by, author, why) =>
    `${isolate(by)} soutient une réponse écrite par ${isolate(author)}\u00a0: ${isolate(why)}`,
  helpedReply: (by, author) => `Une réponse écrite par ${isolate(author)} a aidé ${isolate(by)}`,

  settle: 'A trouvé sa réponse',
  settled: 'Cette question a trouvé sa réponse.',
  pinnedBy: (name) => `Épinglé par ${isolate(name)}`,
  unsettle: 'Toujours ouverte',
  classifyPost: 'Changer le type',
  classifyReply: 'Changer le type',

  versions: 'Versions de ce message',
  writtenAt: (time) => `Écrit\u00a0: ${time}`,
  changedAt: (time) => `Modifié\u00a0: ${time}`,
  versionNow: 'Tel qu’il est maintenant',
  versionsSeenBy:
    'Les versions précédentes ne sont visibles que pour la personne qui a écrit le message et l’équipe d’animation.',

  saidHelped: 'Vous avez indiqué que cela vous a aidé.',
  saidEndorsed: 'Votre soutien est affiché.',
  saidTakenBack: 'Vous l’avez retiré.',
  saidSettled: 'La question a trouvé sa réponse.',
  saidUnsettled: 'La question est de nouveau ouverte.',
  saidClassified: (name) => `C’est maintenant\u00a0: ${name}`,
});
