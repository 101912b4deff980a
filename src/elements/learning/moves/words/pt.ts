// The words for kinds, moves and endorsements in Portuguese.
import type { MoveWords } from '../move-words.ts';
import type { WordsOf } from '../../words-in.ts';

/** In Portuguese. */
export const portuguese: WordsOf<MoveWords> = ({ isolate }) => ({
  kinds: {
    question: { name: 'Pergunta', help: 'Algo que quer saber', starter: 'Gostaria de saber: ' },
    answer: { name: 'Resposta', help: 'O que responde ao que se pergunta aqui', starter: '' },
    insight: { name: 'Descoberta', help: 'Algo que ficou claro', starter: 'O que ficou claro para mim: ' },
    experience: { name: 'Experiência', help: 'Algo que aconteceu na sua prática', starter: 'Na minha prática: ' },
    reflection: { name: 'Reflexão', help: 'Algo em que continua pensando', starter: 'Continuo pensando em ' },
    resource: { name: 'Recurso', help: 'Algo para ler ou usar, e por que vale a pena', starter: 'É útil porque ' },
  },
  moves: {
    'build-on': { name: 'Desenvolve', help: 'Dê mais um passo a partir disso', starter: 'A partir disso, ' },
    ask: { name: 'Pergunta', help: 'Pergunte sobre isso', starter: 'O que quer dizer com ' },
    contrast: { name: 'Vê de outra forma', help: 'Coloque outra visão ao lado', starter: 'Vejo de outra forma: ' },
    apply: { name: 'Aplica', help: 'Conte como usa isso', starter: 'Vou experimentar assim: ' },
    thank: { name: 'Agradece', help: 'Diga o que isso lhe trouxe', starter: '' },
  },
  kindFilters: {
    question: 'Perguntas',
    answer: 'Respostas',
    insight: 'Descobertas',
    experience: 'Experiências',
    reflection: 'Reflexões',
    resource: 'Recursos',
  },

  kindLegend: 'O que é?',
  moveLegend: 'O que faz a sua resposta?',
  noKind: 'Só uma ideia',
  noMove: 'Apenas responde',
  kindMissing: 'Escolha o que é: aqui isso é pedido.',
  useStarter: (starter) => `Começar com “${isolate(starter.trim())}”`,
  replyPrivately: 'Responder em particular',
  readBy: (name) => `Só ${isolate(name)} e a facilitação vão ler isto.`,
  privateTalk: (author, to) => `Particular: só ${isolate(author)}, ${isolate(to)} e a facilitação leem isto.`,
  privatePlain: 'Particular: só quem escreveu, quem recebe a resposta e a facilitação leem isto.',
  member: 'Membro',

  helpedMe: 'Isto ajudou-me',
  helped: 'Isto ajudou',
  takeHelpBack: 'Afinal não me ajudou',
  endorse: 'Endossar',
  endorsed: 'Com endosso de',
  takeEndorsementBack: 'Retirar o endosso',
  takenBack: 'retirado',
  endorseLegend: 'Por que endossa isto?',
  reasons: {
    complete: 'Correto e completo',
    tested: 'Testado na prática',
    reasoning: 'Bom raciocínio, outra conclusão',
  },
  ownReason: 'Com as minhas palavras',
  endorseNote: 'Com as suas palavras, à vista de todos',
  endorseNoteMissing: 'Escolha um motivo ou escreva um.',
  vouched: 'O que tem endosso aqui',
  endorsedReply: (by, author, why) => `${isolate(by)} endossa uma resposta de ${isolate(author)}: ${isolate(why)}`,
  helpedReply: (by, author) => `Uma resposta de ${isolate(author)} ajudou ${isolate(by)}`,

  settle: 'Já tem resposta',
  settled: 'Esta pergunta já tem resposta.',
  pinnedBy: (name) => `Fixado por ${isolate(name)}`,
  unsettle: 'Continua em aberto',
  classifyPost: 'Mudar o tipo',
  classifyReply: 'Mudar o tipo',

  versions: 'Versões desta mensagem',
  writtenAt: (time) => `Escrita: ${time}`,
  changedAt: (time) => `Alterada: ${time}`,
  versionNow: 'Como está agora',
  versionsSeenBy: 'As versões anteriores só são mostradas a quem escreveu a mensagem e à facilitação.',

  saidHelped: 'A sua indicação de que isto ajudou foi guardada.',
  saidEndorsed: 'O seu endosso já aparece.',
  saidTakenBack: 'Foi retirado.',
  saidSettled: 'A pergunta já tem resposta.',
  saidUnsettled: 'A pergunta está em aberto outra vez.',
  saidClassified: (name) => `Agora é: ${name}`,
});
