// The words of the desk in Simplified Chinese.
import type { DeskWords } from '../desk-words.ts';
import type { WordsOf } from '../../words-in.ts';

/** In Simplified Chinese. */
export const simplifiedChinese: WordsOf<DeskWords> = ({ count, isolate }) => ({
  desk: '主持人工作台',
  deskHint: '现在需要您处理的事。这里的一切都可以撤回，并会记录下来。',
  openDesk: (amount) => (amount === 0 ? '工作台' : count(amount, { other: '工作台，# 件事待处理' })),
  closeDesk: '关闭工作台',
  deskGathering: '正在读取整个讨论……',
  nothingWaits: '这里没有待处理的事。',
  lists: {
    'to-moderate': { name: '待审核', help: '在您查看之前无人能看到的帖子。' },
    unanswered: { name: '无人回答', help: '还没有其他人回应的首帖和提问，最早的在前。' },
    unheard: { name: '未被听见', help: '写过帖子却从未得到任何人回应的人。' },
    tensions: { name: '分歧', help: '无人接续的不同看法。' },
    ready: { name: '可以总结', help: '三人以上参与、平静一天且没有未答问题的讨论串。' },
  },
  acts: {
    approve: { name: '公开', field: '', done: '已对所有人公开。' },
    followUp: { name: '追问', field: '您的问题', done: '问题已发送。' },
    privately: { name: '私下回复', field: '只有作者和主持人能看到', done: '私下回复已发送。' },
    invite: { name: '邀请同事', field: '请谁来看一看？', done: '对方回来时会看到邀请。' },
    pin: { name: '置顶', field: '为什么置顶？', done: '已置顶。' },
    move: { name: '移动', field: '移到哪个题目？', done: '讨论串已移动。' },
    endorse: { name: '认可', field: '为什么？', done: '已认可。' },
    conclude: { name: '总结并关闭', field: '讨论的成果，供所有人阅读', done: '题目已关闭，并附上您的总结。' },
  },
  unpin: '取消置顶',
  firstPost: '在此的第一帖',
  goToPost: '前往帖子',
  deskSend: '完成',
  deskCancel: '取消',
  deskUndo: '撤回',
  undone: '已撤回。',
  noteOptional: '用您自己的话',
  deskReasons: {
    complete: '正确且完整',
    tested: '经过实践检验',
    reasoning: '论证充分，结论不同',
  },
  deskOwnReason: '其他理由',
  whatWasDone: '处理记录',
  logged: {
    moderate: '公开或隐藏',
    classify: '类型更改',
    endorse: '认可或撤回',
    settle: '已答或重新打开',
    pin: '置顶或取消',
    invite: '邀请同事或撤回',
    void: '不计学分或重新计入',
  },
  doneBy: (name) => `由${isolate(name)}`,
  deskKeys: '条目上的按键：F 追问，R 私下回复，I 邀请，P 置顶，M 移动，E 认可，C 关闭，回车前往帖子。',
  needsText: '请先写点内容。',
});
