// The words around evidence in Simplified Chinese.
import type { WordsOf } from '../../words-in.ts';
import type { EvidenceWords } from '../evidence-words.ts';

/** In Simplified Chinese. */
export const simplifiedChinese: WordsOf<EvidenceWords> = ({ isolate }) => ({
  evidence: '学分证明记录',
  evidenceHint: '每个人为有学分要求的题目做了什么：只有编号，没有姓名和文字。是否计入学分由主办方决定。',
  evidenceSave: (form) => `保存为 ${form}`,
  evidenceSaved: (file) => `已保存为 ${isolate(file)}。`,
  evidenceFailed: '未能保存，请稍后再试。',
  recordHint: '您为此做了什么、在什么时候：交给课程主办方的记录，只有您的编号，没有姓名和文字。',
});
