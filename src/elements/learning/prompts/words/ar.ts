// The words around prompts in Arabic.
import type { WordsOf } from '../../words-in.ts';
import type { PromptWords } from '../prompt-words.ts';

/** In Arabic. */
export const arabic: WordsOf<PromptWords> = ({ count, isolate }) => ({
  stages: { open: 'الإجابة', live: 'مباشر', compare: 'المقارنة', conclude: 'الاستنتاج', apply: 'التطبيق' },
  stagesLabel: 'المراحل',
  stageNow: 'الآن',
  stageFrom: (date) => `ابتداءً من ${isolate(date)}`,
  promptClosed: 'مغلق',
  promptDraft: 'مسودة',
  promptSummary: 'ما خلصنا إليه',
  answerPrompt: 'أجب عن هذا',
  answersLabel: 'عمَّ تجيب',
  answersNothing: 'لا شيء من هذه',

  gateFirst: 'أجب أولًا، ثم ترى ما كتبه زملاؤك',
  gateLater: 'ما كتبه زملاؤك ليس متاحًا بعد',
  gateWords: (amount) =>
    count(amount, {
      zero: 'أي إجابة تتيحه لك.',
      one: 'إجابة من كلمة واحدة على الأقل تتيحه لك.',
      two: 'إجابة من كلمتين على الأقل تتيحه لك.',
      few: 'إجابة من # كلمات على الأقل تتيحه لك.',
      many: 'إجابة من # كلمة على الأقل تتيحه لك.',
      other: 'إجابة من # كلمة على الأقل تتيحه لك.',
    }),
  gateKind: (kind) => `ينبغي نشرها بصفتها «${kind}».`,
  gateAny: 'أي إجابة تتيحه لك.',
  gateDate: (date) => `يُتاح للجميع في ${isolate(date)}.`,
  gateManual: 'يتيحه الميسّر للجميع.',
  gateSignIn: 'سجّل الدخول أولًا، ثم أجب.',
  gateShort: 'لقد أجبت، لكن إجابتك لا تشمل كل المطلوب. يمكنك تعديلها والإضافة إليها.',
  answered: {
    nobody: 'لم يُجب أي زميل بعد.',
    few: 'أجاب عدد قليل من الزملاء.',
    dozen: 'أجاب نحو اثني عشر زميلًا.',
    many: 'أجاب كثير من الزملاء.',
  },
  saidGateOpened: 'ما كتبه زملاؤك متاح لك الآن.',

  progressTitle: 'المطلوب منك هنا',
  ruleTitle: 'المطلوب من المتعلمين هنا',
  progressNote: 'تُظهر هذه القائمة ما أنجزته. أما احتساب الرصيد فيقرره من يقدّم الدورة.',
  clamps: {
    answer: (want) =>
      count(want, {
        zero: 'أجب',
        one: 'أجب بكلمة واحدة على الأقل',
        two: 'أجب بكلمتين على الأقل',
        few: 'أجب بما لا يقل عن # كلمات',
        many: 'أجب بما لا يقل عن # كلمة',
        other: 'أجب بما لا يقل عن # كلمة',
      }),
    replies: (want) =>
      count(want, {
        zero: 'رُدّ على زملائك',
        one: 'رُدّ على زميل واحد',
        two: 'رُدّ على زميلين مختلفين',
        few: 'رُدّ على # زملاء مختلفين',
        many: 'رُدّ على # زميلًا مختلفًا',
        other: 'رُدّ على # زميل مختلف',
      }),
    read: (want) => count(want, { other: 'اقرأ ما لا يقل عن #% مما كتبه زملاؤك' }),
    back: () => 'عُد بعد أن يردّ عليك أحد الزملاء',
    apply: (want) =>
      count(want, {
        zero: 'اذكر كيف تطبّقه',
        one: 'اذكر كيف تطبّقه بكلمة واحدة على الأقل',
        two: 'اذكر كيف تطبّقه بكلمتين على الأقل',
        few: 'اذكر كيف تطبّقه بما لا يقل عن # كلمات',
        many: 'اذكر كيف تطبّقه بما لا يقل عن # كلمة',
        other: 'اذكر كيف تطبّقه بما لا يقل عن # كلمة',
      }),
    attested: () => 'يؤكده الميسّر',
  },
  clampDone: 'تمّ',
  clampHave: (have, want) => `${have} من ${want}`,
  clampRead: (percent) => `${percent} حتى الآن`,
  clampOpen: 'ليس بعد',
  progressDone: (date) => `أنجزت كل هذا بحلول ${isolate(date)}.`,

  pageAsk: 'اطرح هذا هنا',
  pageHint: 'هذا السؤال مكتوب في الصفحة، ولم يُطرح في النقاش بعد.',
  pageChanged: 'تغيّرت الصفحة منذ طُرح هذا هنا.',
  pageAskAgain: 'اطرحه كما هو الآن',
  pageUnkept:
    'تريد الصفحة أن تجيب قبل أن ترى ما كتبه الآخرون. لا يستطيع هذا النقاش ضمان ذلك، ولهذا كل شيء متاح للجميع.',
  pageRefused: (field) => `لا يمكن طرح سؤال الصفحة كما هو. يُرجى التحقق من: ${field}`,

  promptNew: 'سؤال جديد',
  promptChange: 'تعديل السؤال',
  promptOpenGate: 'أظهر إجابات الجميع الآن',
  promptNext: (stage) => `انتقل الآن إلى «${stage}»`,
  promptFailed: 'تعذّر ذلك. يُرجى المحاولة مرة أخرى.',

  waitingCount: (amount) =>
    count(amount, {
      zero: 'لا أحد ينتظر رأيك',
      one: 'زميل ينتظر رأيًا مثل رأيك',
      two: 'زميلان ينتظران رأيًا مثل رأيك',
      few: '# زملاء ينتظرون رأيًا مثل رأيك',
      many: '# زميلًا ينتظرون رأيًا مثل رأيك',
      other: '# زميل ينتظرون رأيًا مثل رأيك',
    }),
  waitingAnswer: (name) => `رُدّ على ${isolate(name)}`,
});
