// The words around prompts in Spanish. Addresses people as usted.
import type { WordsOf } from '../../words-in.ts';
import type { PromptWords } from '../prompt-words.ts';

/** In Spanish. */
export const spanish: WordsOf<PromptWords> = ({ count, isolate }) => ({
  stages: { open: 'Responder', live: 'En directo', compare: 'Comparar', conclude: 'Concluir', apply: 'Aplicar' },
  stagesLabel: 'Etapas',
  stageNow: 'ahora',
  stageFrom: (date) => `desde ${date}`,
  promptClosed: 'Cerrada',
  promptDraft: 'Borrador',
  promptSummary: 'Lo que resultó',
  answerPrompt: 'Responder a esto',
  answersLabel: 'A qué responde',
  answersNothing: 'A nada de esto',

  gateFirst: 'Responda primero y después verá lo que escribieron sus colegas',
  gateLater: 'Lo que escribieron sus colegas aún no está abierto',
  gateWords: (amount) =>
    count(amount, {
      one: 'Una respuesta de al menos una palabra lo abre para usted.',
      other: 'Una respuesta de al menos # palabras lo abre para usted.',
    }),
  gateKind: (kind) => `Debe publicarse como «${kind}».`,
  gateAny: 'Cualquier respuesta lo abre para usted.',
  gateDate: (date) => `Se abre para todos el ${date}.`,
  gateManual: 'La moderación lo abre para todos.',
  gateSignIn: 'Inicie sesión primero y responda después.',
  gateShort: 'Ya ha respondido, pero falta algo de lo que se pide. Puede editar su respuesta y completarla.',
  answered: {
    nobody: 'Todavía no ha respondido ningún colega.',
    few: 'Han respondido unos pocos colegas.',
    dozen: 'Han respondido alrededor de una docena de colegas.',
    many: 'Han respondido muchos colegas.',
  },
  saidGateOpened: 'Lo que escribieron sus colegas ya está abierto para usted.',

  progressTitle: 'Lo que se le pide aquí',
  ruleTitle: 'Lo que se pide aquí a los participantes',
  progressNote: 'Esta lista muestra lo que ha hecho. Si da derecho a créditos lo decide quien ofrece el curso.',
  clamps: {
    answer: (want) =>
      count(want, { one: 'Responder con al menos una palabra', other: 'Responder con al menos # palabras' }),
    replies: (want) => count(want, { one: 'Contestar a un colega', other: 'Contestar a # colegas distintos' }),
    read: (want) => count(want, { other: 'Leer al menos el # % de lo que escribieron sus colegas' }),
    back: () => 'Volver después de que un colega le haya contestado',
    apply: (want) =>
      count(want, {
        one: 'Decir cómo lo aplica, en al menos una palabra',
        other: 'Decir cómo lo aplica, en al menos # palabras',
      }),
    attested: () => 'La moderación lo confirma',
  },
  clampDone: 'hecho',
  clampHave: (have, want) => `${have} de ${want}`,
  clampRead: (percent) => `${percent} por ahora`,
  clampOpen: 'aún no',
  missedAnswer: 'Su última respuesta todavía no cuenta aquí.',
  missedReply: 'Su última contestación a una aportación todavía no cuenta aquí.',
  missedShow: 'Mostrarla',
  missed: {
    voided: (reason) => `Así lo ha decidido la moderación: ${reason}`,
    quoted: 'No contiene palabras propias: las citas, el código y las direcciones no cuentan.',
    repeated: 'La mayor parte ya está en otro lugar o dice lo mismo otra vez. Dígalo con palabras nuevas.',
    aside: 'Retoma muy poco de aquello a lo que responde. Nombre de qué está hablando.',
    'not-own': 'La mayor parte ya está en otro lugar, o retoma muy poco de aquello a lo que responde.',
    short: (words) =>
      count(words, {
        one: 'Tiene # palabra propia. Las citas, el código y las direcciones no cuentan.',
        other: 'Tiene # palabras propias. Las citas, el código y las direcciones no cuentan.',
      }),
    thank: 'Un agradecimiento solo lo lee una persona y no cuenta.',
    self: 'Responde a una aportación suya.',
    staff: 'Responde a la moderación. Lo que se pide es contestar a un colega.',
    again: 'A este colega ya le ha contestado. Lo que se pide es contestar a otro.',
    unmarked: (name) => `Si dice cómo lo aplica, márquela como «${name}».`,
  },
  progressDone: (date) => `El ${date} ya había hecho todo esto.`,
  recordSave: 'Guardar mi constancia',

  pageAsk: 'Plantear esto aquí',
  pageHint: 'Esta propuesta está en la página. Todavía no se ha planteado en el debate.',
  pageChanged: 'La página ha cambiado desde que esto se planteó aquí.',
  pageAskAgain: 'Plantearlo como está ahora',
  pageUnkept:
    'La página quiere que responda antes de ver lo que escribieron otros. Este debate no puede garantizarlo, así que todo está abierto para todos.',
  pageRefused: (field) => `La propuesta de la página no puede plantearse así. Revise: ${field}`,

  promptNew: 'Nueva propuesta',
  promptChange: 'Cambiar la propuesta',
  promptOpenGate: 'Mostrar ahora todas las respuestas',
  promptNext: (stage) => `Pasar ahora a «${stage}»`,
  promptFailed: 'No se ha podido hacer. Inténtelo de nuevo.',

  waitingCount: (amount) =>
    count(amount, {
      one: 'Un colega espera una opinión como la suya',
      other: '# colegas esperan una opinión como la suya',
    }),
  waitingAnswer: (name) => `Contestar a ${isolate(name)}`,
});
