// The words around the questions of an event in Arabic.
import type { WordsOf } from '../../words-in.ts';
import type { LiveWords } from '../live-words.ts';

/** In Arabic. */
export const arabic: WordsOf<LiveWords> = ({ count }) => ({
  liveTitle: 'أسئلة هذا اللقاء',
  liveAsk: 'اطرح سؤالًا',
  liveSend: 'إرسال السؤال',
  liveGathering: 'يجري جلب كل الأسئلة…',
  liveNow: 'يُجاب عنه الآن',
  liveOpen: (amount) =>
    count(amount, {
      zero: 'لا أسئلة مفتوحة',
      one: 'سؤال مفتوح واحد',
      two: 'سؤالان مفتوحان',
      few: '# أسئلة مفتوحة',
      many: '# سؤالًا مفتوحًا',
      other: '# سؤال مفتوح',
    }),
  liveNone: 'لا توجد أسئلة مفتوحة.',
  liveAnswered: (amount) =>
    count(amount, {
      zero: 'لا أسئلة مُجابة',
      one: 'سؤال مُجاب واحد',
      two: 'سؤالان مُجابان',
      few: '# أسئلة مُجابة',
      many: '# سؤالًا مُجابًا',
      other: '# سؤال مُجاب',
    }),
  liveTake: 'أجب عنه الآن',
  livePutBack: 'ليس الآن',
  liveSettle: 'وسم بأنه أُجيب عنه',
  liveReopen: 'إعادة فتح',
  liveGo: 'انتقل إليه',
  liveKeys: (answered, now) => `على سؤال: ${answered} أُجيب عنه أو مفتوح من جديد · ${now} أجب عنه الآن أو لاحقًا.`,
  liveProject: 'اعرض على الشاشة',
  liveOffline: 'لا اتصال: قد يكون المعروض هنا قديمًا.',
  liveNames: 'مع الأسماء',
  liveNext: 'السؤال التالي',
  liveUndo: 'تراجع عن ذلك',
  saidTaken: 'يُجاب عن السؤال الآن.',
  saidPutBack: 'عاد السؤال إلى الانتظار.',
  saidAnswered: 'أُجيب عن السؤال.',
  saidReopened: 'السؤال مفتوح من جديد.',
});
