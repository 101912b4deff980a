// The words around prompts in Japanese.
import type { WordsOf } from '../../words-in.ts';
import type { PromptWords } from '../prompt-words.ts';

/** In Japanese. */
export const japanese: WordsOf<PromptWords> = ({ count, isolate }) => ({
  stages: { open: '回答', live: 'ライブ', compare: '比較', conclude: 'まとめ', apply: '実践' },
  stagesLabel: '段階',
  stageNow: '現在',
  stageFrom: (date) => `${date}から`,
  promptClosed: '終了',
  promptDraft: '下書き',
  promptSummary: 'この課題のまとめ',
  answerPrompt: 'この課題に答える',
  answersLabel: '回答先の課題',
  answersNothing: 'どれでもない',

  gateFirst: 'まず回答すると、ほかの参加者の投稿を読めます',
  gateLater: 'ほかの参加者の投稿はまだ公開されていません',
  gateWords: (amount) => count(amount, { other: '#語以上で回答すると読めるようになります。' }),
  gateKind: (kind) => `「${kind}」として投稿してください。`,
  gateAny: '回答すると読めるようになります。',
  gateDate: (date) => `${date}に全員に公開されます。`,
  gateManual: '進行役が全員に公開します。',
  gateSignIn: 'まずサインインし、それから回答してください。',
  gateShort: '回答済みですが、求められている内容に足りません。回答を編集して書き足せます。',
  answered: {
    nobody: 'まだ誰も回答していません。',
    few: '数人が回答しています。',
    dozen: '十数人が回答しています。',
    many: '多くの人が回答しています。',
  },
  saidGateOpened: 'ほかの参加者の投稿を読めるようになりました。',

  progressTitle: 'ここで求められていること',
  ruleTitle: 'ここで受講者に求められていること',
  progressNote: 'この一覧はあなたが行ったことを示します。単位として認めるかどうかは、講座の主催者が決めます。',
  clamps: {
    answer: (want) => count(want, { other: '#語以上で回答する' }),
    replies: (want) => count(want, { other: '#人の参加者に返信する' }),
    read: (want) => count(want, { other: 'ほかの参加者の投稿を#%以上読む' }),
    back: () => '返信をもらった後にもう一度訪れる',
    apply: (want) => count(want, { other: 'どう実践するかを#語以上で書く' }),
    attested: () => '進行役が確認する',
  },
  clampDone: '完了',
  clampHave: (have, want) => `${want}のうち${have}`,
  clampRead: (percent) => `これまでに${percent}`,
  clampOpen: 'まだ',
  missedAnswer: '直近の回答は、まだここに数えられていません。',
  missedReply: '直近の返信は、まだここに数えられていません。',
  missedShow: '表示する',
  missed: {
    voided: (reason) => `進行役の判断によります：${reason}`,
    quoted: 'ご自身の言葉が含まれていません。引用、コード、アドレスは数えられません。',
    repeated: '大部分がすでに別の場所に書かれているか、同じことの繰り返しです。新しい言葉で書いてください。',
    aside: '回答や返信の相手の内容にほとんど触れていません。何について述べているのかを書いてください。',
    'not-own': '大部分がすでに別の場所に書かれているか、回答や返信の相手の内容にほとんど触れていません。',
    short: (words) => count(words, { other: 'ご自身の言葉は#語です。引用、コード、アドレスは数えられません。' }),
    thank: 'お礼は一人だけが読むもので、数えられません。',
    self: 'ご自身の投稿への返信です。',
    staff: '進行役への返信です。求められているのは、ほかの参加者への返信です。',
    again: 'この参加者にはすでに返信しています。求められているのは、別の参加者への返信です。',
    unmarked: (name) => `どう実践するかを述べたものであれば、「${name}」を選んでください。`,
  },
  progressDone: (date) => `${date}までにすべて行いました。`,

  pageAsk: 'ここで出題する',
  pageHint: 'この課題はページに書かれています。ディスカッションではまだ出題されていません。',
  pageChanged: '出題後にページの内容が変わりました。',
  pageAskAgain: '今の内容で出題する',
  pageUnkept:
    'このページは、ほかの人の投稿を見る前に回答することを求めています。このディスカッションではそれを保証できないため、すべての投稿が全員に公開されています。',
  pageRefused: (field) => `ページの課題はこのままでは出題できません。確認する項目：${field}`,

  promptNew: '新しい課題',
  promptChange: '課題を変更',
  promptOpenGate: '全員の回答を今すぐ公開する',
  promptNext: (stage) => `今すぐ「${stage}」に進む`,
  promptFailed: '実行できませんでした。もう一度お試しください。',

  waitingCount: (amount) => count(amount, { other: '#人があなたのような視点を待っています' }),
  waitingAnswer: (name) => `${isolate(name)}さんに返信`,
});
