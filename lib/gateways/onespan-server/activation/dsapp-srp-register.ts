import type { UserKey } from '../../../shared/identifiers/user-key';
import { isSuccess, readStatus, type Answer } from '../soap/outcome';
import type { SoapClient } from '../soap/soap-client';
import { childOf, textOf, type XmlElement } from '../soap/xml-element';
import { escapeXml } from '../soap/xml-text';

type Registration = {
  componentType: string;
  user: UserKey;
  /** Or a one-time password: both use this field (OneSpan §6.1). */
  staticPassword: string;
  /** Null lets the server choose. */
  serialNumber: string | null;
};

/** User ID and domain as spelt by the server, which the image contains (OneSpan §1.1). */
export type Registered = UserKey & { registrationIdentifier: string; activationPassword: string };

/**
 * `dsappSRPRegister`, in the typed style (OneSpan §4.2): authenticates the user and starts an online activation. The
 * names of the credentials in the reply were seen in a public client.
 */
export async function registerForSrp(
  soap: SoapClient,
  { componentType, user, staticPassword, serialNumber }: Registration,
): Promise<Answer<Registered>> {
  const content = [
    `<componentType>${escapeXml(componentType)}</componentType>`,
    `<user><userID>${escapeXml(user.userId)}</userID><domain>${escapeXml(user.domain)}</domain></user>`,
    `<credential><staticPassword>${escapeXml(staticPassword)}</staticPassword></credential>`,
    '<activationType>0</activationType>',
    serialNumber === null ? '' : `<serialNumber>${escapeXml(serialNumber)}</serialNumber>`,
  ].join('');
  return soap.call('Provisioning', 'dsappSRPRegister', content, readAnswer);
}

/** @throws Error when the reply is malformed */
function readAnswer(answer: XmlElement): Answer<Registered> {
  const status = readStatus(childOf(answer, 'status'));
  if (!isSuccess(status)) return { status, value: null };
  const result = childOf(answer, 'result');
  const user = childOf(result, 'user');
  const value = {
    userId: needed(user, 'userID'),
    domain: textOf(user, 'domain') ?? '',
    registrationIdentifier: needed(result, 'registrationID'),
    activationPassword: needed(result, 'activationPassword'),
  };
  return { status, value };
}

function needed(parent: XmlElement | null, name: string): string {
  const text = textOf(parent, name);
  if (!text) throw new Error(`no ${name}`);
  return text;
}
