// The words around the questions of an event in simplified Chinese.
import type { WordsOf } from '../../words-in.ts';
import type { LiveWords } from '../live-words.ts';

/** In simplified Chinese. */
export const simplifiedChinese: WordsOf<LiveWords> = ({ count }) => ({
  liveTitle: '本场活动的问题',
  liveAsk: '提一个问题',
  liveSend: '提问',
  liveGathering: '正在获取所有问题……',
  liveNow: '正在解答',
  liveOpen: (amount) => count(amount, { other: '#个待解答的问题' }),
  liveNone: '没有待解答的问题。',
  liveAnswered: (amount) => count(amount, { other: '已解答#个' }),
  liveTake: '现在解答',
  livePutBack: '暂不解答',
  liveSettle: '标为已解答',
  liveReopen: '重新打开',
  liveGo: '前往该帖',
  liveKeys: (answered, now) => `选中问题后：${answered} 标为已解答或重新打开 · ${now} 现在解答或暂不解答。`,
  liveProject: '投影显示',
  liveOffline: '未连接：此处内容可能已过时。',
  liveNames: '显示姓名',
  liveNext: '下一个问题',
  liveUndo: '撤回',
  saidTaken: '现在开始解答这个问题。',
  saidPutBack: '这个问题重新等待解答。',
  saidAnswered: '这个问题已解答。',
  saidReopened: '这个问题重新待解答。',
});
