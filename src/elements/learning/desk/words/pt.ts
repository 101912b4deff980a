// The words of the desk in Portuguese.
import type { DeskWords } from '../desk-words.ts';
import type { WordsOf } from '../../words-in.ts';

/** In Portuguese. */
export const portuguese: WordsOf<DeskWords> = ({ count, isolate }) => ({
  desk: 'Mesa de facilitação',
  deskHint: 'O que precisa de si agora. Tudo pode ser desfeito e fica registado.',
  openDesk: (amount) =>
    amount === 0 ? 'Mesa' : count(amount, { one: 'Mesa, # assunto à espera', other: 'Mesa, # assuntos à espera' }),
  closeDesk: 'Fechar a mesa',
  deskGathering: 'A reunir toda a discussão…',
  nothingWaits: 'Nada espera aqui.',
  lists: {
    'to-moderate': { name: 'Por moderar', help: 'Publicações que ninguém vê antes de as ter visto.' },
    unanswered: {
      name: 'Sem resposta',
      help: 'Primeiras publicações e perguntas a que mais ninguém respondeu, as mais antigas primeiro.',
    },
    unheard: { name: 'Sem eco', help: 'Pessoas que escreveram e a quem ninguém nunca respondeu.' },
    tensions: { name: 'Tensões', help: 'Perspetivas diferentes que ninguém retomou.' },
    ready: {
      name: 'Prontas a concluir',
      help: 'Conversas de três pessoas ou mais, em sossego há um dia e sem perguntas em aberto.',
    },
  },
  acts: {
    approve: { name: 'Mostrar', field: '', done: 'Visível para todas as pessoas.' },
    followUp: { name: 'Perguntar mais', field: 'A sua pergunta', done: 'A sua pergunta foi enviada.' },
    privately: {
      name: 'Responder em privado',
      field: 'Só quem escreveu e a facilitação leem isto',
      done: 'A sua resposta privada foi enviada.',
    },
    invite: {
      name: 'Convidar alguém',
      field: 'A quem pede que veja isto?',
      done: 'O convite estará lá quando essa pessoa voltar.',
    },
    pin: { name: 'Fixar', field: 'Porque está no topo?', done: 'Fixado.' },
    move: { name: 'Mover', field: 'Para que proposta?', done: 'A conversa foi movida.' },
    endorse: { name: 'Apoiar', field: 'Porquê?', done: 'Apoiado.' },
    conclude: {
      name: 'Fechar com uma síntese',
      field: 'O que daqui resultou, para toda a gente ler',
      done: 'A proposta está fechada, com a sua síntese.',
    },
  },
  unpin: 'Desafixar',
  firstPost: 'Primeira publicação aqui',
  goToPost: 'Ir para a publicação',
  deskSend: 'Concluído',
  deskCancel: 'Cancelar',
  deskUndo: 'Desfazer',
  undone: 'Desfeito.',
  noteOptional: 'Por palavras suas',
  deskReasons: {
    complete: 'Correto e completo',
    tested: 'Testado na prática',
    reasoning: 'Bom raciocínio, outra conclusão',
  },
  deskOwnReason: 'Outra razão',
  whatWasDone: 'O que foi feito',
  logged: {
    moderate: 'Mostrado ou ocultado',
    classify: 'Tipo alterado',
    endorse: 'Apoiado ou retirado',
    settle: 'Respondida ou reaberta',
    pin: 'Fixado ou desafixado',
    invite: 'Alguém convidado ou convite retirado',
    void: 'Excluído do crédito ou contado de novo',
    transfer: 'Movida para outra proposta',
    arrange: 'Proposta escrita ou alterada',
    attest: 'Participação confirmada ou retirada',
  },
  doneBy: (name) => `por ${isolate(name)}`,
  deskKeys:
    'Teclas numa entrada: F perguntar mais, R responder em privado, I convidar, P fixar, M mover, E apoiar, C fechar, Enter leva à publicação.',
  needsText: 'Escreva primeiro alguma coisa.',
});
