// Rule A76: what an adapter says it cannot do, it does not do.
import { demandSame } from '../../model/demand.ts';
import type { Capabilities, Command } from '../../model/post.ts';
import { newOp } from '../../model/op.ts';
import { demandRefusal } from './demand-refusal.ts';
import { arrange, classify, endorse, invite, promptOf } from './learning-scene.ts';
import { ada, adapterRule, edit, fay, hide, read, remove, write } from './scene.ts';

/** What an adapter says it cannot do. */
export const unsupportedRules = [
  adapterRule(
    'A76',
    'A command of a capability that is absent is refused with `unsupported`, and changes nothing.',
    [],
    async ({ join }) => {
      const writer = await join(ada);
      const { can } = writer;
      const facilitator = can.moderate === true ? writer : await join(fay);
      const id = await write(writer, 'words');
      const { cursor } = await writer.snapshot();
      const commands: readonly (readonly [keyof Capabilities, Command, typeof writer])[] = [
        ['edit', edit(id, 'other words'), writer],
        ['edit', remove(id), writer],
        ['moderate', hide(id, 'a reason'), facilitator],
        ['marks', read(id), writer],
        ['moves', classify(id, 'insight'), writer],
        ['gates', arrange(promptOf('p', { type: 'open' })), facilitator],
        ['endorse', endorse(id), facilitator],
        ['desk', invite(id, 'somebody'), facilitator],
        ['credit', { type: 'offer', op: newOp() }, writer],
      ];
      for (const [capability, command, by] of commands)
        if (can[capability] !== true)
          await demandRefusal(by.session.submit(command), 'unsupported', `${command.type} without \`${capability}\``);
      demandSame((await writer.sync(cursor)).to, cursor, 'the cursor');
    },
  ),
];
