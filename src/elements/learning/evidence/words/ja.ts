// The words around evidence in Japanese.
import type { WordsOf } from '../../words-in.ts';
import type { EvidenceWords } from '../evidence-words.ts';

/** In Japanese. */
export const japanese: WordsOf<EvidenceWords> = ({ isolate }) => ({
  evidence: '単位のための記録',
  evidenceHint:
    '単位の条件がある問いに、それぞれが何をしたかの記録です。識別番号だけで、名前や文章は含まれません。単位として認めるかどうかは、主催者が決めます。',
  evidenceSave: (form) => `${form}で保存`,
  evidenceSaved: (file) => `${isolate(file)}として保存しました。`,
  evidenceFailed: '保存できませんでした。しばらくしてからもう一度お試しください。',
  recordHint:
    'この問いのために自分がいつ何をしたかの、主催者に渡すための記録です。自分の識別番号だけで、名前や文章は含まれません。',
});
