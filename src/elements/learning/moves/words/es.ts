// The words for kinds, moves and endorsements in Spanish.
import type { MoveWords } from '../move-words.ts';
import type { WordsOf } from '../../words-in.ts';

/** In Spanish. */
export const spanish: WordsOf<MoveWords> = ({ isolate }) => ({
  kinds: {
    question: { name: 'Pregunta', help: 'Algo que quiere saber', starter: 'Me gustaría saber: ' },
    answer: { name: 'Respuesta', help: 'Lo que responde a lo que se pregunta aquí', starter: '' },
    insight: { name: 'Hallazgo', help: 'Algo que ahora ve con claridad', starter: 'Lo que ahora veo con claridad: ' },
    experience: { name: 'Experiencia', help: 'Algo que ocurrió en su práctica', starter: 'En mi práctica: ' },
    reflection: { name: 'Reflexión', help: 'Algo a lo que le da vueltas', starter: 'Le doy vueltas a ' },
    resource: {
      name: 'Recurso',
      help: 'Algo que leer o utilizar, y por qué vale la pena',
      starter: 'Es útil porque ',
    },
  },
  moves: {
    'build-on': { name: 'Lo desarrolla', help: 'Dé un paso más a partir de ello', starter: 'A partir de eso, ' },
    ask: { name: 'Pregunta', help: 'Pregunte sobre ello', starter: '¿Qué quiere decir con ' },
    contrast: { name: 'Lo ve de otra manera', help: 'Ponga otra visión al lado', starter: 'Lo veo de otra manera: ' },
    apply: { name: 'Lo aplica', help: 'Cuente cómo lo utiliza', starter: 'Voy a probarlo así: ' },
    thank: { name: 'Agradece', help: 'Diga qué le aportó', starter: '' },
  },
  kindFilters: {
    question: 'Preguntas',
    answer: 'Respuestas',
    insight: 'Hallazgos',
    experience: 'Experiencias',
    reflection: 'Reflexiones',
    resource: 'Recursos',
  },

  kindLegend: '¿Qué es?',
  moveLegend: '¿Qué hace su respuesta?',
  noKind: 'Solo una idea',
  noMove: 'Responde sin más',
  kindMissing: 'Elija qué es: aquí se pide.',
  useStarter: (starter) => `Empezar con «${isolate(starter.trim())}»`,
  replyPrivately: 'Responder en privado',
  readBy: (name) => `Esto solo lo leerán ${isolate(name)} y el equipo de facilitación.`,
  privateTalk: (author, to) => `Privado: solo lo leen ${isolate(author)}, ${isolate(to)} y el equipo de facilitación.`,
  privatePlain: 'Privado: solo lo leen quien lo escribió, quien recibe la respuesta y el equipo de facilitación.',
  member: 'Miembro',

  helpedMe: 'Esto me ayudó',
  helped: 'Esto ayudó a',
  takeHelpBack: 'Al final no me ayudó',
  endorse: 'Avalar',
  endorsed: 'Con el aval de',
  takeEndorsementBack: 'Retirar el aval',
  takenBack: 'retirado',
  endorseLegend: '¿Por qué lo avala?',
  reasons: {
    complete: 'Correcto y completo',
    tested: 'Probado en la práctica',
    reasoning: 'Bien razonado, con otra conclusión',
  },
  ownReason: 'Con mis palabras',
  endorseNote: 'Con sus palabras, a la vista de todo el mundo',
  endorseNoteMissing: 'Elija un motivo o escriba uno.',
  vouched: 'Lo que aquí tiene aval',
  endorsedReply: (by, author, why) => `${isolate(by)} avala una respuesta de ${isolate(author)}: ${isolate(why)}`,
  helpedReply: (by, author) => `Una respuesta de ${isolate(author)} ayudó a ${isolate(by)}`,

  settle: 'Ya tiene respuesta',
  settled: 'Esta pregunta ya tiene respuesta.',
  pinnedBy: (name) => `Fijado por ${isolate(name)}`,
  unsettle: 'Sigue abierta',
  classifyPost: 'Cambiar el tipo',
  classifyReply: 'Cambiar el tipo',

  versions: 'Versiones de este mensaje',
  writtenAt: (time) => `Escrito: ${time}`,
  changedAt: (time) => `Modificado: ${time}`,
  versionNow: 'Así está ahora',
  versionsSeenBy: 'Las versiones anteriores solo se muestran a quien lo escribió y al equipo de facilitación.',

  saidHelped: 'Ha indicado que esto le ayudó.',
  saidEndorsed: 'Su aval ya figura.',
  saidTakenBack: 'Lo ha retirado.',
  saidSettled: 'La pregunta ya tiene respuesta.',
  saidUnsettled: 'La pregunta vuelve a estar abierta.',
  saidClassified: (name) => `Ahora es: ${name}`,
});
