// The words for kinds, moves and endorsements in Arabic.
import type { MoveWords } from '../move-words.ts';
import type { WordsOf } from '../../words-in.ts';

/** In Arabic. */
export const arabic: WordsOf<MoveWords> = ({ isolate }) => ({
  kinds: {
    question: { name: 'سؤال', help: 'أمر تودّ معرفته', starter: 'ما أودّ معرفته: ' },
    answer: { name: 'إجابة', help: 'الإجابة عمّا يُسأل عنه هنا', starter: '' },
    insight: { name: 'استنتاج', help: 'أمر اتّضح لك', starter: 'ما اتّضح لي: ' },
    experience: { name: 'تجربة', help: 'أمر حدث في ممارستك', starter: 'من ممارستي: ' },
    reflection: { name: 'تأمّل', help: 'أمر لا يزال يشغل فكرك', starter: 'لا أزال أفكّر في ' },
    resource: { name: 'مصدر', help: 'ما يستحقّ القراءة أو الاستخدام، وسبب ذلك', starter: 'هو مفيد لأنّ ' },
  },
  moves: {
    'build-on': { name: 'يبني عليها', help: 'خطوة أبعد انطلاقًا منها', starter: 'انطلاقًا من ذلك، ' },
    ask: { name: 'يستوضح', help: 'سؤال عنها', starter: 'ما المقصود بـ ' },
    contrast: { name: 'يرى رأيًا آخر', help: 'رأي آخر إلى جانبها', starter: 'أرى الأمر على نحو آخر: ' },
    apply: { name: 'يطبّقها', help: 'كيفية الاستفادة منها', starter: 'سأجرّب ذلك بأن ' },
    thank: { name: 'شكر', help: 'ما الذي أضافته إليك', starter: '' },
  },
  kindFilters: {
    question: 'الأسئلة',
    answer: 'الإجابات',
    insight: 'الاستنتاجات',
    experience: 'التجارب',
    reflection: 'التأمّلات',
    resource: 'المصادر',
  },

  kindLegend: 'ما هي؟',
  moveLegend: 'ماذا يفعل ردّك؟',
  noKind: 'مجرّد فكرة',
  noMove: 'مجرّد ردّ',
  kindMissing: 'يُرجى اختيار نوعها: فهو مطلوب هنا.',
  useStarter: (starter) => `البدء بـ «${isolate(starter.trim())}»`,
  replyPrivately: 'ردّ خاصّ',
  readBy: (name) => `لن يقرأ هذا إلا ${isolate(name)} وفريق التيسير.`,
  privateTalk: (author, to) => `خاصّ: لا يقرأ هذا إلا ${isolate(author)} و${isolate(to)} وفريق التيسير.`,
  privatePlain: 'خاصّ: لا يقرأ هذا إلا كاتبه ومن يردّ عليه وفريق التيسير.',
  member: 'عضو',

  helpedMe: 'أفادني هذا',
  helped: 'أفاد هذا',
  takeHelpBack: 'لم يُفدني في النهاية',
  endorse: 'تأييد',
  endorsed: 'تأييد من',
  takeEndorsementBack: 'سحب التأييد',
  takenBack: 'سُحب',
  endorseLegend: 'ما سبب تأييدك؟',
  reasons: {
    complete: 'صحيح وكامل',
    tested: 'مجرَّب في الممارسة',
    reasoning: 'تعليل جيّد واستنتاج مختلف',
  },
  ownReason: 'بكلماتي',
  endorseNote: 'بكلماتك، ويقرؤها الجميع',
  endorseNoteMissing: 'يُرجى اختيار سبب أو كتابته.',
  vouched: 'ما يحظى بالتأييد هنا',
  endorsedReply: (by, author, why) => `تأييد من ${isolate(by)} لردّ كتبه ${isolate(author)}: ${isolate(why)}`,
  helpedReply: (by, author) => `ردّ من ${isolate(author)} أفاد ${isolate(by)}`,

  settle: 'وُجدت الإجابة',
  settled: 'وُجدت إجابة هذا السؤال.',
  pinnedBy: (name) => `ثبّته ${isolate(name)}`,
  unsettle: 'لا يزال مفتوحًا',
  classifyPost: 'تغيير نوعها',
  classifyReply: 'تغيير نوعه',

  versions: 'نسخ هذه المشاركة',
  writtenAt: (time) => `كُتبت: ${time}`,
  changedAt: (time) => `عُدّلت: ${time}`,
  versionNow: 'كما هي الآن',
  versionsSeenBy: 'لا تظهر النسخ السابقة إلا لمن كتب المشاركة ولفريق التيسير.',

  saidHelped: 'سُجّل أنّ هذا أفادك.',
  saidEndorsed: 'ظهر تأييدك.',
  saidTakenBack: 'تمّ السحب.',
  saidSettled: 'وُجدت إجابة السؤال.',
  saidUnsettled: 'عاد السؤال مفتوحًا.',
  saidClassified: (name) => `أصبحت الآن: ${name}`,
});
