import type { User } from '@/lib/accounts/users/user';
import type { Permission } from '@/lib/accounts/users/permission';
import { ROLES } from '@/lib/accounts/users/role';
import { contactsVersion } from '@/lib/helpdesk/administration/change-contacts';
import { detailsVersion } from '@/lib/helpdesk/administration/change-details';
import type { CurrentInvitation } from '@/lib/helpdesk/invitations/invitation';
import type { Organisation } from '@/lib/messaging/organisation/organisation';
import { opens, type ServiceAccount } from '@/lib/helpdesk/service-accounts/service-account';
import { lastDayRange } from '@/lib/helpdesk/service-accounts/typed-account';
import { MINUTE } from '@/lib/shared/time/duration';
import { EVERY_DOMAIN } from '@/lib/shared/identifiers/user-key';
import { FakeMailbox } from '../../../support/doubles/fake-mailbox';
import { ApprovalQueues } from './approval-queues';
import type { SiteApi } from './site-api';
import { Browser, type SiteInProcess, type Submitted } from './site-in-process';
import { PASSWORD, revealImage, scan, type SitePeople } from './site-people';

const USERS = 'app/(helpdesk)/helpdesk/users/[userId]/account/actions.ts';
const NEW_USER = 'app/(helpdesk)/administration/users/new/actions.ts';
const SERVICE_ACCOUNT = 'app/(helpdesk)/administration/service-accounts/[serviceAccountId]/actions.ts';
const SERVICE_KEYS = 'app/(helpdesk)/administration/service-accounts/[serviceAccountId]/key/actions.ts';
const RETURN_ADDRESSES = 'app/(helpdesk)/administration/service-accounts/[serviceAccountId]/return-address-actions.ts';
const NEW_SERVICE_ACCOUNT = 'app/(helpdesk)/administration/service-accounts/new/actions.ts';
const HELPED = 'app/(helpdesk)/helpdesk/users/[userId]/actions.ts';
const REISSUE = 'app/(helpdesk)/helpdesk/users/[userId]/reissue/actions.ts';
const OWN_PROFILE = 'app/(self-service)/profile/actions.ts';
const SETUP_LOGO = { png: new Uint8Array([1]), digest: 'd'.repeat(64), width: 1, height: 1 };
const STARTS = 'app/(self-service)/activations/new/actions.ts';

const RETURN = { returnName: 'Portal', returnUrl: 'https://portal.example.org/back' };

let scenes = 0;

/** What a form is filled in with, and whether what it is for has happened. */
export type Act = { fields: Record<string, string>; hasHappened: () => Promise<boolean> };

/** A person, a member of staff who has every role and every proof, and one who decides. */
export class StaffScene {
  readonly site: SiteInProcess;
  readonly api: SiteApi;
  readonly jane: User;
  readonly secondPerson: User;
  readonly caller = new Browser();
  readonly second = new Browser();
  readonly janesBrowser = new Browser();
  readonly mailbox: FakeMailbox;
  /** Different in each scene. */
  readonly number = (scenes += 1);
  readonly queues: ApprovalQueues;

  private constructor(site: SiteInProcess, api: SiteApi, jane: User, secondPerson: User) {
    this.site = site;
    this.api = api;
    this.jane = jane;
    this.secondPerson = secondPerson;
    this.queues = new ApprovalQueues(site);
    this.mailbox = new FakeMailbox(site.services.messaging.outbox, site.clock);
  }

  /** @param staff the same for all scenes, or everybody whom they ask would be mailed more with each */
  static async open(site: SiteInProcess, api: SiteApi, people: SitePeople, staff: Staff): Promise<StaffScene> {
    // Budgets of the earlier scenes' quarter of an hour.
    site.clock.pass(16 * MINUTE);
    const scene = new StaffScene(site, api, await people.add('jane', ['user']), staff.second);
    await site.signInWithPasskey(scene.caller, staff.caller);
    await site.signInWithPasskey(scene.second, staff.second);
    await site.signInWithPasskey(scene.janesBrowser, scene.jane);
    return scene;
  }

  get who(): { userId: string } {
    return { userId: this.jane.userId };
  }

  /** @throws unless it is done */
  async do(browser: Browser, file: string, name: string, fields: Record<string, string>): Promise<Submitted> {
    const answer = await this.site.submit(browser, file, name, fields);
    if ('redirectedTo' in answer || answer.status === 'done') return answer;
    throw new Error(`${name}: ${JSON.stringify(answer)}`);
  }

  /** What the caller asks for, and the second person agrees to. */
  async doByTwo(file: string, name: string, fields: Record<string, string>): Promise<void> {
    const waiting = await this.queues.newRequest(this.secondPerson, () => this.do(this.caller, file, name, fields));
    if (!waiting) throw new Error(`${name} asks nobody`);
    await this.queues.decide(this.second, waiting, 'approve');
  }

  async readJane(): Promise<User | null> {
    return this.site.services.accounts.users.find(this.jane.userId, this.jane.domain);
  }

  account() {
    return this.site.services.administration?.accounts.find(this.jane) ?? null;
  }

  async device(): Promise<{ instanceId: string }> {
    await this.do(this.janesBrowser, STARTS, 'startActivationAction', { deviceName: 'Phone', password: PASSWORD });
    const image = await revealImage(this.site, this.janesBrowser, this.jane);
    const phone = image && (await scan(this.site, image));
    if (!phone) throw new Error('the phone was refused');
    return { instanceId: phone.instanceId };
  }

  async stateOf({ instanceId }: { instanceId: string }): Promise<string> {
    const devices = await this.site.services.devices.directory.list(this.jane);
    return devices.find((device) => device.instanceId === instanceId)?.state ?? 'removed';
  }

  async invitation(): Promise<CurrentInvitation | null> {
    return this.site.services.helpdesk.invitations.findCurrent(this.jane);
  }

  newSystem(scopes: readonly Permission[] = ['user:find']): Record<string, string> {
    const { latest } = lastDayRange(this.site.clock.now());
    const limits = { networks: '', requestsPerMinute: '6000', lastDay: latest };
    const ticked = scopes.map((scope) => [`scope-${scope}`, 'on']);
    return { name: `System ${this.number}`, ...limits, ...Object.fromEntries(ticked) };
  }

  async system(): Promise<ServiceAccount | null> {
    const accounts = await this.site.services.serviceAccounts.accounts.list(this.jane.domain, 1_000);
    return accounts.find(({ name }) => name === `System ${this.number}`) ?? null;
  }

  /** One that two people have agreed to. @returns the field that names it */
  async madeSystem(scopes?: readonly Permission[]): Promise<{ serviceAccountId: string }> {
    await this.doByTwo(NEW_SERVICE_ACCOUNT, 'requestServiceAccountAction', this.newSystem(scopes));
    const account = await this.system();
    if (!account) throw new Error('the service account is not there');
    return { serviceAccountId: account.id };
  }

  /** The key of a system with these scopes. */
  async keyOfSystem(scopes: readonly Permission[]): Promise<string> {
    const shown = await this.do(this.caller, SERVICE_KEYS, 'showKeyAction', await this.madeSystem(scopes));
    if (!('secret' in shown) || shown.secret === undefined) throw new Error('no key was shown');
    return shown.secret;
  }

  /** @returns what the caller fills in for jane, with checks that are not enough */
  reissue(delivery: 'mail' | 'phone'): Record<string, string> {
    const checks = { 'identity-document-detail': '4711XY' };
    const about = { reason: 'new-phone', ticket: 'T-1', oldDevice: 'none', validForMinutes: '0', delivery };
    return { ...this.who, ...about, ...checks };
  }

  newcomer(): Record<string, string> {
    const userId = `new.${this.number}`;
    return { userId, displayName: 'New', mailAddresses: `${userId}@example.org`, language: 'en', group: '' };
  }
}

/** @property caller has every role but the one that goes on alone @property second approves */
type Staff = { caller: User; second: User };

export async function hireStaff(people: SitePeople): Promise<Staff> {
  const roles = ROLES.filter((role) => role !== 'break-glass');
  return { caller: await people.add('caller', roles), second: await people.add('second', ['helpdesk-approver']) };
}

/** How each action of the staff area is carried out for real, by its name: all but those that decide and those that ask. */
export const STAFF_ACTS: Readonly<Record<string, (scene: StaffScene) => Promise<Act>>> = {
  async reissueAction(scene) {
    return {
      fields: scene.reissue('mail'),
      hasHappened: async () => (await scene.invitation())?.state === 'live',
    };
  },
  async requestRemovalAction(scene) {
    const device = await scene.device();
    return {
      fields: { ...scene.who, ...device, reason: 'lost', ticket: 'T-1' },
      hasHappened: async () => (await scene.stateOf(device)) === 'removed',
    };
  },
  async requestUnlockingAction(scene) {
    const device = await scene.device();
    const system = await scene.keyOfSystem(['device:lock']);
    await scene.api.call(system, 'PATCH', `/people/${scene.jane.userId}/devices/${device.instanceId}`, {
      state: 'locked',
    });
    return {
      fields: { ...scene.who, ...device, ticket: 'T-1' },
      hasHappened: async () => (await scene.stateOf(device)) === 'active',
    };
  },
  async askToLiftAction(scene) {
    const { freezes } = scene.site.services.helpdesk;
    await scene.do(scene.janesBrowser, OWN_PROFILE, 'freezeAction', {});
    return {
      fields: { ...scene.who, ticket: 'T-1', callBack: '+49 30 1234567' },
      hasHappened: async () => !(await freezes.isFrozen(scene.jane)),
    };
  },
  async closeCaseAction(scene) {
    await scene.do(scene.janesBrowser, OWN_PROFILE, 'freezeAction', {});
    const { helpdesk } = scene.site.services;
    const opened = await helpdesk.cases.findOpenFreeze(scene.jane);
    if (!opened) throw new Error('no case');
    return {
      fields: { reference: opened.reference },
      hasHappened: async () => (await helpdesk.cases.findOpenFreeze(scene.jane)) === null,
    };
  },
  async giveRoleAction(scene) {
    return {
      fields: { ...scene.who, role: 'auditor' },
      hasHappened: async () => (await scene.readJane())?.roles.includes('auditor') === true,
    };
  },
  async requestServiceAccountAction(scene) {
    return { fields: scene.newSystem(), hasHappened: async () => (await scene.system()) !== null };
  },
  async saveScopesAction(scene) {
    const system = await scene.madeSystem();
    return {
      fields: { ...system, 'scope-user:find': 'on', 'scope-account:manage': 'on' },
      hasHappened: async () => (await scene.system())?.scopes.includes('account:manage') === true,
    };
  },

  async endAction(scene) {
    const fields = await scene.madeSystem();
    return { fields, hasHappened: async () => Boolean((await scene.system())?.endedAt) };
  },
  async endKeyAction(scene) {
    const system = await scene.madeSystem();
    await scene.do(scene.caller, SERVICE_KEYS, 'showKeyAction', system);
    const findKey = async () => (await scene.system())?.keys[0];
    return {
      fields: { ...system, keyId: (await findKey())?.id ?? '' },
      hasHappened: async () => {
        const key = await findKey();
        return key !== undefined && !opens(key, scene.site.clock.now());
      },
    };
  },
  async suspendAction(scene) {
    const fields = await scene.madeSystem();
    return { fields, hasHappened: async () => Boolean((await scene.system())?.suspendedAt) };
  },
  async resumeAction(scene) {
    const fields = await scene.madeSystem();
    await scene.do(scene.caller, SERVICE_ACCOUNT, 'suspendAction', fields);
    return { fields, hasHappened: async () => (await scene.system())?.suspendedAt === null };
  },
  async saveLimitsAction(scene) {
    const { name: _name, ...limits } = scene.newSystem();
    return {
      fields: { ...limits, ...(await scene.madeSystem()), requestsPerMinute: '5999' },
      hasHappened: async () => (await scene.system())?.requestsPerMinute === 5_999,
    };
  },
  async showKeyAction(scene) {
    const fields = await scene.madeSystem();
    return { fields, hasHappened: async () => (await scene.system())?.keys.length === 1 };
  },
  async replaceKeyAction(scene) {
    const system = await scene.madeSystem();
    await scene.do(scene.caller, SERVICE_KEYS, 'showKeyAction', system);
    return {
      fields: { ...system, overlap: 'none' },
      hasHappened: async () => (await scene.system())?.keys.length === 2,
    };
  },
  async addReturnAddressAction(scene) {
    return {
      fields: { ...(await scene.madeSystem()), ...RETURN },
      hasHappened: async () => (await scene.system())?.returnAddresses.length === 1,
    };
  },
  async removeReturnAddressAction(scene) {
    const system = await scene.madeSystem();
    await scene.do(scene.caller, RETURN_ADDRESSES, 'addReturnAddressAction', { ...system, ...RETURN });
    return {
      fields: { ...system, returnUrl: RETURN.returnUrl },
      hasHappened: async () => (await scene.system())?.returnAddresses.length === 0,
    };
  },

  async createAccountAction(scene) {
    const fields = scene.newcomer();
    const { users } = scene.site.services.accounts;
    return {
      fields,
      hasHappened: async () => (await users.find(fields['userId'] ?? '', scene.jane.domain)) !== null,
    };
  },
  async sendLinkAction(scene) {
    const newcomer = scene.newcomer();
    const userId = newcomer['userId'] ?? '';
    await scene.do(scene.caller, NEW_USER, 'createAccountAction', newcomer);
    return { fields: { userId }, hasHappened: async () => (await scene.mailbox.about(userId)).length === 2 };
  },
  async changeContactsAction(scene) {
    const read = () => scene.site.services.helpdesk.contacts.contactsOf(scene.jane);
    const phoneNumbers = '+4930123456';
    return {
      fields: { ...scene.who, phoneNumbers, managerUserId: '', shown: contactsVersion(await read()) },
      hasHappened: async () => (await read()).phoneNumbers.some(({ number }) => number === phoneNumbers),
    };
  },
  async changeDetailsAction(scene) {
    const { jane } = scene;
    const details = {
      displayName: 'Jane Roe',
      mailAddresses: jane.mailAddresses.join('\n'),
      language: 'en',
      group: '',
    };
    return {
      fields: { ...scene.who, ...details, shown: detailsVersion(jane) },
      hasHappened: async () => (await scene.readJane())?.displayName === 'Jane Roe',
    };
  },
  async deleteAccountAction(scene) {
    const isGoing = async () => {
      const account = await scene.account();
      return account === null || account.removalRequestedAt !== null;
    };
    return { fields: scene.who, hasHappened: isGoing };
  },
  async disableAccountAction(scene) {
    return { fields: scene.who, hasHappened: async () => Boolean((await scene.account())?.disabledAt) };
  },
  async enableAccountAction(scene) {
    await scene.do(scene.caller, USERS, 'disableAccountAction', scene.who);
    return { fields: scene.who, hasHappened: async () => (await scene.account())?.disabledAt === null };
  },
  async endAccountSessionsAction(scene) {
    return { fields: scene.who, hasHappened: () => isSignedOut(scene) };
  },
  async takeRoleAction(scene) {
    return {
      fields: { ...scene.who, role: 'user' },
      hasHappened: async () => (await scene.readJane())?.roles.length === 0,
    };
  },

  async endSessionsAction(scene) {
    return { fields: scene.who, hasHappened: () => isSignedOut(scene) };
  },
  async lockDeviceAction(scene) {
    const device = await scene.device();
    return {
      fields: { ...scene.who, ...device },
      hasHappened: async () => (await scene.stateOf(device)) === 'locked',
    };
  },
  async undoLockAction(scene) {
    const device = await scene.device();
    await scene.do(scene.caller, HELPED, 'lockDeviceAction', { ...scene.who, ...device });
    return {
      fields: { ...scene.who, ...device },
      hasHappened: async () => (await scene.stateOf(device)) === 'active',
    };
  },
  async confirmReadOutAction(scene) {
    await scene.doByTwo(REISSUE, 'reissueAction', scene.reissue('phone'));
    const { invitationLink } = await scene.mailbox.newest(scene.jane.userId, 'invitation');
    const { showReadOutAction } = await import('@/app/invitation/actions');
    const shown = await scene.site.by(new Browser(), () => showReadOutAction(FakeMailbox.tokenOf(invitationLink)));
    if (!('ok' in shown) || !shown.ok) throw new Error(JSON.stringify(shown));
    return {
      fields: { invitationId: shown.invitationId, code: shown.code },
      hasHappened: async () => (await scene.invitation())?.state === 'opened',
    };
  },
  async revokeInvitationAction(scene) {
    await scene.doByTwo(REISSUE, 'reissueAction', scene.reissue('mail'));
    const id = (await scene.invitation())?.id;
    if (!id) throw new Error('nobody is invited');
    const { invitations } = scene.site.services.helpdesk;
    return {
      fields: { invitationId: id },
      hasHappened: async () => (await invitations.find(id, 'example.org'))?.state === 'revoked',
    };
  },
  async saveNameAction(scene) {
    const { shown, read } = await organisationOf(scene);
    const organisation = `Bank ${scene.number}`;
    return { fields: { shown, organisation }, hasHappened: async () => (await read()).name === organisation };
  },
  async saveHelpdeskAction(scene) {
    const { shown, read } = await organisationOf(scene);
    const helpdeskName = `Desk ${scene.number}`;
    return {
      fields: { shown, helpdeskName, phone: '+49 30 1234567' },
      hasHappened: async () => (await read()).contact?.name === helpdeskName,
    };
  },
  async saveColoursAction(scene) {
    const { read, save } = await organisationOf(scene);
    await save({ colours: null });
    const { shown } = await organisationOf(scene);
    return {
      fields: { shown, light: '#0b5a60', dark: '#7fd1c7' },
      hasHappened: async () => (await read()).colours !== null,
    };
  },
  async saveLogoAction(scene) {
    const { read, save } = await organisationOf(scene);
    await save({ logo: SETUP_LOGO });
    const { shown } = await organisationOf(scene);
    return { fields: { shown, remove: 'yes' }, hasHappened: async () => (await read()).logo === null };
  },
  async replayMessageAction(scene) {
    const { outbox } = scene.site.services.messaging;
    const now = scene.site.clock.now();
    await scene.do(scene.caller, NEW_USER, 'createAccountAction', scene.newcomer());
    const [leased] = await outbox.lease('mail', now, scene.site.clock.in(MINUTE), 1_000);
    if (!leased) throw new Error('no mail waits');
    const { id } = leased.delivery;
    await outbox.bury(id, leased.attempt, now, 'fault');
    return {
      fields: { messageId: id },
      hasHappened: async () => (await outbox.listDead(EVERY_DOMAIN, 1_000)).every((dead) => dead.id !== id),
    };
  },
};

async function isSignedOut({ site, janesBrowser }: StaffScene): Promise<boolean> {
  return (await site.visitorOf(janesBrowser)) === null;
}

/** @returns the version that the page of the setup would show */
async function organisationOf({ site, caller }: StaffScene) {
  const { organisation: store } = site.services.organisation;
  const read = () => store.read();
  const before = await read();
  const save = async (changed: Partial<Organisation>) => {
    const by = (await site.visitorOf(caller))?.user;
    if (!by) throw new Error('nobody is signed in');
    const after = { ...before, ...changed, version: before.version + 1 };
    const saved = await store.save(after, by, { events: [], messages: [] });
    if (!saved.ok) throw new Error(saved.refusal);
  };
  return { shown: String(before.version), read, save };
}
