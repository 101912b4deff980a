// The words of the desk in French.
import type { DeskWords } from '../desk-words.ts';
import type { WordsOf } from '../../words-in.ts';

/** In French. */
export const french: WordsOf<DeskWords> = ({ count, isolate }) => ({
  desk: 'Bureau d’animation',
  deskHint: 'Ce qui a besoin de vous maintenant. Tout peut être annulé et reste consigné.',
  openDesk: (amount) =>
    amount === 0 ? 'Bureau' : count(amount, { one: 'Bureau, # point attend', other: 'Bureau, # points attendent' }),
  closeDesk: 'Fermer le bureau',
  deskGathering: 'Chargement de toute la discussion…',
  nothingWaits: 'Rien n’attend ici.',
  lists: {
    'to-moderate': { name: 'À modérer', help: 'Messages que personne ne voit avant que vous les ayez regardés.' },
    unanswered: {
      name: 'Sans réponse',
      help: 'Premiers messages et questions auxquels personne d’autre n’a répondu, les plus anciens d’abord.',
    },
    unheard: { name: 'Sans écho', help: 'Personnes qui ont écrit et à qui personne n’a jamais répondu.' },
    tensions: { name: 'Tensions', help: 'Points de vue différents que personne n’a repris.' },
    ready: {
      name: 'Mûres pour conclure',
      help: 'Conversations de trois personnes ou plus, au calme depuis un jour et sans question ouverte.',
    },
  },
  acts: {
    approve: { name: 'Afficher', field: '', done: 'Visible par tout le monde.' },
    followUp: { name: 'Relancer par une question', field: 'Votre question', done: 'Votre question est envoyée.' },
    privately: {
      name: 'Répondre en privé',
      field: 'Seules la personne qui l’a écrit et l’animation lisent ceci',
      done: 'Votre réponse privée est envoyée.',
    },
    invite: {
      name: 'Inviter quelqu’un',
      field: 'À qui demandez-vous d’y regarder ?',
      done: 'L’invitation l’attendra à son retour.',
    },
    pin: { name: 'Épingler', field: 'Pourquoi est-ce en haut ?', done: 'Épinglé.' },
    move: { name: 'Déplacer', field: 'Vers quelle consigne ?', done: 'La conversation est déplacée.' },
    endorse: { name: 'Appuyer', field: 'Pourquoi ?', done: 'Appuyé.' },
    conclude: {
      name: 'Clore avec une synthèse',
      field: 'Ce qui en est ressorti, à lire par tout le monde',
      done: 'La consigne est close, avec votre synthèse.',
    },
  },
  unpin: 'Désépingler',
  firstPost: 'Premier message ici',
  goToPost: 'Aller au message',
  deskSend: 'Terminé',
  deskCancel: 'Annuler',
  deskUndo: 'Revenir en arrière',
  undone: 'Annulé.',
  noteOptional: 'Avec vos mots',
  deskReasons: {
    complete: 'Juste et complet',
    tested: 'Éprouvé dans la pratique',
    reasoning: 'Bon raisonnement, autre conclusion',
  },
  deskOwnReason: 'Une autre raison',
  whatWasDone: 'Ce qui a été fait',
  logged: {
    moderate: 'Affiché ou masqué',
    classify: 'Nature modifiée',
    endorse: 'Appuyé ou retiré',
    settle: 'Répondue ou rouverte',
    pin: 'Épinglé ou désépinglé',
    invite: 'Quelqu’un invité ou invitation retirée',
    void: 'Écarté du crédit ou compté à nouveau',
    transfer: 'Déplacée vers une autre consigne',
    arrange: 'Consigne écrite ou modifiée',
    attest: 'Participation confirmée ou retirée',
  },
  doneBy: (name) => `par ${isolate(name)}`,
  deskKeys:
    'Touches sur une entrée : F relancer, R répondre en privé, I inviter, P épingler, M déplacer, E appuyer, C clore, Entrée mène au message.',
  needsText: 'Écrivez d’abord quelque chose.',
});
