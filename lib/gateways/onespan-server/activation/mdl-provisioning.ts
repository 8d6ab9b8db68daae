import type { UserKey } from '../../../shared/identifiers/user-key';
import { bytesFromHex, hexFromBytes } from '../../../shared/bytes';
import { parseInstanceId } from '../../../shared/identifiers/instance-id';
import type { InstanceId } from '../../../activation/activation';
import { writeAttributes, type Attributes } from '../soap/attributes';
import { isSuccess, readOutcome, type Answer, type Fields } from '../soap/outcome';
import type { SoapClient } from '../soap/soap-client';
import type { XmlElement } from '../soap/xml-element';

/**
 * `provisioningExecute` (OneSpan §4.2): multi-device licensing step by step, in the attribute style. Its inputs are
 * documented, except for the name of the device code. Its outputs are not: that fields which are also inputs keep their
 * names is inferred, and so are the names of the messages and of the device.
 */
type Command = `PROVISIONCMD_MDL_${'REGISTER' | 'ADD_DEVICE' | 'ACTIVATE'}`;

/** Contains both activation messages. */
const MESSAGE = 'PROVFLD_ACTIVATION_MESSAGE';

/** For an offline activation (OneSpan §4.2). */
const OFFLINE = 1;

export type MdlRegistered = UserKey & {
  registrationIdentifier: string;
  /** Hexadecimal in upper case, as message 2. */
  activationMessage1: string;
};

/**
 * Authenticates the user and starts an offline activation. The server chooses among the user's licences: no field is
 * known for it.
 * @param staticPassword or a one-time password (OneSpan §6.1)
 */
export function registerForMdl(
  soap: SoapClient,
  { componentType, user, staticPassword }: { componentType: string; user: UserKey; staticPassword: string },
): Promise<Answer<MdlRegistered>> {
  const attributes = {
    PROVFLD_USERID: user.userId,
    PROVFLD_DOMAIN: user.domain,
    PROVFLD_COMPONENT_TYPE: componentType,
    PROVFLD_STATIC_PASSWORD: staticPassword,
    PROVFLD_ACTIVATION_TYPE: OFFLINE,
  };
  return execute(soap, 'PROVISIONCMD_MDL_REGISTER', attributes, (fields) => ({
    userId: fields['PROVFLD_USERID'] || user.userId,
    domain: fields['PROVFLD_DOMAIN'] || user.domain,
    registrationIdentifier: needed(fields, 'PROVFLD_REGISTRATIONID'),
    activationMessage1: neededMessage(fields),
  }));
}

type Registration = { componentType: string; registrationIdentifier: string };

/** @returns activation message 2 */
export function addDeviceForMdl(
  soap: SoapClient,
  registration: Registration,
  deviceCode: string,
): Promise<Answer<string>> {
  const attributes = { ...attributesOf(registration), PROVFLD_DEVICE_CODE: deviceCode };
  return execute(soap, 'PROVISIONCMD_MDL_ADD_DEVICE', attributes, neededMessage);
}

/**
 * A signature that arrives twice is at worst refused the second time, and the device's record shows that it was taken.
 * @returns the device; null when the reply does not name it
 */
export function activateForMdl(
  soap: SoapClient,
  registration: Registration,
  signature: string,
): Promise<Answer<{ instanceId: InstanceId | null }>> {
  const attributes = { ...attributesOf(registration), PROVFLD_SIGNATURE: signature };
  return execute(soap, 'PROVISIONCMD_MDL_ACTIVATE', attributes, deviceIn, true);
}

function deviceIn({ PROVFLD_SERNO: serialNumber = '' }: Fields): { instanceId: InstanceId | null } {
  return { instanceId: parseInstanceId(serialNumber) && serialNumber };
}

function attributesOf({ componentType, registrationIdentifier }: Registration): Attributes {
  return { PROVFLD_COMPONENT_TYPE: componentType, PROVFLD_REGISTRATIONID: registrationIdentifier };
}

/** @param read throws Error when the reply is malformed */
function execute<Value>(
  soap: SoapClient,
  command: Command,
  attributes: Attributes,
  read: (fields: Fields) => Value,
  isRepeatable = false,
): Promise<Answer<Value>> {
  const content = `<cmd>${command}</cmd><attributeSet>${writeAttributes(attributes)}</attributeSet>`;
  const readAnswer = (answer: XmlElement): Answer<Value> => {
    const { status, fields } = readOutcome(answer);
    return { status, value: isSuccess(status) ? read(fields) : null };
  };
  return soap.call('Provisioning', 'provisioningExecute', content, readAnswer, isRepeatable);
}

function neededMessage(fields: Fields): string {
  return hexFromBytes(bytesFromHex(needed(fields, MESSAGE))).toUpperCase();
}

function needed(fields: Fields, name: string): string {
  const text = fields[name];
  if (!text) throw new Error(`no ${name}`);
  return text;
}
