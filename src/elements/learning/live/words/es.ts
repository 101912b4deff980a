// The words around the questions of an event in Spanish.
import type { WordsOf } from '../../words-in.ts';
import type { LiveWords } from '../live-words.ts';

/** In Spanish. */
export const spanish: WordsOf<LiveWords> = ({ count }) => ({
  liveTitle: 'Preguntas para esta sesión',
  liveAsk: 'Hacer una pregunta',
  liveSend: 'Preguntar',
  liveGathering: 'Reuniendo todas las preguntas…',
  liveNow: 'Se responde ahora',
  liveOpen: (amount) => count(amount, { one: '# pregunta abierta', other: '# preguntas abiertas' }),
  liveNone: 'No hay preguntas abiertas.',
  liveAnswered: (amount) => count(amount, { one: '# respondida', other: '# respondidas' }),
  liveTake: 'Responder ahora',
  livePutBack: 'Ahora no',
  liveSettle: 'Marcar como respondida',
  liveReopen: 'Volver a abrir',
  liveGo: 'Ir a ella',
  liveKeys: (answered, now) =>
    `En una pregunta: ${answered} respondida o abierta de nuevo · ${now} responder ahora o no.`,
  liveProject: 'Mostrar en pantalla',
  liveOffline: 'Sin conexión: lo que se ve puede no estar al día.',
  liveNames: 'Con nombres',
  liveNext: 'Siguiente pregunta',
  liveUndo: 'Deshacerlo',
  saidTaken: 'La pregunta se responde ahora.',
  saidPutBack: 'La pregunta vuelve a esperar.',
  saidAnswered: 'La pregunta está respondida.',
  saidReopened: 'La pregunta está abierta de nuevo.',
});
