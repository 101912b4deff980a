// The words around evidence in Arabic.
import type { WordsOf } from '../../words-in.ts';
import type { EvidenceWords } from '../evidence-words.ts';

/** In Arabic. */
export const arabic: WordsOf<EvidenceWords> = ({ isolate }) => ({
  evidence: 'سجلّ الإنجاز لاحتساب الرصيد',
  evidenceHint:
    'ما أنجزه كل شخص في الأسئلة المطروحة التي تطلب شيئًا لأجل الرصيد: بالمعرّفات فقط، من دون أسماء أو نصوص. أما احتساب الرصيد فيقرره من يقدّم الدورة.',
  evidenceSave: (form) => `احفظ بصيغة ${form}`,
  evidenceSaved: (file) => `حُفظ باسم ${isolate(file)}.`,
  evidenceFailed: 'تعذّر الحفظ. حاول مرة أخرى بعد قليل.',
  recordHint: 'ما أنجزتَه لهذا السؤال ومتى، لتقديمه إلى الجهة التي تقدّم الدورة: بمعرّفك فقط، من دون أسماء أو نصوص.',
});
