// Loads the prompt editor with its words when a facilitator first uses it.
import { define } from '../../../define.ts';
import type { Strings } from '../../../strings.ts';
import type { EditorWords } from './editor-words.ts';

/** The editor's words, once it can be shown. Rejects where it could not be loaded. */
export async function loadEditor(strings: Strings): Promise<EditorWords> {
  const [{ PeerDiscussionPromptEditor }, { editorWordsIn }] = await Promise.all([
    import('./peer-discussion-prompt-editor.ts'),
    import('./editor-words.ts'),
  ]);
  define('peer-discussion-prompt-editor', PeerDiscussionPromptEditor);
  return editorWordsIn(strings);
}
