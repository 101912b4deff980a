// The words for kinds, moves and endorsements in Simplified Chinese.
import type { MoveWords } from '../move-words.ts';
import type { WordsOf } from '../../words-in.ts';

/** In Simplified Chinese. */
export const simplifiedChinese: WordsOf<MoveWords> = ({ isolate }) => ({
  kinds: {
    question: { name: '提问', help: '您想知道的事', starter: '我想知道：' },
    answer: { name: '回答', help: '对这里所提问题的回答', starter: '' },
    insight: { name: '领悟', help: '您想明白了的事', starter: '我明白了：' },
    experience: { name: '经历', help: '您在实践中遇到的事', starter: '在我的实践中：' },
    reflection: { name: '反思', help: '您一直在思考的事', starter: '我一直在想：' },
    resource: { name: '资料', help: '值得阅读或使用的内容，以及原因', starter: '它有用，因为' },
  },
  moves: {
    'build-on': { name: '进一步发挥', help: '在此基础上再进一步', starter: '在此基础上，' },
    ask: { name: '追问', help: '就此提问', starter: '您说的是什么意思：' },
    contrast: { name: '看法不同', help: '提出另一种看法', starter: '我的看法不同：' },
    apply: { name: '加以运用', help: '说说您如何运用', starter: '我打算这样尝试：' },
    thank: { name: '致谢', help: '说说您从中得到了什么', starter: '' },
  },
  kindFilters: {
    question: '提问类',
    answer: '回答类',
    insight: '领悟类',
    experience: '经历类',
    reflection: '反思类',
    resource: '资料类',
  },

  kindLegend: '这是什么？',
  moveLegend: '您的回复是做什么的？',
  noKind: '随便说说',
  noMove: '普通回复',
  kindMissing: '请选择这是什么：此处需要说明。',
  useStarter: (starter) => `以“${isolate(starter.trim())}”开头`,
  replyPrivately: '私下回复',
  readBy: (name) => `只有${isolate(name)}和主持人会读到。`,
  privateTalk: (author, to) => `私下：只有${isolate(author)}、${isolate(to)}和主持人可以读到。`,
  privatePlain: '私下：只有作者、被回复的人和主持人可以读到。',
  member: '成员',

  helpedMe: '这对我有帮助',
  helped: '帮助了',
  takeHelpBack: '其实对我没有帮助',
  endorse: '认可',
  endorsed: '认可者',
  takeEndorsementBack: '撤回认可',
  takenBack: '已撤回',
  endorseLegend: '您为什么认可它？',
  reasons: {
    complete: '正确且完整',
    tested: '经过实践检验',
    reasoning: '论证充分，结论不同',
  },
  ownReason: '用我自己的话',
  endorseNote: '用您自己的话，所有人都能读到',
  endorseNoteMissing: '请选择或写下一个理由。',
  vouched: '这里获得认可的回复',
  endorsedReply: (by, author, why) => `${isolate(by)}认可了${isolate(author)}的回复：${isolate(why)}`,
  helpedReply: (by, author) => `${isolate(author)}的回复帮助了${isolate(by)}`,

  settle: '已找到答案',
  settled: '这个问题已找到答案。',
  pinnedBy: (name) => `由${isolate(name)}置顶`,
  unsettle: '仍未解决',
  classifyPost: '更改类型',
  classifyReply: '更改回复类型',

  versions: '此帖子的各个版本',
  writtenAt: (time) => `发表：${time}`,
  changedAt: (time) => `编辑：${time}`,
  versionNow: '当前内容',
  versionsSeenBy: '较早的版本只有作者和主持人可以看到。',

  saidHelped: '您已表示这对您有帮助。',
  saidEndorsed: '您的认可已显示。',
  saidTakenBack: '您已撤回。',
  saidSettled: '问题已找到答案。',
  saidUnsettled: '问题重新开放。',
  saidClassified: (name) => `现在是：${name}`,
});
