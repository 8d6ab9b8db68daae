import type { GatewayChange } from '../../../accounts/sign-in/gateway-change';
import type { GatewayPasswords } from '../../../accounts/sign-in/gateway-passwords';
import type { UserKey } from '../../../shared/identifiers/user-key';
import type { GatewayError } from '../../../activation/gateway-error';
import { MAXIMUM_CREDENTIAL_LENGTH } from '../../../activation/start/activation-credentials';
import { writeAttributes } from '../soap/attributes';
import { isSuccess, judgeRefusedChange, readOutcome, readStatus, type Status } from '../soap/outcome';
import type { SoapClient } from '../soap/soap-client';
import { childOf, type XmlElement } from '../soap/xml-element';
import { escapeXml, isXmlText } from '../soap/xml-text';

/**
 * @property fields which names `updatePassword` takes the new password's fields by: the reference of commands and the
 *   programmer's guide disagree (OneSpan §4.10)
 */
export type PasswordSettings = {
  componentType: string;
  keptBy: 'server' | 'directory';
  fields: 'reference' | 'guide';
};

type Passwords = { current: string; new: string };

/** Names of the current password, the new one, and the new one once more. */
const FIELDS = {
  reference: ['CREDFLD_STATIC_PASSWORD', 'CREDFLD_NEW_STATIC_PASSWORD', 'CREDFLD_CONFIRM_STATIC_PASSWORD'],
  guide: ['CREDFLD_PASSWORD', 'CREDFLD_NEW_STATIC_PASSWORD', 'CREDFLD_CONFIRM_NEW_STATIC_PASSWORD'],
} as const;

/**
 * Changes static passwords by OneSpan Authentication Server: its own, or those of the directory behind it (OneSpan §4.10).
 * That `updatePassword` wraps its fields as `authUser` does is inferred.
 */
export class OneSpanServerPasswords implements GatewayPasswords {
  readonly keptBy: 'server' | 'directory';
  readonly #soap: SoapClient;
  readonly #settings: PasswordSettings;
  readonly #onRejection: (rejection: GatewayError) => void;

  /** @param onRejection told what the server says to a new password, of which no code is published */
  constructor(soap: SoapClient, settings: PasswordSettings, onRejection: (rejection: GatewayError) => void) {
    this.keptBy = settings.keptBy;
    this.#soap = soap;
    this.#settings = settings;
    this.#onRejection = onRejection;
  }

  async change(user: UserKey, passwords: Passwords): Promise<GatewayChange> {
    const { current } = passwords;
    if (current === '' || current.length > MAXIMUM_CREDENTIAL_LENGTH || !isXmlText(current)) return 'wrong';
    if (passwords.new === '' || !isXmlText(passwords.new)) return 'rejected';
    const [command, status] = await requestChange(this.#soap, this.#settings, user, passwords);
    return isSuccess(status) ? 'changed' : judgeRefusedChange(command, status, this.#onRejection);
  }
}

/** @returns the command that the settings choose, and its status. @throws GatewayError */
export async function requestChange(
  soap: SoapClient,
  { keptBy, componentType, fields }: PasswordSettings,
  { userId, domain }: UserKey,
  passwords: Passwords,
): Promise<[command: string, status: Status]> {
  if (keptBy === 'directory') {
    const content = [
      `<componentType>${escapeXml(componentType)}</componentType>`,
      `<user><userID>${escapeXml(userId)}</userID><domain>${escapeXml(domain)}</domain></user>`,
      `<credential><staticPassword>${escapeXml(passwords.current)}</staticPassword></credential>`,
      `<newStaticPassword>${escapeXml(passwords.new)}</newStaticPassword>`,
    ].join('');
    return ['changeBackendPassword', await soap.call('Authentication', 'changeBackendPassword', content, readTyped)];
  }
  const [current, changed, confirmed] = FIELDS[fields];
  const credential = writeAttributes({
    CREDFLD_COMPONENT_TYPE: componentType,
    CREDFLD_USERID: userId,
    CREDFLD_DOMAIN: domain,
    [current]: passwords.current,
    [changed]: passwords.new,
    [confirmed]: passwords.new,
  });
  const content = `<credentialAttributeSet>${credential}</credentialAttributeSet>`;
  const { status } = await soap.call('Authentication', 'updatePassword', content, readOutcome);
  return ['updatePassword', status];
}

function readTyped(answer: XmlElement): Status {
  return readStatus(childOf(answer, 'status'));
}
