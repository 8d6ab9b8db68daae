import { authenticate } from '../state/authenticate';
import type { RegisterRefusal } from '../state/free-licences';
import type { TypedCommand } from './command';
import type { StatusName } from './statuses';
import { element, escapeXml } from './write-xml';
import { onlyChild, type XmlElement } from './xml-element';

/** That these are refused is documented, the statuses are ours. */
export const REFUSALS = {
  'activation-limit-reached': { status: 'STAT_ACTIVATION_LIMIT', words: 'License activation limit reached' },
  'type-limit-reached': { status: 'STAT_TYPE_LIMIT', words: 'The limit for this type of DIGIPASS is reached' },
  'no-licence': { status: 'STAT_DIGIPASS_NOT_AVAILABLE', words: 'No DIGIPASS is available' },
} as const satisfies Record<RegisterRefusal, { status: StatusName; words: string }>;

const CHILDREN = new Set(['componentType', 'user', 'credential', 'activationType', 'serialNumber']);

/**
 * `dsappSRPRegister` (OneSpan §4.2): authenticates the person, unless the component's policy does not, and starts the
 * activation. The user and domain in the answer are as the server knows them.
 */
export const dsappSRPRegister: TypedCommand = {
  style: 'typed',
  interface: 'Provisioning',
  async run(server, request) {
    const input = readInput(request);
    if (typeof input === 'string') return { status: 'STAT_MISSINGFLD', messages: [input] };
    const component = server.options.components[input.componentType];
    if (!component) return { status: 'STAT_COMPONENT', messages: ['No such client component is registered'] };
    // 0 is online, and 1 offline, for which multi-device licensing has `provisioningExecute` (inferred).
    if ((input.activationType !== null && !/^\d{1,9}$/.test(input.activationType)) || input.activationType === '1')
      return { status: 'STAT_INVDATA', messages: ['Invalid activation type'] };
    const account = server.accounts.find(input.userId, input.domain);
    if (component.authenticates || !account) {
      const verdict = await authenticate(server, account, input.staticPassword);
      if (!verdict.ok) return { status: verdict.status, messages: ['Authentication failed'] };
      if (!account || verdict.statusMessage !== null)
        return { status: 'STAT_INVCREDENTIALS', messages: ['Authentication failed'] };
    }
    if (input.serialNumber !== null && input.serialNumber !== server.records.licenceOf(account)?.serialNumber)
      return { status: 'STAT_NOT_FOUND', messages: ['The DIGIPASS was not found'] };
    const registered = await server.register(account);
    if (!registered.ok)
      return { status: REFUSALS[registered.refusal].status, messages: [REFUSALS[registered.refusal].words] };
    const { userId, domain, registrationIdentifier, activationPassword } = registered.value;
    return {
      status: 'STAT_SUCCESS',
      result: [
        element('user', element('userID', escapeXml(userId)), element('domain', escapeXml(domain))),
        element('registrationID', registrationIdentifier),
        element('activationPassword', activationPassword),
      ].join(''),
    };
  },
};

type Input = {
  componentType: string;
  userId: string;
  domain: string;
  staticPassword: string;
  activationType: string | null;
  serialNumber: string | null;
};

/** @returns an error, or the input */
function readInput(request: XmlElement): Input | string {
  const stranger = request.children.find(({ name, hasPrefix }) => hasPrefix || !CHILDREN.has(name));
  if (stranger) return `Unexpected element ${stranger.name}`;
  const [user, credential] = [onlyChild(request, 'user'), onlyChild(request, 'credential')];
  const componentType = onlyChild(request, 'componentType')?.text ?? '';
  const userId = (user && onlyChild(user, 'userID')?.text) ?? '';
  if (componentType === '') return 'Mandatory field componentType is missing';
  if (userId === '') return 'Mandatory field userID is missing';
  if (!credential) return 'Mandatory field credential is missing';
  return {
    componentType,
    userId,
    domain: (user && onlyChild(user, 'domain')?.text) ?? '',
    staticPassword: onlyChild(credential, 'staticPassword')?.text ?? '',
    activationType: onlyChild(request, 'activationType')?.text ?? null,
    serialNumber: onlyChild(request, 'serialNumber')?.text ?? null,
  };
}
