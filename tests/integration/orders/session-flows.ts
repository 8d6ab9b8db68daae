import type { PhoneSignInStart } from '@/components/site/phone-sign-in/phone-sign-in-start';
import type { User } from '@/lib/accounts/users/user';
import { approveInvitation } from '@/lib/helpdesk/invitations/decide-invitation';
import { requestAsAgent } from '@/lib/helpdesk/desk/reissue/request-as-agent';
import { parseRecoveryCode } from '@/lib/accounts/recovery/recovery-code';
import { oneTimePasswordAt } from '@/lib/phone/accounts/one-time-password-at';
import { MINUTE } from '@/lib/shared/time/duration';
import { signedInAs } from '../../support/doubles/principal';
import { FakeMailbox } from '../../support/doubles/fake-mailbox';
import { BROWSERS, type Flow, type Who } from '../../support/orders';
import { typedReissue } from '../helpdesk/desk/typed-reissue';
import { PASSWORD, revealImage, scan, type Phone } from '../server/policy/site-people';
import { isTaken, type ShownImage, type OrderScene, type OrderSite } from './order-site';

const RECOVERY = 'app/(self-service)/profile/recovery-code/actions.ts';
const STARTS = 'app/(self-service)/activations/new/actions.ts';

type SignInActions = { startPhoneSignInAction: () => Promise<PhoneSignInStart> };
type ConfirmActions = {
  askConfirmationAction: (way: 'image', purpose: 'step-up', password: string) => Promise<PhoneSignInStart>;
  finishConfirmationAction: (key: unknown) => Promise<{ confirmedBy: string } | string>;
};
type InvitationActions = {
  openInvitationAction: (typed: object) => Promise<{ ok: true; needsSession: boolean } | { ok: false }>;
};

/** Somebody with a phone, and what their pages showed. @property accomplice whose phone answers the other browser */
type WithPhones = OrderScene & {
  phone: Phone;
  shown: Map<Who, ShownImage & { id: string }>;
  accomplice: { user: User; phone: Phone };
};

async function withPhones(at: OrderSite, isSignedIn: boolean): Promise<WithPhones> {
  const scene = await at.begin();
  const phone = await scene.bindDevice();
  at.accomplice ??= await (async () => {
    const user = await at.people.add('accomplice', ['user']);
    return { user, phone: await scene.bindDevice(user) };
  })();
  if (isSignedIn) for (const who of BROWSERS) await scene.signInByPassword(who);
  return Object.assign(scene, { phone, shown: new Map<Who, ShownImage & { id: string }>(), accomplice: at.accomplice });
}

/** The person's phone reads the page of the person's browser; the accomplice's reads that of the other. */
async function approve(scene: WithPhones, who: Who): Promise<boolean> {
  const image = scene.shown.get(who);
  const by = who === 'person' ? { user: scene.jane, phone: scene.phone } : scene.accomplice;
  return image !== undefined && (await scene.approve(image, by.user, by.phone));
}

/** Notes what a page shows. @returns false if the site made nothing */
function note({ at, shown }: WithPhones, who: Who, started: PhoneSignInStart | object): boolean {
  if (!('ok' in started) || !started.ok) return false;
  shown.set(who, { id: started.status.id, number: started.number, code: at.shownCode });
  return true;
}

/**
 * Signing in with a phone. The other browser has what any visitor has, and an accomplice's phone that answers what it shows.
 * One approval opens one session.
 */
export function phoneSignInFlow(at: OrderSite): Flow<WithPhones> {
  return {
    open: () => withPhones(at, false),
    steps: {
      async starts(scene, who) {
        const { startPhoneSignInAction } = (await import('@/app/sign-in/phone/actions')) as SignInActions;
        return note(scene, who, await at.site.by(scene.by(who), startPhoneSignInAction));
      },
      'is approved': approve,
      finishes: (scene, who) => scene.signIn(who, 'phone'),
    },
    stateOf: (scene) => scene.stateOf(),
    async held(scene) {
      return { person: await scene.sessionOf('person'), other: await scene.sessionOf('other'), account: [] };
    },
  };
}

/**
 * Stepping up with a phone, and making a recovery code by it. Both browsers are signed in with the password, which is stolen; the
 * other's sees the key of the person's request.
 */
export function stepUpFlow(at: OrderSite): Flow<WithPhones> {
  return {
    open: () => withPhones(at, true),
    steps: {
      async asks(scene, who) {
        const { askConfirmationAction } = (await import('@/app/sign-in/phone/confirm-actions')) as ConfirmActions;
        const ask = () => askConfirmationAction('image', 'step-up', '');
        return note(scene, who, await at.site.by(scene.by(who), ask));
      },
      'is approved': approve,
      async finishes(scene, who) {
        const { finishConfirmationAction } = (await import('@/app/sign-in/phone/confirm-actions')) as ConfirmActions;
        for (const of of who === 'person' ? (['person'] as const) : BROWSERS) {
          const isConfirmed = await scene.pressTwice(async () => {
            const finished = await at.site.by(scene.by(who), () => finishConfirmationAction(scene.shown.get(of)?.id));
            return typeof finished === 'object' && 'confirmedBy' in finished;
          });
          if (isConfirmed) return true;
        }
        return false;
      },
      async acts(scene, who) {
        const made = await scene.submit(who, RECOVERY, 'makeRecoveryCodeAction', { password: PASSWORD });
        if (isTaken(made)) scene.notes.set('maker', who);
        return isTaken(made);
      },
    },
    stateOf: (scene) => scene.stateOf(),
    async held(scene) {
      const made = (who: Who) => (scene.note('maker') === who ? ['recovery code'] : []);
      return {
        person: [...(await scene.sessionOf('person')), ...made('person')],
        other: [...(await scene.sessionOf('other')), ...made('other')],
        account: scene.leftOver,
      };
    },
  };
}

/**
 * A recovery code, from making one to the image that it opens. Both browsers are signed in with the password, which is stolen. The
 * other has each code once the person has used it, and the one-time passwords that the person has typed.
 */
export function recoveryFlow(at: OrderSite): Flow<WithPhones> {
  return {
    open: () => withPhones(at, true),
    steps: {
      async makes(scene, who) {
        if (who === 'person') {
          at.clock.pass(MINUTE / 2);
          const { oneTimePassword } = await oneTimePasswordAt(scene.phone.instanceKey, at.clock.now());
          scene.notes.set('one-time password', oneTimePassword);
        }
        const proofs = { password: PASSWORD, proofOneTimePassword: scene.note('one-time password') };
        const made = await scene.submit(who, RECOVERY, 'makeRecoveryCodeAction', proofs);
        if (!isTaken(made)) return false;
        scene.notes.set('maker', who);
        scene.notes.set('code', ('secret' in made && made.secret) || '');
        return true;
      },
      // A new session, which has the password alone: only a recovery code goes on from there.
      'signs in': (scene, who) => scene.signInByPassword(who),
      async starts(scene, who) {
        const code = scene.note(who === 'person' ? 'code' : 'used');
        const fields = { deviceName: 'Phone', password: PASSWORD, proofRecoveryCode: code };
        const isNeeded = !(await scene.sessionOf(who)).includes('proof: one-time-password');
        const taken = isTaken(await scene.submit(who, STARTS, 'startActivationAction', fields));
        if (taken && isNeeded) scene.notes.set('used', code);
        return taken;
      },
      async activates(scene, who) {
        const image = await revealImage(at.site, scene.by(who), scene.jane);
        const phone = image && (await scan(at.site, image));
        if (phone) scene.notes.set(`devices ${who}`, `${scene.note(`devices ${who}`)}x`);
        return phone !== null;
      },
    },
    stateOf: (scene) => scene.stateOf(),
    async held(scene) {
      const { recoveryCodes } = scene.services.proofs;
      async function held(who: Who): Promise<string[]> {
        const image = await revealImage(at.site, scene.by(who), scene.jane);
        const devices = Array.from(scene.note(`devices ${who}`), () => 'device');
        const made = scene.note('maker') === who ? ['recovery code'] : [];
        return [...(await scene.sessionOf(who)), ...(image ? ['image'] : []), ...devices, ...made];
      }
      const used = parseRecoveryCode(scene.note('used'));
      const isUsable = used !== null && (await recoveryCodes.verify(scene.jane, used)) !== null;
      return {
        person: await held('person'),
        other: await held('other'),
        account: isUsable ? ['used recovery code'] : [],
      };
    },
  };
}

/**
 * An invitation by mail, from its link to the device. The other browser has the link, and the password once the person has opened
 * it: before, link and password are all that an invitation asks for.
 */
export function invitationFlow(at: OrderSite): Flow<OrderScene> {
  return {
    async open() {
      const scene = await at.begin();
      const { helpdesk } = scene.services;
      const [agent, approver] = [
        await at.people.add('agent', ['helpdesk-agent']),
        await at.people.add('approver', ['helpdesk-approver']),
      ];
      const typed = typedReissue({ checks: { ...typedReissue().checks, numberCalled: null } });
      const asked = await requestAsAgent(helpdesk, signedInAs(agent), scene.jane, typed, at.site.origin);
      if (!asked.ok) throw new TypeError(asked.refusal);
      await approveInvitation(helpdesk, signedInAs(approver), asked.value.id, at.site.origin);
      const { invitationLink } = await scene.mailbox.newest(scene.jane.userId, 'invitation');
      scene.notes.set('link', FakeMailbox.tokenOf(invitationLink ?? ''));
      return scene;
    },
    steps: {
      async opens(scene, who) {
        const { openInvitationAction } = (await import('@/app/invitation/actions')) as InvitationActions;
        const password = who === 'person' || scene.notes.has('opened') ? PASSWORD : '';
        const typed = { token: scene.note('link'), code: '', password };
        const taken = await scene.pressTwice(async () => {
          const opened = await at.site.by(scene.by(who), () => openInvitationAction(typed));
          // The session that holds the invitation may press again, and gets nothing by it.
          return 'ok' in opened && opened.ok && opened.needsSession;
        });
        if (taken) scene.notes.set('opened', who);
        return taken;
      },
      enters: (scene, who) => scene.signIn(who, 'invitation'),
      starts: async (scene, who) =>
        isTaken(await scene.submit(who, STARTS, 'startActivationAction', { deviceName: 'Phone' })),
      async activates(scene, who) {
        const image = await revealImage(at.site, scene.by(who), scene.jane);
        return image !== null && (await scan(at.site, image)) !== null;
      },
    },
    stateOf: (scene) => scene.stateOf(),
    async held(scene) {
      async function held(who: Who): Promise<string[]> {
        const image = await revealImage(at.site, scene.by(who), scene.jane);
        return [...(await scene.sessionOf(who)), ...(image ? ['image'] : [])];
      }
      const devices = await scene.services.devices.directory.list(scene.jane);
      return {
        person: await held('person'),
        other: await held('other'),
        account: [...scene.leftOver, ...devices.map(() => 'device')],
      };
    },
  };
}
