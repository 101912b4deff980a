// The words of the desk in Arabic.
import type { DeskWords } from '../desk-words.ts';
import type { WordsOf } from '../../words-in.ts';

/** In Arabic. */
export const arabic: WordsOf<DeskWords> = ({ count, isolate }) => ({
  desk: 'مكتب التيسير',
  deskHint: 'ما يحتاج إليك الآن. كل ما هنا يمكن التراجع عنه، ويُدوَّن.',
  openDesk: (amount) =>
    amount === 0
      ? 'المكتب'
      : count(amount, {
          zero: 'المكتب',
          one: 'المكتب، أمر واحد ينتظر',
          two: 'المكتب، أمران ينتظران',
          few: 'المكتب، # أمور تنتظر',
          many: 'المكتب، # أمرًا ينتظر',
          other: 'المكتب، # أمر ينتظر',
        }),
  closeDesk: 'إغلاق المكتب',
  deskGathering: 'يجري جمع النقاش كله…',
  nothingWaits: 'لا شيء ينتظر هنا.',
  lists: {
    'to-moderate': { name: 'للمراجعة', help: 'مشاركات لا يراها أحد قبل أن تطّلع عليها.' },
    unanswered: { name: 'بلا جواب', help: 'مشاركات أولى وأسئلة لم يجب عنها أحد آخر، الأقدم أولًا.' },
    unheard: { name: 'لم يُسمع صوتهم', help: 'أشخاص كتبوا ولم يجبهم أحد قط.' },
    tensions: { name: 'تباينات', help: 'آراء مختلفة لم يتناولها أحد.' },
    ready: { name: 'جاهزة للختام', help: 'محادثات بين ثلاثة أشخاص أو أكثر، هدأت منذ يوم ولا سؤال مفتوح فيها.' },
  },
  acts: {
    approve: { name: 'إظهار', field: '', done: 'صارت ظاهرة للجميع.' },
    followUp: { name: 'سؤال متابعة', field: 'سؤالك', done: 'أُرسل سؤالك.' },
    privately: { name: 'رد خاص', field: 'لا يقرأ هذا إلا صاحب المشاركة وفريق التيسير', done: 'أُرسل ردك الخاص.' },
    invite: { name: 'دعوة زميل', field: 'ممّن تطلب أن ينظر فيها؟', done: 'ستظهر الدعوة عند عودته.' },
    pin: { name: 'تثبيت', field: 'لماذا هي في الأعلى؟', done: 'ثُبّتت.' },
    move: { name: 'نقل', field: 'إلى أي سؤال مطروح؟', done: 'نُقلت المحادثة.' },
    endorse: { name: 'تأييد', field: 'لماذا؟', done: 'أُيّدت.' },
    conclude: {
      name: 'إغلاق مع خلاصة',
      field: 'ما خلص إليه النقاش، ليقرأه الجميع',
      done: 'أُغلق السؤال المطروح مع خلاصتك.',
    },
  },
  unpin: 'إلغاء التثبيت',
  firstPost: 'أول مشاركة هنا',
  goToPost: 'إلى المشاركة',
  deskSend: 'تم',
  deskCancel: 'إلغاء',
  deskUndo: 'تراجع',
  undone: 'تم التراجع.',
  noteOptional: 'بكلماتك',
  deskReasons: {
    complete: 'صحيح وكامل',
    tested: 'مجرَّب في الممارسة',
    reasoning: 'تعليل جيّد واستنتاج مختلف',
  },
  deskOwnReason: 'سبب آخر',
  whatWasDone: 'ما جرى',
  logged: {
    moderate: 'أُظهرت أو أُخفيت',
    classify: 'تغيّر نوعها',
    endorse: 'أُيّدت أو سُحب التأييد',
    settle: 'أُجيب عنها أو فُتحت من جديد',
    pin: 'ثُبّتت أو أُلغي التثبيت',
    invite: 'دُعي زميل أو سُحبت الدعوة',
    void: 'استُبعدت من الرصيد أو احتُسبت من جديد',
    transfer: 'نُقلت إلى سؤال مطروح آخر',
    arrange: 'كُتب السؤال المطروح أو عُدّل',
    attest: 'أُكّد الإنجاز أو سُحب التأكيد',
  },
  doneBy: (name) => `من ${isolate(name)}`,
  deskKeys:
    'مفاتيح على كل عنصر: F سؤال متابعة، R رد خاص، I دعوة، P تثبيت، M نقل، E تأييد، C إغلاق، Enter للانتقال إلى المشاركة.',
  needsText: 'اكتب شيئًا أولًا من فضلك.',
});
