// The words around the questions of an event in Japanese.
import type { WordsOf } from '../../words-in.ts';
import type { LiveWords } from '../live-words.ts';

/** In Japanese. */
export const japanese: WordsOf<LiveWords> = ({ count }) => ({
  liveTitle: 'このイベントへの質問',
  liveAsk: '質問する',
  liveSend: '送る',
  liveGathering: 'すべての質問を読み込んでいます…',
  liveNow: '回答中の質問',
  liveOpen: (amount) => count(amount, { other: '未回答の質問 #件' }),
  liveNone: '未回答の質問はありません。',
  liveAnswered: (amount) => count(amount, { other: '回答済み #件' }),
  liveTake: '今これに答える',
  livePutBack: '今は答えない',
  liveSettle: '回答済みにする',
  liveReopen: '未回答に戻す',
  liveGo: '投稿へ移動',
  liveKeys: (answered, now) => `質問を選んで：${answered} 回答済み／未回答に戻す · ${now} 今答える／後にする。`,
  liveProject: 'スクリーンに映す',
  liveOffline: '接続が切れています。表示は最新でない場合があります。',
  liveNames: '名前を表示',
  liveNext: '次の質問',
  liveUndo: '取り消す',
  saidTaken: 'この質問に今答えています。',
  saidPutBack: '質問は順番待ちに戻りました。',
  saidAnswered: '質問を回答済みにしました。',
  saidReopened: '質問を未回答に戻しました。',
});
