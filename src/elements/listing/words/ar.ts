// The words of the index of discussions in Arabic.
import type { WordsOf } from '../../learning/words-in.ts';
import type { IndexWords } from '../index-words.ts';

/** In Arabic. */
export const arabic: WordsOf<IndexWords> = ({ count }) => ({
  indexTitle: 'النقاشات',
  indexChoose: 'أي النقاشات',
  indexLists: { all: 'الكل', new: 'الجديد لي', unanswered: 'بلا إجابة', mine: 'مشاركاتي' },
  indexNone: {
    all: 'لا يوجد نقاش هنا بعد.',
    new: 'لا جديد لك. لقد قرأت كل شيء.',
    unanswered: 'لا أحد ينتظر إجابة.',
    mine: 'لم تكتب في أي نقاش بعد.',
  },
  indexPosts: (amount) =>
    count(amount, {
      zero: 'لا مشاركات',
      one: 'مشاركة واحدة',
      two: 'مشاركتان',
      few: '# مشاركات',
      many: '# مشاركة',
      other: '# مشاركة',
    }),
  indexLatest: (ago) => `آخرها ${ago}`,
  indexFresh: (amount) =>
    count(amount, {
      zero: 'لا جديد',
      one: 'مشاركة جديدة لك',
      two: 'مشاركتان جديدتان لك',
      few: '# مشاركات جديدة لك',
      many: '# مشاركة جديدة لك',
      other: '# مشاركة جديدة لك',
    }),
  indexUnanswered: (amount) =>
    count(amount, {
      zero: 'لا شيء ينتظر إجابة',
      one: 'مشاركة تنتظر إجابة',
      two: 'مشاركتان تنتظران إجابة',
      few: '# مشاركات تنتظر إجابة',
      many: '# مشاركة تنتظر إجابة',
      other: '# مشاركة تنتظر إجابة',
    }),
  indexReplies: (amount) =>
    count(amount, {
      zero: 'لا ردود عليك',
      one: 'رد واحد عليك',
      two: 'ردان عليك',
      few: '# ردود عليك',
      many: '# ردًا عليك',
      other: '# رد عليك',
    }),
  indexFound: (amount) =>
    count(amount, {
      zero: 'لا نقاشات',
      one: 'نقاش واحد',
      two: 'نقاشان',
      few: '# نقاشات',
      many: '# نقاشًا',
      other: '# نقاش',
    }),
  indexMore: 'عرض المزيد',
  indexLoading: 'يجري تحميل النقاشات…',
  indexOffline: 'تعذر الوصول إلى النقاشات.',
  indexRetry: 'أعد المحاولة',
  indexSignIn: 'سجّل الدخول لترى النقاشات.',
  indexMissing: 'لا يوجد فهرس للنقاشات هنا.',
});
