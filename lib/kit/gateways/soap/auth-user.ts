import type { AttributeCommand } from './command';
import { refused } from './command';
import { isFieldsRefusal, readFields } from './attribute-set';
import { changePin } from './change-pin';
import { onlyChild, type XmlElement } from './xml-element';
import type { Account } from '../state/accounts';
import {
  asksForPush,
  authenticate,
  failedAuthentication,
  noteFailure,
  noteSuccess,
  type Verdict,
} from '../state/authenticate';
import { authenticateByPush, waitForPhone } from '../state/authenticate-by-phone';
import { answerChallenge, selfAssign } from '../state/self-assign';
import type { AuthenticationServer } from '../state/authentication-server';

/**
 * `authUser` (OneSpan §4.3, §4.5): a static password, a one-time password, or the phone, for a registered component. It waits for the
 * phone with the authentication type SCAN and a challenge's key, and where the policy takes the password as a request
 * to push. What the policy takes as a request has a one-time password sent, which is typed with the challenge's key. With the
 * password format of separate fields it changes the server PIN.
 */
export const authUser: AttributeCommand = {
  style: 'attributes',
  interface: 'Authentication',
  async run(server, request) {
    const set = onlyChild(request, 'credentialAttributeSet');
    if (formatOf(set) === String(server.options.separatePasswordFormat)) return changePin(server, set);
    const fields = readFields(
      set,
      ['CREDFLD_USERID', 'CREDFLD_COMPONENT_TYPE', 'CREDFLD_PASSWORD_FORMAT'],
      ['CREDFLD_DOMAIN', 'CREDFLD_PASSWORD', 'CREDFLD_AUTH_TYPE', 'CREDFLD_CHALLENGE_KEY', 'CREDFLD_CHALLENGE_MESSAGE'],
    );
    if (isFieldsRefusal(fields)) return refused(fields.status, fields.message);
    const valueOf = (name: string) => fields.get(name)?.value ?? '';
    if (valueOf('CREDFLD_PASSWORD_FORMAT') !== '0') return refused('STAT_INVDATA', 'Unknown password format');
    if (!server.options.components[valueOf('CREDFLD_COMPONENT_TYPE')])
      return refused('STAT_COMPONENT', 'No such client component is registered');
    const registers = server.options.components[valueOf('CREDFLD_COMPONENT_TYPE')]?.registers === true;
    const [userId, domain] = [valueOf('CREDFLD_USERID'), valueOf('CREDFLD_DOMAIN')];
    const account =
      server.accounts.find(userId, domain) ??
      (registers ? registerFromDirectory(server, userId, valueOf('CREDFLD_PASSWORD')) : null);
    if (fields.has('CREDFLD_AUTH_TYPE') && valueOf('CREDFLD_AUTH_TYPE') !== SCAN)
      return refused('STAT_INVDATA', 'Unknown authentication type');
    const { virtualAuthenticator: virtual } = server.options;
    const sendsChallenges = virtual !== null || server.hardware.list().some(({ kind }) => kind === 'challenge');
    if (fields.has('CREDFLD_CHALLENGE_KEY') && !fields.has('CREDFLD_AUTH_TYPE') && !sendsChallenges)
      return refused('STAT_INVDATA', 'CREDFLD_CHALLENGE_KEY: no challenge is sent here');
    if (virtual && account && isActive(account) && server.virtual.isRequest(account, valueOf('CREDFLD_PASSWORD'))) {
      const key = server.virtual.send(account);
      if (key === null) return refused('STAT_DIGIPASS_NOT_AVAILABLE', 'No virtual authenticator was found');
      return {
        status: virtual.reply === 'success' ? 'STAT_SUCCESS' : 'STAT_INVCREDENTIALS',
        attributes: { CREDFLD_USERID: account.userId, CREDFLD_DOMAIN: account.domain, CREDFLD_CHALLENGE_KEY: key },
      };
    }
    const verdict = await verify(server, account, valueOf);
    if (!verdict.ok || !account) {
      const { status } = verdict.ok ? { status: 'STAT_INVCREDENTIALS' as const } : verdict;
      if (account && !verdict.ok && verdict.challenge) {
        const { key, text } = verdict.challenge;
        return {
          status,
          attributes: { CREDFLD_USERID: account.userId, CREDFLD_CHALLENGE_KEY: key, CREDFLD_CHALLENGE: text },
        };
      }
      return {
        status,
        attributes: { CREDFLD_STATUS_MESSAGE: 'Authentication failed' },
        messages: ['Authentication failed'],
      };
    }
    return {
      status: 'STAT_SUCCESS',
      attributes: {
        CREDFLD_USERID: account.userId,
        CREDFLD_DOMAIN: account.domain,
        CREDFLD_SERIAL_NO: verdict.serialNumber,
        CREDFLD_STATUS_MESSAGE: verdict.statusMessage,
      },
    };
  },
};

/** The only value that anything is known of: by analogy with that of signing (inferred). */
const SCAN = 'SCAN';

async function verify(
  server: AuthenticationServer,
  account: Account | null,
  valueOf: (name: string) => string,
): Promise<Verdict> {
  const password = valueOf('CREDFLD_PASSWORD');
  const key = valueOf('CREDFLD_CHALLENGE_KEY');
  if (account && key !== '' && valueOf('CREDFLD_AUTH_TYPE') === '') {
    if (server.hardware.hasSent(key)) return answerChallenge(server, account, key, password);
    if (isActive(account) && server.virtual.answer(key, account, password))
      return noteSuccess(account, null, server.options.clock.now());
    noteFailure(server, account);
    return failedAuthentication(server, account.isLocked ? 'STAT_LOCKED' : 'STAT_INVCREDENTIALS');
  }
  if (account && valueOf('CREDFLD_AUTH_TYPE') === SCAN) {
    const isRight = password === '' || password === account.staticPassword;
    // A wrong password is refused as without a phone.
    if (isRight) return waitForPhone(server, account, valueOf('CREDFLD_CHALLENGE_KEY'));
    return authenticate(server, account, password);
  }
  const assigned = account && (await selfAssign(server, account, password));
  if (assigned) return assigned;
  const isPush = account !== null && !account.isDisabled && asksForPush(server.options, account, password);
  if (isPush && server.options.pushReply === 'waits')
    return authenticateByPush(server, account, valueOf('CREDFLD_CHALLENGE_MESSAGE'));
  return authenticate(server, account, password);
}

function isActive({ isDisabled, isLocked }: Account): boolean {
  return !isDisabled && !isLocked;
}

/** Dynamic User Registration (OneSpan §6.3): the account of somebody whose password the directory finds right. */
function registerFromDirectory(server: AuthenticationServer, userId: string, password: string): Account | null {
  const entry = server.options.directory.find((one) => one.userId.toLowerCase() === userId.toLowerCase());
  return entry && entry.staticPassword === password ? server.accounts.add(entry) : null;
}

function formatOf(set: XmlElement | null): string | null {
  const attribute = set?.children.find((one) => onlyChild(one, 'attributeID')?.text === 'CREDFLD_PASSWORD_FORMAT');
  return attribute ? (onlyChild(attribute, 'value')?.text ?? null) : null;
}
