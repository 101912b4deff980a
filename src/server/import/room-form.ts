// The form of an exported discussion, field by field; what a room of ours would not have written has none.
import * as v from 'valibot';
import { limits } from '../../model/allow.ts';
import { kinds, moves } from '../../model/moves.ts';
import { stageNames } from '../../model/prompt.ts';
import { format, version } from '../../room/room-json.ts';

const uuid = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'must be a lower-case UUID'));
const time = v.pipe(v.string(), v.isoTimestamp('must be a time in ISO 8601'));
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const count = v.pipe(whole, v.minValue(1));
const personId = v.pipe(v.string(), v.minLength(1), v.maxLength(limits.personIdLength));
const personName = v.pipe(v.string(), v.minLength(1), v.maxLength(limits.nameLength));
const role = v.picklist(['guest', 'member', 'expert', 'facilitator']);
const person = v.strictObject({ id: personId, name: personName, role });
const actor = v.strictObject({ id: personId, name: personName });
const kind = v.picklist(kinds);
const move = v.picklist(moves);
const stage = v.picklist(stageNames);

const place = v.strictObject({ id: v.string(), version: count, stage });

const act = v.strictObject({ type: v.string(), by: actor, at: time, set: v.string(), note: v.string() });

const post = v.strictObject({
  id: uuid,
  parentId: v.nullable(uuid),
  author: person,
  body: v.string(),
  createdAt: time,
  editedAt: v.nullable(time),
  revision: count,
  order: count,
  state: v.picklist(['shown', 'held', 'hidden', 'removed']),
  reason: v.exactOptional(v.string()),
  kind: v.exactOptional(kind),
  move: v.exactOptional(move),
  prompt: v.exactOptional(place),
  isPrivate: v.exactOptional(v.literal(true)),
  pinned: v.exactOptional(v.strictObject({ by: person, at: time, note: v.string() })),
  settledAt: v.exactOptional(time),
  endorsements: v.exactOptional(
    v.array(
      v.strictObject({
        kind: v.picklist(['helped', 'endorsed']),
        by: person,
        at: time,
        reason: v.nullable(v.picklist(['complete', 'tested', 'reasoning'])),
        note: v.string(),
        revokedAt: v.exactOptional(time),
      }),
    ),
  ),
  earlier: v.exactOptional(v.array(v.strictObject({ body: v.string(), at: time }))),
  voided: v.exactOptional(v.strictObject({ at: time, reason: v.string() })),
  nudges: v.exactOptional(v.array(v.strictObject({ personId, at: time, by: v.nullable(actor) }))),
  acts: v.exactOptional(v.array(act)),
  published: v.boolean(),
  rootId: v.exactOptional(uuid),
  answers: v.exactOptional(personId),
  publishedAt: v.exactOptional(time),
  goneAt: v.exactOptional(time),
  unlocked: v.exactOptional(v.strictObject(v.entriesFromList(stageNames, v.exactOptional(time)))),
  evidence: v.exactOptional(
    v.array(
      v.strictObject({
        at: time,
        words: whole,
        isOwn: v.boolean(),
        flaw: v.exactOptional(v.picklist(['quoted', 'repeated', 'aside'])),
        as: v.nullable(v.picklist([...kinds, ...moves])),
      }),
    ),
  ),
  sketch: v.exactOptional(v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{3})*$/, 'must be hexadecimal numbers'))),
});

const gate = v.variant('type', [
  v.strictObject({ type: v.literal('open') }),
  v.strictObject({ type: v.literal('post-first'), words: whole, kind: v.nullable(kind) }),
  v.strictObject({ type: v.literal('until-date'), at: time }),
  v.strictObject({ type: v.literal('manual'), isOpen: v.boolean() }),
  v.strictObject({ type: v.literal('post-first-or-date'), words: whole, kind: v.nullable(kind), at: time }),
]);
const position = v.picklist([0, 1, 2]);
const credit = v.nullable(
  v.strictObject({
    answerWords: whole,
    colleagues: whole,
    replyWords: whole,
    readPercent: whole,
    comesBack: v.boolean(),
    applyWords: whole,
    isAttested: v.boolean(),
  }),
);
const prompt = v.strictObject({
  id: v.string(),
  version: count,
  title: v.string(),
  text: v.string(),
  state: v.picklist(['draft', 'open', 'closed']),
  kinds: v.array(kind),
  stages: v.array(v.strictObject({ name: stage, instruction: v.string(), gate, from: v.nullable(time) })),
  timeZone: v.string(),
  mixer: v.nullable(
    v.strictObject({ immediacy: position, structure: position, scale: position, transparency: position }),
  ),
  credit,
  summary: v.nullable(v.string()),
  since: time,
  rules: v.array(v.strictObject({ version: count, since: time, credit })),
  attestations: v.array(v.strictObject({ personId, by: actor, at: time, note: v.string() })),
});

/** The form of an exported discussion. */
export const roomForm = v.strictObject({
  format: v.literal(format, `must be "${format}"`),
  version: v.literal(version, `must be ${version}`),
  discussion: v.string(),
  title: v.nullable(v.string()),
  url: v.nullable(v.string()),
  prompts: v.exactOptional(v.array(prompt)),
  moved: v.exactOptional(v.record(uuid, place)),
  epoch: v.exactOptional(whole),
  hasInvited: v.exactOptional(v.literal(true)),
  hasPinned: v.exactOptional(v.literal(true)),
  acts: v.exactOptional(v.array(act)),
  posts: v.array(post),
});
