// The words of the index of discussions in Portuguese.
import type { WordsOf } from '../../learning/words-in.ts';
import type { IndexWords } from '../index-words.ts';

/** In Portuguese. */
export const portuguese: WordsOf<IndexWords> = ({ count }) => ({
  indexTitle: 'Discussões',
  indexChoose: 'Quais discussões',
  indexLists: { all: 'Todas', new: 'Novo para mim', unanswered: 'Sem resposta', mine: 'As minhas' },
  indexNone: {
    all: 'Ainda não há nenhuma discussão aqui.',
    new: 'Não há nada de novo. Já leu tudo.',
    unanswered: 'Ninguém espera por uma resposta.',
    mine: 'Ainda não escreveu em nenhuma.',
  },
  indexPosts: (amount) => count(amount, { one: '# mensagem', many: '# de mensagens', other: '# mensagens' }),
  indexLatest: (ago) => `a última, ${ago}`,
  indexFresh: (amount) =>
    count(amount, { one: '# nova para si', many: '# de novas para si', other: '# novas para si' }),
  indexUnanswered: (amount) =>
    count(amount, {
      one: '# espera por uma resposta',
      many: '# esperam por uma resposta',
      other: '# esperam por uma resposta',
    }),
  indexReplies: (amount) =>
    count(amount, {
      one: '# resposta ao que escreveu',
      many: '# de respostas ao que escreveu',
      other: '# respostas ao que escreveu',
    }),
  indexFound: (amount) => count(amount, { one: '# discussão', many: '# de discussões', other: '# discussões' }),
  indexMore: 'Mostrar mais',
  indexLoading: 'Carregando as discussões…',
  indexOffline: 'Não foi possível chegar às discussões.',
  indexRetry: 'Tentar de novo',
  indexSignIn: 'Entre para ver as discussões.',
  indexMissing: 'Não há um índice de discussões aqui.',
});
