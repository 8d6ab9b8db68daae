import { afterSending, type GatewayError } from '../../../activation/gateway-error';
import { MAXIMUM_CREDENTIAL_LENGTH } from '../../../activation/start/activation-credentials';
import type { AssignmentAnswer, AssignmentRequest, HardwareAssignment } from '../../../devices/hardware/hardware-ports';
import type { OneTimePasswordVerdict } from '../../../devices/authenticator-directory';
import type { UserKey } from '../../../shared/identifiers/user-key';
import { askToAuthenticate, authUser, isProved } from '../accounts/auth-user';
import type { NewPendingOperation } from '../../../devices/pending/pending-operation';
import type { Administration } from '../administration/administration';
import { isSameUser, viewRecord, type DigipassRecord } from '../administration/digipass-record';
import type { WaitingCommand } from '../administration/waiting-commands';
import { isAuthenticationRefusal, isRefusal, isSuccess, unforeseen, type Outcome } from '../soap/outcome';
import type { SoapClient } from '../soap/soap-client';
import { isXmlText } from '../soap/xml-text';
import { challengeIn } from './onespan-server-hardware';

/** @property separator behind the serial number in the joined password; empty for none */
export type AssignmentSettings = { componentType: string; by: 'login' | 'administration'; separator: string };

type Ports = {
  soap: SoapClient;
  administration: Administration;
  directory: { testOneTimePassword(instanceId: string, oneTimePassword: string): Promise<OneTimePasswordVerdict> };
  /** Told what the server refuses for another reason than the person's. */
  onRefusal: (refusal: GatewayError) => void;
};

/**
 * Self-assignment (OneSpan §6.3), by a login whose password joins serial number, static password, PIN, response and new PIN, in
 * the order of an old guide, or by a command of administration. Whatever the server says, what counts is read back.
 */
export class OneSpanServerAssignment implements HardwareAssignment {
  readonly #ports: Ports;
  readonly #settings: AssignmentSettings;

  constructor(ports: Ports, settings: AssignmentSettings) {
    this.#ports = ports;
    this.#settings = settings;
  }

  async assign(owner: UserKey, request: AssignmentRequest): Promise<AssignmentAnswer> {
    const { password, response, serialNumber, newPin } = request;
    const isUsable = [password, response].every((text) => text.length <= MAXIMUM_CREDENTIAL_LENGTH && isXmlText(text));
    if (!isUsable || password === '') return REFUSED;
    if (this.#settings.by === 'administration') return this.#prove(owner, request);
    const pin = newPin === null ? '' : newPin + newPin;
    const joined = serialNumber + this.#settings.separator + password + response + pin;
    return this.#readBack(owner, serialNumber, await this.#login(owner, joined));
  }

  async answer(owner: UserKey, serialNumber: string, key: string, response: string): Promise<AssignmentAnswer> {
    if (!/^[0-9A-Za-z]{1,64}$/.test(key) || !/^[0-9A-Fa-f]{1,16}$/.test(response)) return REFUSED;
    return this.#readBack(owner, serialNumber, await this.#login(owner, response, key));
  }

  #login({ userId, domain }: UserKey, password: string, challengeKey?: string): Promise<Outcome> {
    const { componentType } = this.#settings;
    const credential = { userId, domain, componentType, password };
    return askToAuthenticate(this.#ports.soap, { ...credential, ...(challengeKey !== undefined && { challengeKey }) });
  }

  async #readBack(owner: UserKey, serialNumber: string, outcome: Outcome): Promise<AssignmentAnswer> {
    const { status } = outcome;
    const challenge = challengeIn(outcome);
    if (challenge) return { kind: 'challenge', challenge };
    if (isProved(outcome)) return this.#stateOf(owner, serialNumber);
    if (!isSuccess(status) && !isRefusal(status)) throw unforeseen('authUser', status);
    if (!isAuthenticationRefusal(status)) this.#ports.onRefusal(unforeseen('authUser', status));
    return REFUSED;
  }

  /** The response is tried before anything is assigned: whoever only reads a serial number gets nothing. */
  async #prove(owner: UserKey, { serialNumber, password, response }: AssignmentRequest): Promise<AssignmentAnswer> {
    const { soap, administration, directory } = this.#ports;
    const { userId, domain } = owner;
    const { componentType } = this.#settings;
    if (!(await authUser(soap, { userId, domain, componentType, password }))) return REFUSED;
    return afterSending(async () => {
      const isFreeNow = isFree(await viewRecord(administration, serialNumber));
      const isProvedWith = isFreeNow && (await directory.testOneTimePassword(serialNumber, response)).ok;
      return isProvedWith ? { kind: 'proved' } : REFUSED;
    });
  }

  async #stateOf(owner: UserKey, serialNumber: string): Promise<AssignmentAnswer> {
    const record = await afterSending(() => viewRecord(this.#ports.administration, serialNumber));
    if (!record?.owner) return { kind: 'unconfirmed' };
    return isSameUser(record.owner, owner) ? { kind: 'assigned' } : REFUSED;
  }
}

/** The command that makes hardware its person's. It may wait (OneSpan §4.7). */
export function assignment(administration: Administration, operation: NewPendingOperation): WaitingCommand {
  const { userId, domain, instanceId: serialNumber } = operation;
  return {
    call: 'DIGIPASSCMD_ASSIGN',
    serialNumber,
    attributes: { DIGIPASSFLD_ASSIGNED_USERID: userId, DIGIPASSFLD_DOMAIN: domain },
    async isDone() {
      const record = await viewRecord(administration, serialNumber);
      return record?.owner ? isSameUser(record.owner, { userId, domain }) : false;
    },
    isAsItWas: async () => isFree(await viewRecord(administration, serialNumber)),
  };
}

function isFree(record: DigipassRecord | null): boolean {
  return record?.owner === null && !record.isExpired && record.maximumActivations === null;
}

const REFUSED = { kind: 'refused' } as const;
