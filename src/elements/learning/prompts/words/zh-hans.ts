// The words around prompts in simplified Chinese.
import type { WordsOf } from '../../words-in.ts';
import type { PromptWords } from '../prompt-words.ts';

/** In simplified Chinese. */
export const simplifiedChinese: WordsOf<PromptWords> = ({ count, isolate }) => ({
  stages: { open: '回答', live: '现场', compare: '比较', conclude: '总结', apply: '应用' },
  stagesLabel: '阶段',
  stageNow: '进行中',
  stageFrom: (date) => `${date}开始`,
  promptClosed: '已结束',
  promptDraft: '草稿',
  promptSummary: '讨论的收获',
  answerPrompt: '回答此题',
  answersLabel: '您在回答哪一题',
  answersNothing: '都不是',

  gateFirst: '先回答，再看同行写了什么',
  gateLater: '同行写的内容尚未开放',
  gateWords: (amount) => count(amount, { other: '写下至少#个词的回答，即可看到。' }),
  gateKind: (kind) => `请以“${kind}”的形式发布。`,
  gateAny: '写下任何回答，即可看到。',
  gateDate: (date) => `${date}向所有人开放。`,
  gateManual: '由主持人向所有人开放。',
  gateSignIn: '请先登录，然后回答。',
  gateShort: '您已回答，但还没有达到要求。您可以编辑并补充自己的回答。',
  answered: {
    nobody: '还没有同行回答。',
    few: '已有几位同行回答。',
    dozen: '已有十几位同行回答。',
    many: '已有许多同行回答。',
  },
  saidGateOpened: '现在您可以看到同行写的内容了。',

  progressTitle: '这里请您完成',
  ruleTitle: '这里请学员完成',
  progressNote: '此列表显示您已完成的内容。是否计入学分，由课程主办方决定。',
  clamps: {
    answer: (want) => count(want, { other: '回答至少#个词' }),
    replies: (want) => count(want, { other: '回复#位不同的同行' }),
    read: (want) => count(want, { other: '阅读同行所写内容的至少#%' }),
    back: () => '在同行回复您之后再回来看看',
    apply: (want) => count(want, { other: '用至少#个词说明您如何应用' }),
    attested: () => '由主持人确认',
  },
  clampDone: '已完成',
  clampHave: (have, want) => `${have}／${want}`,
  clampRead: (percent) => `目前 ${percent}`,
  clampOpen: '尚未',
  progressDone: (date) => `到${date}，您已全部完成。`,

  pageAsk: '在此提出',
  pageHint: '此题写在页面中，尚未在讨论中提出。',
  pageChanged: '提出之后，页面内容已有变化。',
  pageAskAgain: '按现在的内容提出',
  pageUnkept: '此页面希望您先回答，再看他人的内容。这个讨论无法保证这一点，因此所有内容对所有人开放。',
  pageRefused: (field) => `页面中的题目无法照此提出。请检查：${field}`,

  promptNew: '新题目',
  promptChange: '修改题目',
  promptOpenGate: '现在向所有人显示回答',
  promptNext: (stage) => `现在进入“${stage}”`,
  promptFailed: '操作未成功，请重试。',

  waitingCount: (amount) => count(amount, { other: '有#位同行在等待像您这样的见解' }),
  waitingAnswer: (name) => `回复${isolate(name)}`,
});
