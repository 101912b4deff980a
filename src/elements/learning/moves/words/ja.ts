// The words for kinds, moves and endorsements in Japanese.
import type { MoveWords } from '../move-words.ts';
import type { WordsOf } from '../../words-in.ts';

/** In Japanese. */
export const japanese: WordsOf<MoveWords> = ({ isolate }) => ({
  kinds: {
    question: { name: '質問', help: '知りたいこと', starter: '知りたいのは、' },
    answer: { name: '回答', help: 'ここで尋ねられていることへの答え', starter: '' },
    insight: { name: '気づき', help: 'はっきりしてきたこと', starter: 'はっきりしてきたのは、' },
    experience: { name: '経験', help: '実践の中であったこと', starter: '実践の中では、' },
    reflection: { name: '省察', help: '考え続けていること', starter: '考え続けているのは、' },
    resource: { name: '資料', help: '読むもの・使うものと、そのよさ', starter: '役に立つのは、' },
  },
  moves: {
    'build-on': { name: '発展させる', help: 'さらに一歩進めます', starter: 'それを踏まえると、' },
    ask: { name: '問い返す', help: 'それについて尋ねます', starter: '詳しく伺いたいのは、' },
    contrast: { name: '別の見方を示す', help: '別の見方を並べます', starter: '私は別の見方をしています。' },
    apply: { name: '応用する', help: 'どう生かすかを書きます', starter: 'これを試すなら、' },
    thank: { name: 'お礼', help: '何が得られたかを伝えます', starter: '' },
  },
  kindFilters: {
    question: '質問のみ',
    answer: '回答のみ',
    insight: '気づきのみ',
    experience: '経験のみ',
    reflection: '省察のみ',
    resource: '資料のみ',
  },

  kindLegend: 'どんな投稿ですか？',
  moveLegend: 'どんな返信ですか？',
  noKind: 'ひとこと',
  noMove: 'ふつうの返信',
  kindMissing: '投稿の種類を選んでください。ここでは必要です。',
  useStarter: (starter) => `「${isolate(starter.trim())}」で始める`,
  replyPrivately: '非公開で返信する',
  readBy: (name) => `${isolate(name)}さんとファシリテーターだけが読みます。`,
  privateTalk: (author, to) => `非公開：${isolate(author)}さん、${isolate(to)}さん、ファシリテーターだけが読めます。`,
  privatePlain: '非公開：投稿者、返信先の人、ファシリテーターだけが読めます。',
  member: 'メンバー',

  helpedMe: '役に立ちました',
  helped: '役に立った人',
  takeHelpBack: '「役に立ちました」を取り消す',
  endorse: '推薦する',
  endorsed: '推薦者',
  takeEndorsementBack: '推薦を取り消す',
  takenBack: '取り消し',
  endorseLegend: '推薦する理由は？',
  reasons: {
    complete: '正確で十分',
    tested: '実践で確かめた',
    reasoning: 'よく考えられている（結論は異なる）',
  },
  ownReason: '自分の言葉で',
  endorseNote: 'ご自分の言葉で（全員が読めます）',
  endorseNoteMissing: '理由を選ぶか、書いてください。',
  vouched: 'ここで推薦されている返信',
  endorsedReply: (by, author, why) => `${isolate(by)}さんが${isolate(author)}さんの返信を推薦しました：${isolate(why)}`,
  helpedReply: (by, author) => `${isolate(author)}さんの返信が${isolate(by)}さんの役に立ちました`,

  settle: '答えが見つかった',
  settled: 'この質問には答えが見つかりました。',
  pinnedBy: (name) => `${isolate(name)}さんが固定しました`,
  unsettle: 'まだ解決していない',
  classifyPost: '種類を変える',
  classifyReply: '返信の種類を変える',

  versions: 'この投稿の履歴',
  writtenAt: (time) => `投稿：${time}`,
  changedAt: (time) => `編集：${time}`,
  versionNow: '現在の内容',
  versionsSeenBy: '以前の内容は、投稿者とファシリテーターにだけ表示されます。',

  saidHelped: '役に立ったことを伝えました。',
  saidEndorsed: '推薦しました。',
  saidTakenBack: '取り消しました。',
  saidSettled: '質問に答えが見つかりました。',
  saidUnsettled: '質問を未解決に戻しました。',
  saidClassified: (name) => `変更しました：${name}`,
});
