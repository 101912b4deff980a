// The words around prompts in Portuguese, as it is written in Brazil.
import type { WordsOf } from '../../words-in.ts';
import type { PromptWords } from '../prompt-words.ts';

/** In Portuguese. */
export const portuguese: WordsOf<PromptWords> = ({ count, isolate }) => ({
  stages: { open: 'Responder', live: 'Ao vivo', compare: 'Comparar', conclude: 'Concluir', apply: 'Aplicar' },
  stagesLabel: 'Etapas',
  stageNow: 'agora',
  stageFrom: (date) => `a partir de ${date}`,
  promptClosed: 'Encerrada',
  promptDraft: 'Rascunho',
  promptSummary: 'O que resultou disso',
  answerPrompt: 'Responder a isto',
  answersLabel: 'A que responde',
  answersNothing: 'A nada disso',

  gateFirst: 'Responda primeiro e depois veja o que os colegas escreveram',
  gateLater: 'O que os colegas escreveram ainda não está aberto',
  gateWords: (amount) =>
    count(amount, {
      one: 'Abre-se com uma resposta de pelo menos # palavra.',
      other: 'Abre-se com uma resposta de pelo menos # palavras.',
    }),
  gateKind: (kind) => `Ela deve ser publicada como “${kind}”.`,
  gateAny: 'Abre-se com qualquer resposta.',
  gateDate: (date) => `Abre para todos em ${date}.`,
  gateManual: 'A moderação abre para todos.',
  gateSignIn: 'Entre primeiro e depois responda.',
  gateShort: 'Já respondeu, mas falta algo do que se pede. Pode editar a sua resposta e completá-la.',
  answered: {
    nobody: 'Nenhum colega respondeu ainda.',
    few: 'Alguns colegas responderam.',
    dozen: 'Cerca de uma dúzia de colegas responderam.',
    many: 'Muitos colegas responderam.',
  },
  saidGateOpened: 'Já pode ler o que os colegas escreveram.',

  progressTitle: 'O que se pede aqui',
  ruleTitle: 'O que se pede aqui aos participantes',
  progressNote: 'Esta lista mostra o que já fez. Quem oferece o curso decide se isso vale créditos.',
  clamps: {
    answer: (want) =>
      count(want, { one: 'Responder com pelo menos # palavra', other: 'Responder com pelo menos # palavras' }),
    replies: (want) => count(want, { one: 'Responder a # colega', other: 'Responder a # colegas diferentes' }),
    read: (want) => count(want, { other: 'Ler pelo menos #% do que os colegas escreveram' }),
    back: () => 'Voltar depois de receber a resposta de um colega',
    apply: (want) =>
      count(want, {
        one: 'Dizer como aplica isto, em pelo menos # palavra',
        other: 'Dizer como aplica isto, em pelo menos # palavras',
      }),
    attested: () => 'A moderação confirma',
  },
  clampDone: 'feito',
  clampHave: (have, want) => `${have} de ${want}`,
  clampRead: (percent) => `${percent} até agora`,
  clampOpen: 'ainda não',
  missedAnswer: 'Sua última resposta ainda não conta aqui.',
  missedReply: 'Sua última resposta a uma publicação ainda não conta aqui.',
  missedShow: 'Mostrar',
  missed: {
    voided: (reason) => `A moderação decidiu assim: ${reason}`,
    quoted: 'Ela não contém palavras suas: citações, código e endereços não contam.',
    repeated: 'A maior parte já está em outro lugar ou diz o mesmo de novo. Diga com outras palavras.',
    aside: 'Ela retoma muito pouco daquilo a que responde. Diga do que está falando.',
    'not-own': 'A maior parte já está em outro lugar, ou ela retoma muito pouco daquilo a que responde.',
    short: (words) =>
      count(words, {
        one: 'Ela tem # palavra sua. Citações, código e endereços não contam.',
        other: 'Ela tem # palavras suas. Citações, código e endereços não contam.',
      }),
    thank: 'Um agradecimento é lido por uma só pessoa e não conta.',
    self: 'Ela responde a uma publicação sua.',
    staff: 'Ela responde à moderação. O que se pede é uma resposta a um colega.',
    again: 'Já respondeu a este colega. O que se pede é outro.',
    unmarked: (name) => `Se ela diz como aplica isto, marque-a como “${name}”.`,
  },
  progressDone: (date) => `Em ${date} já tinha feito tudo isto.`,
  recordSave: 'Salvar a minha comprovação',

  pageAsk: 'Propor isto aqui',
  pageHint: 'Esta proposta está na página. Ela ainda não foi feita na discussão.',
  pageChanged: 'A página mudou desde que isto foi proposto aqui.',
  pageAskAgain: 'Propor como está agora',
  pageUnkept:
    'A página quer uma resposta antes de mostrar o que os outros escreveram. Esta discussão não consegue garantir isso; por isso, tudo está aberto para todos.',
  pageRefused: (field) => `A proposta da página não pode ser feita assim. Verifique: ${field}`,

  promptNew: 'Nova proposta',
  promptChange: 'Alterar a proposta',
  promptOpenGate: 'Mostrar todas as respostas agora',
  promptNext: (stage) => `Passar agora para “${stage}”`,
  promptFailed: 'Não foi possível fazer isso. Tente de novo.',

  waitingCount: (amount) =>
    count(amount, {
      one: '# colega espera uma opinião como a sua',
      other: '# colegas esperam uma opinião como a sua',
    }),
  waitingAnswer: (name) => `Responder a ${isolate(name)}`,
});
