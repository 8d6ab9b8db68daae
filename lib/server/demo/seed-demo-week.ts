import type { User } from '../../accounts/users/user';
import { cancelActivation } from '../../activation/cancel-activation';
import { changeAuthenticator } from '../../devices/change-authenticator';
import { startReplacement } from '../../devices/replacement/start-replacement';
import { openInvitation } from '../../helpdesk/invitations/open-invitation';
import { requestAsAgent, type TypedReissue } from '../../helpdesk/desk/reissue/request-as-agent';
import { requestRemoval } from '../../helpdesk/desk/removal/request-removal';
import type { LoginDevice } from '../../phone/login/login-steps';
import { DAY, HOUR, MINUTE, SECOND } from '../../shared/time/duration';
import { principal, type DemoSite } from './demo-site';
import { must } from './must';
import { addSystems } from './add-systems';

/** How long before the present the accounts are added. */
export const WEEK_MS = 7 * DAY + HOUR;

/** Everything that happened on a site in its first week, so that each page has something to show. */
export async function seedDemoWeek(site: DemoSite, password: string): Promise<void> {
  const devices = await firstDays(site, password);
  await addSystems(site);
  await troubles(site, devices);
  await helped(site, devices);
  await today(site, devices);
  // Counts of refused attempts that are still in memory.
  await site.services.accounts.rateLimiter.flush();
}

type Devices = Record<'ada' | 'grace' | 'jane' | 'max', LoginDevice>;

async function firstDays(site: DemoSite, password: string): Promise<Devices> {
  await site.moveTo(7 * DAY);
  await site.signIn('jane.doe', password);
  const jane = await site.user('jane.doe');
  const oldPhone = await site.activate(jane, 'Old phone', 74 * SECOND);
  await site.moveTo(7 * DAY - 2 * HOUR);
  const ada = await site.activate(await site.user('ada.lovelace'), 'Pixel 9', 48 * SECOND);
  await site.moveTo(6 * DAY);
  const grace = await site.activate(await site.user('grace.hopper'), 'Galaxy S24', 63 * SECOND);
  await site.moveTo(6 * DAY - HOUR);
  const max = await site.activate(await site.user('max.planck'), 'Diensthandy', 122 * SECOND);
  await site.moveTo(6 * DAY - 3 * HOUR);
  await site.activate(await site.user('jan.oort'), 'iPhone', 39 * SECOND);
  await site.moveTo(5 * DAY);
  const tablet = await site.activate(jane, 'Tablet', 55 * SECOND);
  await site.tryOut(jane, tablet);
  await site.moveTo(5 * DAY - 4 * HOUR);
  await site.activate(await site.user('maria.curie'), 'Téléphone de Maria', 91 * SECOND);

  // The old phone works until the new one has been tried out, and is removed a day later.
  await site.moveTo(4 * DAY);
  must(await startReplacement(site.services.devices, jane, oldPhone.instanceId, site.from(jane)));
  const newPhone = await site.activate(jane, 'Pixel 9', 44 * SECOND);
  site.pass(30 * SECOND);
  await site.tryOut(jane, newPhone);
  return { ada, grace, jane: newPhone, max };
}

/** What did not go well. */
async function troubles(site: DemoSite, { ada }: Devices): Promise<void> {
  const alan = await site.user('alan.turing');
  await site.moveTo(4 * DAY - 2 * HOUR);
  await site.signIn('alan.turing', 'not my password');
  const [cancelled] = await site.show(alan, 'Phone');
  site.pass(2 * MINUTE);
  must(await cancelActivation(site.services.activation, principal(alan), cancelled.id, site.from(alan)));
  await site.moveTo(4 * DAY - 3 * HOUR);
  await site.show(alan, 'Phone');
  // The image expires meanwhile.
  await site.moveTo(3 * DAY);
  await site.activate(alan, 'Phone', 140 * SECOND);
  await site.moveTo(3 * DAY - HOUR);
  await site.guessWrong(await site.user('niels.bohr'), 'Phone');
  await site.moveTo(3 * DAY - 2 * HOUR);
  const lovelace = await site.user('ada.lovelace');
  await site.signInWithPhone(lovelace, ada);
  await site.moveTo(3 * DAY - 5 * HOUR);
  await site.signInWithPhone(lovelace, ada, false);
  await site.moveTo(3 * DAY - 6 * HOUR);
  await site.tryOut(lovelace, ada, '000000');
  await site.tryOut(lovelace, ada);
}

async function helped(site: DemoSite, { grace, max }: Devices): Promise<void> {
  const { helpdesk, devices } = site.services;
  const agent = await site.user('helpdesk');
  await site.moveTo(2 * DAY);
  const hopper = await site.user('grace.hopper');
  const failed: Partial<TypedReissue> = { reason: 'failed', oldDevice: { instanceId: grace.instanceId, fate: 'lock' } };
  const typedByAgent = await reissue(site, hopper, 'INC-20417', failed);
  const invited = must(await requestAsAgent(helpdesk, principal(agent), hopper, typedByAgent, site.from(agent)));
  await site.settle();
  site.pass(6 * MINUTE);
  const input = { token: site.linkToken(hopper), code: '', password: '' };
  must(await openInvitation(helpdesk, input, principal(hopper), site.from(hopper)));
  await site.activate(hopper, 'New Galaxy', 68 * SECOND, invited.id);

  await site.moveTo(2 * DAY - 3 * HOUR);
  const planck = await site.user('max.planck');
  must(await changeAuthenticator(devices, planck, max.instanceId, { kind: 'lock' }, site.from(planck)));
  await site.moveTo(DAY + 4 * HOUR);
  const glass = { instanceId: max.instanceId, reason: 'stolen', ticket: 'INC-20466' } as const;
  const justification = 'The phone was stolen at an airport, and no approver answers.';
  must(await requestRemoval(helpdesk, principal(agent), planck, { ...glass, justification }, site.from(agent)));
  await site.moveTo(DAY);
  await site.activate(await site.user('katherine.johnson'), 'iPhone 16', 52 * SECOND);
  await site.moveTo(DAY - 2 * HOUR);
  await site.activate(await site.user('rosalind.franklin'), 'iPhone SE', 80 * SECOND);
}

async function today(site: DemoSite, { ada, jane }: Devices): Promise<void> {
  const { helpdesk } = site.services;
  const agent = await site.user('helpdesk');
  const doe = await site.user('jane.doe');
  await site.moveTo(3 * HOUR);
  await site.activate(await site.user('srinivasa.ramanujan'), 'Galaxy A55', 59 * SECOND);
  await site.moveTo(2 * HOUR);
  await site.signInWithPhone(doe, jane);
  await site.moveTo(HOUR);
  // Its image expires too.
  await site.show(await site.user('lise.meitner'), 'Handy');
  await site.moveTo(25 * MINUTE);
  const invited = async (userId: string, ticket: string) => {
    const person = await site.user(userId);
    const input = await reissue(site, person, ticket, { lifetimeMs: DAY });
    must(await requestAsAgent(helpdesk, principal(agent), person, input, site.from(agent)));
  };
  await invited('emmy.noether', 'INC-20519');
  await site.moveTo(12 * MINUTE);
  const lovelace: User = await site.user('ada.lovelace');
  const removal = {
    instanceId: ada.instanceId,
    reason: 'new-phone',
    ticket: 'INC-20523',
    justification: null,
  } as const;
  must(await requestRemoval(helpdesk, principal(agent), lovelace, removal, site.from(agent)));
  await site.moveTo(8 * MINUTE);
  await invited('lise.meitner', 'INC-20524');
  await site.settle();
}

/** What an agent fills in who has called back on the number on record and seen an identity document. */
async function reissue(
  { services: { helpdesk } }: DemoSite,
  user: User,
  ticket: string,
  changes: Partial<TypedReissue>,
): Promise<TypedReissue> {
  const { phoneNumbers } = await helpdesk.contacts.contactsOf(user);
  return {
    reason: 'new-phone',
    reasonText: null,
    ticket,
    oldDevice: null,
    delivery: 'mail',
    lifetimeMs: HOUR,
    checks: {
      notes: [{ method: 'identity-document', detail: '4711XY' }],
      numberCalled: phoneNumbers[0]?.number ?? null,
      managerRequest: null,
      oneTimePassword: null,
      loginRequest: null,
    },
    justification: null,
    ...changes,
  };
}
