import { refusalWords, type RefusalCode } from '@/components/site/forms/refusal-words';
import type { GatewayChange } from '@/lib/accounts/sign-in/gateway-change';
import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import type { Account } from '@/lib/kit/gateways/state/accounts';
import { profileNames } from '@/lib/shared/names/profile-names';
import { PASSWORD } from './adapter-site';
import { required, type AdapterTask, type Tried } from './adapter-task';

const NEW_PASSWORD = 'Another-Password-2';
const [PIN, NEW_PIN] = ['1234', '246813'];
const COMPONENT = 'Self-Registration';

type ChangeWords = { changed: string; wrong: RefusalCode; rejected: RefusalCode };

function tried(change: GatewayChange, words: ChangeWords): Tried {
  if (change === 'changed') return { isDone: true, words: words.changed };
  return { isDone: false, words: refusalWords(words[change]) };
}

/** The site’s own sign-in tells which password is in force. */
async function signsInWithNew({ people }: OpenedGateway, { userId, domain }: Account): Promise<string | null> {
  const user = await required(people).users.verifyPassword(userId, domain, NEW_PASSWORD);
  return user === null ? null : 'the new password signs in';
}

const keptPassword = ({ staticPassword }: Account) => `the ${staticPassword === NEW_PASSWORD ? 'new' : 'old'} password`;

function changePassword(keptBy: 'server' | 'directory', call: string): AdapterTask {
  return {
    name: keptBy === 'server' ? 'Change the password' : 'Change the directory’s password',
    calls: { 'onespan-server': [call] },
    options: { passwordsKeptBy: keptBy },
    settings: { passwordChange: { keptBy, fields: 'reference' } },
    async begin(site, gateway) {
      const account = site.addPerson();
      const words: ChangeWords = {
        changed: profileNames.passwordChanged,
        wrong: 'wrong-password',
        rejected: 'password-rejected',
      };
      const passwords = { current: PASSWORD, new: NEW_PASSWORD };
      return {
        attempt: async () => tried(await required(gateway.passwords).change(account, passwords), words),
        failing: refusalWords('password-change-unclear'),
        kept: () => keptPassword(account),
        findInForce: () => signsInWithNew(gateway, account),
      };
    },
  };
}

const learnPassword: AdapterTask = {
  name: 'Use a password that was changed elsewhere',
  calls: { 'onespan-server': ['authUser'] },
  options: { passwordAutolearn: true },
  settings: { learnsPasswords: true },
  async begin(site, gateway) {
    const account = Object.assign(site.addPerson(), { directoryPassword: NEW_PASSWORD });
    const { nextCode } = await site.activate(account);
    const words: ChangeWords = {
      changed: profileNames.synchronised,
      wrong: 'password-or-code-wrong',
      rejected: 'password-rejected',
    };
    return {
      async attempt() {
        const typed = { password: NEW_PASSWORD, oneTimePassword: await nextCode() };
        return tried(await required(gateway.passwordSync).learn(account, typed), words);
      },
      failing: refusalWords('password-change-unclear'),
      kept: () => keptPassword(account),
      findInForce: () => signsInWithNew(gateway, account),
    };
  },
};

const changePin: AdapterTask = {
  name: 'Change the server PIN',
  calls: { 'onespan-server': ['authUser'] },
  settings: { pinChange: { format: 1 } },
  async begin(site, gateway) {
    const account = Object.assign(site.addPerson(), { serverPin: PIN });
    const { nextCode } = await site.activate(account);
    const words: ChangeWords = {
      changed: profileNames.pinChanged,
      wrong: 'pin-or-code-wrong',
      rejected: 'pin-rejected',
    };
    const change = async (current: string) =>
      required(gateway.pins).change(account, { current, new: NEW_PIN, oneTimePassword: await nextCode() });
    return {
      attempt: async () => tried(await change(PIN), words),
      failing: refusalWords('pin-change-unclear'),
      kept: () => `the ${account.serverPin === NEW_PIN ? 'new' : 'old'} PIN`,
      async findInForce() {
        const { userId, domain } = account;
        const password = NEW_PIN + (await nextCode());
        const user = await required(gateway.people).users.verifyPassword(userId, domain, password);
        return user === null ? null : 'the new PIN signs in';
      },
    };
  },
};

const VIRTUAL = { method: 'KeywordPassword', keyword: 'otp', delivery: 'sms' } as const;
const ENTER_THE_CODE = 'The page for the code is shown.';

/** Of one person: what was sent to them. */
function virtualAuthenticator(name: string, isAnswered: boolean): AdapterTask {
  return {
    name,
    calls: { 'onespan-server': ['authUser'] },
    options: { virtualAuthenticator: { ...VIRTUAL, reply: 'success' } },
    settings: { virtualAuthenticator: { ...VIRTUAL, limits: { uses: 3, days: 7 } } },
    async begin(site, gateway) {
      const { inbox } = site.oneSpan.state.virtual;
      inbox.length = 0;
      const account = site.addPerson({ mobile: '+32470123456' });
      const authenticator = required(gateway.virtualAuthenticator);
      const send = () => authenticator.send(account, PASSWORD);
      const lastSent = () => inbox.at(-1)?.oneTimePassword ?? '';
      let key = isAnswered ? await send() : null;
      let answers = 0;
      const answer = async (): Promise<Tried> => {
        // After a code that was not taken, another one is sent.
        if ((answers += 1) > 1) key = await send();
        const isRight = await authenticator.verify(account, key ?? '', lastSent());
        return { isDone: isRight, words: isRight ? 'Signed in.' : refusalWords('one-time-password-wrong') };
      };
      const ask = async (): Promise<Tried> => {
        key = await send();
        // The page is the same for a wrong password, which is not told apart from a right one.
        return { isDone: key !== null, words: ENTER_THE_CODE };
      };
      return {
        attempt: isAnswered ? answer : ask,
        failing: refusalWords('gateway-unreachable'),
        kept: () => (inbox.length === 1 ? '1 message was sent' : `${inbox.length} messages were sent`),
      };
    },
  };
}

const register: AdapterTask = {
  name: 'Register oneself',
  calls: { 'onespan-server': ['authUser'] },
  options: {
    components: {
      'Self-Management Website': { authenticates: true },
      [COMPONENT]: { authenticates: true, registers: true },
    },
  },
  settings: { selfRegistration: 'on', registrationComponentType: COMPONENT },
  async begin({ oneSpan: { state } }, gateway) {
    const key = { userId: `new.${crypto.randomUUID()}`, domain: 'example.org' };
    state.options.directory.push({ userId: key.userId, staticPassword: PASSWORD });
    return {
      async attempt() {
        const isRegistered = await required(gateway.selfRegistration).register(key, PASSWORD);
        return { isDone: isRegistered, words: ENTER_THE_CODE };
      },
      failing: refusalWords('gateway-unreachable'),
      kept: () => (state.accounts.find(key.userId) ? 'an account' : 'no account'),
    };
  },
};

/** What people know, or are sent. */
export const SECRET_TASKS: readonly AdapterTask[] = [
  changePassword('server', 'updatePassword'),
  changePassword('directory', 'changeBackendPassword'),
  learnPassword,
  changePin,
  virtualAuthenticator('Have a one-time password sent', false),
  virtualAuthenticator('Enter the one-time password that was sent', true),
  register,
];
