// The words of the desk in Spanish.
import type { DeskWords } from '../desk-words.ts';
import type { WordsOf } from '../../words-in.ts';

/** In Spanish. */
export const spanish: WordsOf<DeskWords> = ({ count, isolate }) => ({
  desk: 'Mesa de facilitación',
  deskHint: 'Lo que le necesita ahora. Todo se puede deshacer y queda anotado.',
  openDesk: (amount) =>
    amount === 0 ? 'Mesa' : count(amount, { one: 'Mesa, espera # asunto', other: 'Mesa, esperan # asuntos' }),
  closeDesk: 'Cerrar la mesa',
  deskGathering: 'Se reúne toda la conversación…',
  nothingWaits: 'Aquí no espera nada.',
  lists: {
    'to-moderate': { name: 'Por revisar', help: 'Mensajes que nadie ve hasta que usted los haya mirado.' },
    unanswered: {
      name: 'Sin respuesta',
      help: 'Primeros mensajes y preguntas que nadie más ha respondido, los más antiguos primero.',
    },
    unheard: { name: 'Sin eco', help: 'Personas que escribieron y a quienes nadie respondió nunca.' },
    tensions: { name: 'Tensiones', help: 'Puntos de vista distintos que nadie ha retomado.' },
    ready: {
      name: 'Listas para concluir',
      help: 'Conversaciones de tres personas o más, en calma desde hace un día y sin preguntas abiertas.',
    },
  },
  acts: {
    approve: { name: 'Mostrar', field: '', done: 'Visible para todo el mundo.' },
    followUp: { name: 'Preguntar más', field: 'Su pregunta', done: 'Su pregunta se ha enviado.' },
    privately: {
      name: 'Responder en privado',
      field: 'Solo lo leen quien lo escribió y el equipo de facilitación',
      done: 'Su respuesta privada se ha enviado.',
    },
    invite: {
      name: 'Invitar a alguien',
      field: '¿A quién le pide que lo mire?',
      done: 'La invitación estará ahí cuando vuelva.',
    },
    pin: { name: 'Fijar', field: '¿Por qué está arriba?', done: 'Fijado.' },
    move: { name: 'Mover', field: '¿A qué propuesta?', done: 'La conversación se ha movido.' },
    endorse: { name: 'Avalar', field: '¿Por qué?', done: 'Avalado.' },
    conclude: {
      name: 'Cerrar con un resumen',
      field: 'Lo que ha salido de aquí, para que todo el mundo lo lea',
      done: 'La propuesta está cerrada, con su resumen.',
    },
  },
  unpin: 'Dejar de fijar',
  firstPost: 'Primer mensaje aquí',
  goToPost: 'Ir al mensaje',
  deskSend: 'Hecho',
  deskCancel: 'Cancelar',
  deskUndo: 'Deshacer',
  undone: 'Deshecho.',
  noteOptional: 'Con sus propias palabras',
  deskReasons: {
    complete: 'Correcto y completo',
    tested: 'Probado en la práctica',
    reasoning: 'Bien razonado, con otra conclusión',
  },
  deskOwnReason: 'Otra razón',
  whatWasDone: 'Lo que se hizo',
  logged: {
    moderate: 'Mostrado u ocultado',
    classify: 'Tipo cambiado',
    endorse: 'Avalado o retirado',
    settle: 'Respondida o abierta de nuevo',
    pin: 'Fijado o soltado',
    invite: 'Alguien invitado o retirado',
    void: 'Excluido del crédito o contado de nuevo',
    transfer: 'Movida a otra consigna',
    arrange: 'Consigna escrita o cambiada',
    attest: 'Participación confirmada o retirada',
  },
  doneBy: (name) => `por ${isolate(name)}`,
  deskKeys:
    'Teclas en una entrada: F preguntar más, R responder en privado, I invitar, P fijar, M mover, E avalar, C cerrar, Intro lleva al mensaje.',
  needsText: 'Escriba algo primero.',
});
