// The words around the questions of an event in Portuguese.
import type { WordsOf } from '../../words-in.ts';
import type { LiveWords } from '../live-words.ts';

/** In Portuguese. */
export const portuguese: WordsOf<LiveWords> = ({ count }) => ({
  liveTitle: 'Perguntas para esta sessão',
  liveAsk: 'Fazer uma pergunta',
  liveSend: 'Perguntar',
  liveGathering: 'Buscando todas as perguntas…',
  liveNow: 'Sendo respondida agora',
  liveOpen: (amount) => count(amount, { one: '# pergunta aberta', other: '# perguntas abertas' }),
  liveNone: 'Nenhuma pergunta está aberta.',
  liveAnswered: (amount) => count(amount, { one: '# respondida', other: '# respondidas' }),
  liveTake: 'Responder agora',
  livePutBack: 'Agora não',
  liveSettle: 'Marcar como respondida',
  liveReopen: 'Reabrir',
  liveGo: 'Ir até ela',
  liveKeys: (answered, now) =>
    `Em uma pergunta: ${answered} respondida ou aberta de novo · ${now} responder agora ou não.`,
  liveProject: 'Mostrar na tela',
  liveOffline: 'Sem conexão: o que está aqui pode estar desatualizado.',
  liveNames: 'Com nomes',
  liveNext: 'Próxima pergunta',
  liveUndo: 'Desfazer isto',
  saidTaken: 'A pergunta está sendo respondida agora.',
  saidPutBack: 'A pergunta espera de novo.',
  saidAnswered: 'A pergunta foi respondida.',
  saidReopened: 'A pergunta está aberta de novo.',
});
