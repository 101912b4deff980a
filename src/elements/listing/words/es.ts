// The words of the index of discussions in Spanish.
import type { WordsOf } from '../../learning/words-in.ts';
import type { IndexWords } from '../index-words.ts';

/** In Spanish. */
export const spanish: WordsOf<IndexWords> = ({ count }) => ({
  indexTitle: 'Debates',
  indexChoose: 'Qué debates',
  indexLists: { all: 'Todos', new: 'Nuevo para mí', unanswered: 'Sin respuesta', mine: 'Los míos' },
  indexNone: {
    all: 'Aquí todavía no hay ningún debate.',
    new: 'No hay nada nuevo. Lo ha leído todo.',
    unanswered: 'Nadie espera una respuesta.',
    mine: 'Todavía no ha escrito en ninguno.',
  },
  indexPosts: (amount) => count(amount, { one: '# mensaje', many: '# de mensajes', other: '# mensajes' }),
  indexLatest: (ago) => `el último, ${ago}`,
  indexFresh: (amount) =>
    count(amount, { one: '# nuevo para usted', many: '# de nuevos para usted', other: '# nuevos para usted' }),
  indexUnanswered: (amount) =>
    count(amount, { one: '# espera una respuesta', many: '# esperan una respuesta', other: '# esperan una respuesta' }),
  indexReplies: (amount) =>
    count(amount, { one: '# respuesta a lo suyo', many: '# de respuestas a lo suyo', other: '# respuestas a lo suyo' }),
  indexFound: (amount) => count(amount, { one: '# debate', many: '# de debates', other: '# debates' }),
  indexMore: 'Mostrar más',
  indexLoading: 'Cargando los debates…',
  indexOffline: 'No se ha podido acceder a los debates.',
  indexRetry: 'Volver a intentarlo',
  indexSignIn: 'Inicie sesión para ver los debates.',
  indexMissing: 'Aquí no hay un índice de debates.',
});
