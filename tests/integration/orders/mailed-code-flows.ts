import { readHeldCase } from '@/lib/helpdesk/safety/lost-phone/held-case';
import type { Flow, Who } from '../../support/orders';
import { isTaken, type OrderScene, type OrderSite } from './order-site';

const FORGOTTEN = 'app/sign-in/forgotten/actions.ts';
const LOST_PHONE = 'app/lost-phone/actions.ts';

const NEW: Record<Who, string> = { person: 'harbour lamp tortoise violin', other: 'plum kettle orchard gravel' };

async function newestCode(scene: OrderScene, kind: 'password-code' | 'lost-phone-code'): Promise<string> {
  const mails = await scene.mailbox.about(scene.jane.userId);
  const content = mails.findLast((mail) => mail.content.kind === kind)?.content;
  return content && 'code' in content ? content.code : '';
}

/**
 * A forgotten password, of somebody without a device. The other browser is signed in with the old one. It has the code that was
 * mailed for the person's own, as soon as it is mailed, and never the one that was mailed for the other: that takes the mailbox.
 */
export function resetFlow(at: OrderSite): Flow<OrderScene> {
  return {
    async open() {
      const scene = await at.begin();
      await scene.signInByPassword('other');
      return scene;
    },
    steps: {
      async asks(scene, who) {
        const taken = isTaken(await scene.submit(who, FORGOTTEN, 'askForCodeAction', { userId: scene.jane.userId }));
        await scene.sendCodes();
        scene.notes.set(who, await newestCode(scene, 'password-code'));
        return taken;
      },
      async resets(scene, who) {
        const passwords = { newPassword: NEW[who], newPasswordAgain: NEW[who] };
        const typed = { userId: scene.jane.userId, code: scene.note('person'), ...passwords };
        const press = async () => isTaken(await scene.submit(who, FORGOTTEN, 'resetPasswordAction', typed));
        const cookies = new Map(scene.browsers[who].cookies);
        const taken = await scene.pressTwice(async () => {
          // The cookie of the first press, which its answer takes away.
          for (const [name, value] of cookies) scene.browsers[who].cookies.set(name, value);
          return press();
        });
        if (taken) scene.notes.set('reset', who);
        return taken;
      },
      'signs in': async (scene, who) =>
        (who === 'other' && (await scene.signInByPassword(who))) || scene.signInByPassword(who, NEW[who]),
    },
    stateOf: (scene) => scene.stateOf(),
    async held(scene) {
      const { users } = scene.services.accounts;
      const isSet = async (who: Who) =>
        (await users.verifyPassword(scene.jane.userId, scene.jane.domain, NEW[who])) === null ? [] : ['password'];
      const others = await scene.sessionOf('other');
      return {
        person: [...(await scene.sessionOf('person')), ...(await isSet('person'))],
        other: [...others, ...(await isSet('other'))],
        account: [
          ...scene.leftOver,
          ...(others.length > 0 && scene.notes.has('reset') ? ['session from before the reset'] : []),
        ],
      };
    },
  };
}

/**
 * A lost phone, of somebody with two. Any browser's code opens a case in any browser, because it only reduces access: the other
 * browser has a code once the person's has used it.
 */
export function lostPhoneFlow(at: OrderSite): Flow<OrderScene> {
  return {
    async open() {
      const scene = await at.begin();
      await scene.bindDevice();
      await scene.bindDevice();
      return scene;
    },
    steps: {
      async asks(scene, who) {
        const { userId } = scene.jane;
        const taken = isTaken(await scene.submit(who, LOST_PHONE, 'askForLostPhoneCodeAction', { userId }));
        await scene.sendCodes();
        scene.notes.set('mailed', await newestCode(scene, 'lost-phone-code'));
        return taken;
      },
      async reports(scene, who) {
        const code = scene.note(who === 'person' ? 'mailed' : 'used');
        const typed = { userId: scene.jane.userId, code };
        const taken = await scene.pressTwice(async () =>
          isTaken(await scene.submit(who, LOST_PHONE, 'reportWithCodeAction', typed)),
        );
        if (taken) scene.notes.set('used', code);
        return taken;
      },
      locks: async (scene, who) =>
        isTaken(await scene.submit(who, LOST_PHONE, 'lockLostPhoneAction', { instanceId: '' })),
      freezes: async (scene, who) => isTaken(await scene.submit(who, LOST_PHONE, 'freezeLostPhoneAction', {})),
    },
    stateOf: (scene) => scene.stateOf(),
    async held(scene) {
      const { helpdesk } = scene.services;
      async function caseOf(who: Who): Promise<string[]> {
        const secret = scene.secretOf(who, 'tessera.case');
        return secret && (await readHeldCase(helpdesk, secret)) ? ['case'] : [];
      }
      return {
        person: [...(await scene.sessionOf('person')), ...(await caseOf('person'))],
        other: [...(await scene.sessionOf('other')), ...(await caseOf('other'))],
        account: scene.leftOver,
      };
    },
  };
}
