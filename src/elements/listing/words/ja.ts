// The words of the index of discussions in Japanese.
import type { WordsOf } from '../../learning/words-in.ts';
import type { IndexWords } from '../index-words.ts';

/** In Japanese. */
export const japanese: WordsOf<IndexWords> = ({ count }) => ({
  indexTitle: 'ディスカッション一覧',
  indexChoose: '表示するディスカッション',
  indexLists: { all: 'すべて', new: '未読あり', unanswered: '回答待ち', mine: '自分の投稿' },
  indexNone: {
    all: 'ここにはまだディスカッションがありません。',
    new: '未読の投稿はありません。すべて読み終えています。',
    unanswered: '回答を待っている人はいません。',
    mine: 'まだどこにも投稿していません。',
  },
  indexPosts: (amount) => count(amount, { other: '投稿 # 件' }),
  indexLatest: (ago) => `最新 ${ago}`,
  indexFresh: (amount) => count(amount, { other: '未読 # 件' }),
  indexUnanswered: (amount) => count(amount, { other: '回答待ち # 件' }),
  indexReplies: (amount) => count(amount, { other: 'あなたへの返信 # 件' }),
  indexFound: (amount) => count(amount, { other: 'ディスカッション # 件' }),
  indexMore: 'さらに表示',
  indexLoading: 'ディスカッションを読み込んでいます…',
  indexOffline: 'ディスカッションに接続できませんでした。',
  indexRetry: '再試行',
  indexSignIn: 'ディスカッションを見るにはサインインしてください。',
  indexMissing: 'ここにはディスカッションの一覧がありません。',
});
