// The words of the index of discussions in simplified Chinese.
import type { WordsOf } from '../../learning/words-in.ts';
import type { IndexWords } from '../index-words.ts';

/** In simplified Chinese. */
export const simplifiedChinese: WordsOf<IndexWords> = ({ count }) => ({
  indexTitle: '讨论列表',
  indexChoose: '显示哪些讨论',
  indexLists: { all: '全部', new: '有新内容', unanswered: '等待回答', mine: '我参与的' },
  indexNone: {
    all: '这里还没有讨论。',
    new: '没有新内容，您已全部读完。',
    unanswered: '没有人在等待回答。',
    mine: '您还没有在任何讨论中发言。',
  },
  indexPosts: (amount) => count(amount, { other: '# 个帖子' }),
  indexLatest: (ago) => `最新：${ago}`,
  indexFresh: (amount) => count(amount, { other: '# 个新帖子' }),
  indexUnanswered: (amount) => count(amount, { other: '# 个等待回答' }),
  indexReplies: (amount) => count(amount, { other: '# 个给您的回复' }),
  indexFound: (amount) => count(amount, { other: '# 个讨论' }),
  indexMore: '显示更多',
  indexLoading: '正在加载讨论…',
  indexOffline: '无法连接到讨论。',
  indexRetry: '重试',
  indexSignIn: '请登录后查看讨论。',
  indexMissing: '这里没有讨论列表。',
});
