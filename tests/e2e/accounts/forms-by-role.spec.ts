import { expect, request as requests, type APIRequestContext, type Browser } from '@playwright/test';
import { ACTION_POLICY } from '@/lib/accounts/policy/action-policy';
import { rolesWith, type Permission } from '@/lib/accounts/users/permission';
import { ROLES, type Role } from '@/lib/accounts/users/role';
import { DAY } from '@/lib/shared/time/duration';
import { builtActions, builtPages, type BuiltAction } from '../../support/build-surface';
import { hiddenFields, type SentForm } from '../../support/servers/form-in-page';
import { nextAccount, staffAccount, type Account } from '../fixtures/accounts';
import { test } from '../fixtures/isolated-test';
import { createInvitation } from '../flows/create-invitation';
import { openSession } from '../flows/open-session';
import { activateTestPhone } from '../flows/phone-sign-ins';
import { PAGES } from './permission-matrix';

/** Of addresses of one page that differ in what they are about. */
const EACH_PAGE = 2;

type Offered = { path: string; action: BuiltAction; fields: SentForm };

const byId = new Map(builtActions().map((action) => [action.id, action]));

/** Pages of the build, by what their addresses look like. */
const pages = builtPages().map(({ path }) => ({
  path,
  pattern: new RegExp(`^${path.replaceAll(/\[\w+\]/g, '[^/]+')}$`),
}));

const pageOf = (path: string) => pages.find(({ pattern }) => pattern.test(path.replace(/\?.*/, '')))?.path;

const demandOf = ({ file, name }: BuiltAction) => ACTION_POLICY[file]?.[name];

/** Whether it needs nothing but a press, and may end the session that the walk goes by. */
function reduces(action: BuiltAction): boolean {
  const proof = demandOf(action)?.[1];
  return proof === undefined || (typeof proof === 'object' && proof.without === 'reduces');
}

/** What ends the walk's own account comes last. */
function byEnd(one: Offered, other: Offered): number {
  return Number(one.action.name === 'freezeAction') - Number(other.action.name === 'freezeAction');
}

/** Null for an action that is for every session, or for everybody. */
function permissionOf(action: BuiltAction): Permission | null {
  const [who = 'nobody'] = demandOf(action) ?? [];
  return who === 'nobody' || who === 'any session' ? null : who;
}

/** A role that may not send an action. */
function firstWithout(action: BuiltAction): Role | undefined {
  const permission = permissionOf(action);
  return permission === null ? undefined : ROLES.find((role) => !rolesWith(permission).includes(role));
}

function actionNamed(name: string): BuiltAction {
  const action = [...byId.values()].find((one) => one.name === name);
  if (!action) throw new RangeError(name);
  return action;
}

class Visitor {
  readonly role: Role;
  readonly #account: Account;
  readonly request: APIRequestContext;
  readonly #url: string;

  private constructor(role: Role, account: Account, request: APIRequestContext, url: string) {
    this.role = role;
    this.#account = account;
    this.request = request;
    this.#url = url;
  }

  static async signIn(role: Role, account: Account, url: string): Promise<Visitor> {
    const visitor = new Visitor(role, account, await requests.newContext({ baseURL: url }), url);
    await openSession(visitor, account);
    return visitor;
  }

  /** Opens what this role may open, and what those pages link to. @returns what they offer to send */
  async readPages(first: readonly string[]): Promise<Offered[]> {
    const opened = new Map<string, number>();
    const offered = new Map<string, Offered>();
    const seen = new Set(first);
    // Grows while it is walked.
    for (const path of seen) {
      const page = pageOf(path);
      if (page === undefined || (opened.get(page) ?? 0) >= EACH_PAGE) continue;
      const answer = await this.request.get(path);
      if (!answer.ok()) continue;
      opened.set(page, (opened.get(page) ?? 0) + 1);
      const html = await answer.text();
      for (const one of readOffered(path, html)) offered.set(`${one.action.id} ${JSON.stringify(one.fields)}`, one);
      for (const [, link = ''] of html.matchAll(/href="(\/[^"#]*)/g)) seen.add(link.replaceAll('&amp;', '&'));
    }
    return [...offered.values()];
  }

  /** Sends an action as a page does. @returns what it answered */
  async send(path: string, { id }: BuiltAction, fields: SentForm): Promise<string> {
    const answer = await this.#post(path, id, fields);
    if (!answer.includes('"code":"signed-out"') && !answer.startsWith('to /sign-in')) return answer;
    await openSession(this, this.#account);
    return answer.startsWith('to ') ? answer : this.#post(path, id, fields);
  }

  async #post(path: string, id: string, fields: SentForm): Promise<string> {
    // As React encodes a form's latest answer and its fields, which come first.
    const multipart = new FormData();
    for (const [name, text] of Object.entries(fields)) multipart.set(`_1_${name}`, text);
    multipart.set('0', '[{"status":"idle"},"$K1"]');
    const answer = await this.request.post(path, {
      headers: { origin: this.#url, accept: 'text/x-component', 'next-action': id },
      multipart,
      maxRedirects: 0,
    });
    const to = answer.headers()['x-action-redirect'] ?? answer.headers()['location'];
    return to === undefined ? `${answer.status()} ${await answer.text()}` : `to ${to}`;
  }

  leave(): Promise<void> {
    return this.request.dispose();
  }
}

/** The forms of a page with what is hidden in them, and the actions that its scripts send. */
function readOffered(path: string, html: string): Offered[] {
  const ids = new Set(html.match(/\b[0-9a-f]{42}\b/g));
  const forms = html
    .split('<form')
    .slice(1)
    .map((part) => part.split('</form')[0] ?? '');
  return [...ids].flatMap((id) => {
    const action = byId.get(id);
    if (!action || permissionOf(action) === null) return [];
    const own = forms.filter((form) => form.includes(id)).map((form) => hiddenFields(form));
    return (own.length > 0 ? own : [{}]).map((fields) => ({ path, action, fields: typed(fields) }));
  });
}

/** Without the action's own, which the header names. */
function typed(fields: SentForm): SentForm {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith('$')));
}

const pageOfPerson = ({ userId }: Account) => `/helpdesk/users/${userId}`;

/** Something of each kind that staff decide or look at. @returns where it is */
async function setScene(
  browser: Browser,
  url: string,
  people: Record<'jane' | 'invited' | 'lost' | 'frozen', Account>,
) {
  const [agent, administrator] = await Promise.all([
    Visitor.signIn('helpdesk-agent', staffAccount('helpdesk-agent', 1), url),
    Visitor.signIn('administrator', staffAccount('administrator', 1), url),
  ]);
  const phone = await activateTestPhone(browser, url, people.jane);
  await (await activateTestPhone(browser, url, people.frozen)).freeze();
  const sent = await createInvitation(agent, people.invited.userId);
  const asked = await createInvitation(agent, people.lost.userId, { reason: 'lost', 'number-called': '' });
  const lastDay = new Date(Date.now() + 30 * DAY).toISOString().slice(0, 10);
  const system = { name: 'A system', networks: '', requestsPerMinute: '60', lastDay, 'scope-user:find': 'on' };
  const { instanceId } = phone.device;
  const removal = { userId: people.jane.userId, instanceId, reason: 'lost', ticket: 'T-1' };
  const lift = {
    userId: people.frozen.userId,
    ticket: 'T-2',
    callBack: '+49 30 23125002',
    identityDocument: '4711XY',
    manager: '',
  };
  const answers = [
    await agent.send(pageOfPerson(people.jane), actionNamed('requestRemovalAction'), removal),
    await agent.send(pageOfPerson(people.frozen), actionNamed('askToLiftAction'), lift),
    await administrator.send(pageOfPerson(people.jane), actionNamed('giveRoleAction'), {
      userId: 'auditor.1',
      role: 'helpdesk-agent',
    }),
    await administrator.send(
      '/administration/service-accounts/new',
      actionNamed('requestServiceAccountAction'),
      system,
    ),
  ];
  for (const answer of answers) expect(answer).toMatch(/"status":"done"|^to /);
  await Promise.all([agent.leave(), administrator.leave()]);
  const staffs = [...Object.values(people).map(pageOfPerson), '/helpdesk/users/auditor.1', sent, asked];
  return [...staffs, `/helpdesk/users/${people.jane.userId}/reissue`, `/authenticators/${instanceId}`];
}

test('every form that a role sees is sent by that role, and is not refused for lack of a permission', async ({
  browser,
  server,
}) => {
  test.slow();
  const account = () => nextAccount(server);
  const people = { jane: account(), invited: account(), lost: account(), frozen: account() };
  const first = [...PAGES.map(({ path }) => path), ...pages.map(({ path }) => path)];
  const scene = await setScene(browser, server.url, people);
  const refused: string[] = [];
  const unanswered: string[] = [];
  const late: string[] = [];
  const sent = new Set<string>();
  const read = async (role: Role) => {
    const visitor = await Visitor.signIn(role, role === 'user' ? people.jane : staffAccount(role, 2), server.url);
    return { role, visitor, offered: await visitor.readPages([...scene, ...first]) };
  };
  // All before the first is sent, which may take away what another role is shown.
  for (const { role, visitor, offered } of await Promise.all(ROLES.map(read))) {
    const send = async ({ path, action, fields }: Offered) => {
      const answer = await visitor.send(path, action, fields);
      const told = `${role} at ${path}: ${action.name}`;
      sent.add(action.name);
      if (answer.includes('"code":"not-permitted"')) refused.push(told);
      else if (!/^to |"status":|"ok":/.test(answer)) unanswered.push(`${told}: ${answer.slice(0, 200)}`);
    };
    for (const one of offered.filter(({ action }) => !reduces(action))) await send(one);
    // With nothing filled in, an action names the permission before anything else, or the walk above could see nothing.
    for (const action of byId.values()) {
      if (firstWithout(action) !== role) continue;
      const path = action.pages[0]?.replaceAll(/\[\w+\]/g, '0') ?? '/';
      const answer = await visitor.send(path, action, {});
      if (!answer.includes('"code":"not-permitted"')) late.push(`${role}: ${action.name}: ${answer.slice(0, 200)}`);
    }
    for (const one of offered.filter(({ action }) => reduces(action)).toSorted(byEnd)) await send(one);
    await visitor.leave();
  }
  // So that a walk that sees next to nothing is no success.
  expect.soft(sent.size).toBeGreaterThan(35);
  expect.soft(unanswered).toEqual([]);
  expect.soft(late).toEqual([]);
  expect(refused).toEqual([]);
});
