// The words of the desk in Japanese.
import type { DeskWords } from '../desk-words.ts';
import type { WordsOf } from '../../words-in.ts';

/** In Japanese. */
export const japanese: WordsOf<DeskWords> = ({ count, isolate }) => ({
  desk: 'ファシリテーターの作業台',
  deskHint: 'いま手を必要としているものです。ここでのことはすべて取り消せ、記録に残ります。',
  openDesk: (amount) => (amount === 0 ? '作業台' : count(amount, { other: '作業台（#件が待っています）' })),
  closeDesk: '作業台を閉じる',
  deskGathering: '話し合い全体を読み込んでいます…',
  nothingWaits: '待っているものはありません。',
  lists: {
    'to-moderate': { name: '確認待ち', help: 'あなたが確認するまで誰にも見えない投稿です。' },
    unanswered: { name: '返事なし', help: 'まだ誰も答えていない最初の投稿と質問です。古い順に並びます。' },
    unheard: { name: '声が届いていない人', help: '書いたのに、一度も返事をもらっていない人です。' },
    tensions: { name: '意見の違い', help: '誰にも取り上げられていない別の見方です。' },
    ready: { name: 'まとめどき', help: '三人以上が書き、一日静かで、未解決の質問がないスレッドです。' },
  },
  acts: {
    approve: { name: '表示する', field: '', done: '全員に表示しました。' },
    followUp: { name: 'さらに尋ねる', field: '質問', done: '質問を送りました。' },
    privately: {
      name: '個別に返信',
      field: '書いた人とファシリテーターだけが読みます',
      done: '個別の返信を送りました。',
    },
    invite: { name: '同僚を招く', field: '誰に見てもらいますか', done: '次に来たときに招待が表示されます。' },
    pin: { name: '固定する', field: '上に置く理由', done: '固定しました。' },
    move: { name: '移す', field: 'どの問いへ移しますか', done: 'スレッドを移しました。' },
    endorse: { name: '推す', field: '理由', done: '推しました。' },
    conclude: {
      name: 'まとめて閉じる',
      field: '話し合いの成果（全員が読みます）',
      done: 'まとめを添えて問いを閉じました。',
    },
  },
  unpin: '固定を外す',
  firstPost: 'ここでの最初の投稿',
  goToPost: '投稿へ移動',
  deskSend: '完了',
  deskCancel: 'やめる',
  deskUndo: '取り消す',
  undone: '取り消しました。',
  noteOptional: '自分の言葉で',
  deskReasons: {
    complete: '正確で十分',
    tested: '実践で確かめた',
    reasoning: 'よく考えられている（結論は異なる）',
  },
  deskOwnReason: '別の理由',
  whatWasDone: '行われたこと',
  logged: {
    moderate: '表示または非表示',
    classify: '種類の変更',
    endorse: '推薦またはその取り消し',
    settle: '解決または再開',
    pin: '固定または解除',
    invite: '招待またはその取り消し',
    void: '単位の対象外または再算入',
    transfer: '別の課題へ移動',
    arrange: '課題の作成または変更',
    attest: '参加の確認またはその取り消し',
  },
  doneBy: (name) => `${isolate(name)}さん`,
  deskKeys: '項目でのキー：F さらに尋ねる、R 個別に返信、I 招く、P 固定、M 移す、E 推す、C 閉じる、Enter で投稿へ。',
  needsText: '先に何か書いてください。',
});
