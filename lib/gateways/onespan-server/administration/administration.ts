import { afterSending, beforeSending } from '../../../activation/gateway-error';
import type { AdministrationSession } from './administration-session';
import { CALLS, type AdministrationCall } from './calls';
import { writeAttributes, type Attributes } from '../soap/attributes';
import {
  isNotFound,
  isSuccess,
  readOutcome,
  unforeseen,
  type Fields,
  type Outcome,
  type Status,
} from '../soap/outcome';
import type { SoapClient } from '../soap/soap-client';
import type { XmlElement } from '../soap/xml-element';
import { escapeXml } from '../soap/xml-text';

/** Records per reply; a user's, or those of a search, are fewer. */
const MAXIMUM_ROWS = 200;

type ExecuteCommand = 'userExecute' | 'digipassExecute' | 'digipassapplExecute' | 'policyExecute';
type QueryCommand = AdministrationCall & (`${string}Query` | 'queryPendingOperation');

/** Attributes of a device whose names nobody publishes (OneSpan §4.3). */
export type DigipassFieldNames = {
  /** Set for the first time when the device's activation is complete (OneSpan §4.4). */
  lastAuthentication: string;
  /** When it may first be used, and when it expires (OneSpan §4.6). */
  start: string;
  expiry: string;
};

/** The administration interface (OneSpan §4.1, §4.3), with the shared session. Every method throws GatewayError. */
export class Administration {
  readonly fieldNames: DigipassFieldNames;
  readonly #soap: SoapClient;
  readonly #session: AdministrationSession;

  constructor(soap: SoapClient, session: AdministrationSession, fieldNames: DigipassFieldNames) {
    this.#soap = soap;
    this.#session = session;
    this.fieldNames = fieldNames;
  }

  /** @returns the reply's fields; null when the object was not found */
  async execute(
    command: ExecuteCommand,
    cmd: AdministrationCall & `${string}CMD_${string}`,
    attributes: Attributes,
  ): Promise<Fields | null> {
    const outcome = await this.try(command, cmd, attributes);
    if (isNotFound(outcome.status)) return null;
    if (!isSuccess(outcome.status)) throw unforeseen(cmd, outcome.status);
    return outcome.fields;
  }

  /** As `execute`, for a command whose refusals say something. */
  async try(
    command: ExecuteCommand,
    cmd: AdministrationCall & `${string}CMD_${string}`,
    attributes: Attributes,
  ): Promise<Outcome> {
    const content = `<cmd>${cmd}</cmd><attributeSet>${writeAttributes(attributes)}</attributeSet>`;
    return this.#call(command, content, readOutcome, CALLS[cmd].isRepeatable);
  }

  /** Records with these fields. Values with an asterisk at an end may match anything: check the results. */
  async query(command: QueryCommand, attributes: Attributes): Promise<Fields[]> {
    return (await this.queryPage(command, attributes, 0)).records;
  }

  /** As `query`, where there may be more. @param page from 0 */
  async queryPage(
    command: QueryCommand,
    attributes: Attributes,
    page: number,
  ): Promise<{ records: Fields[]; isLast: boolean }> {
    const offset = page === 0 ? '' : `<rowoffset>${page * MAXIMUM_ROWS}</rowoffset>`;
    const options = `<queryOptions><rowcount>${MAXIMUM_ROWS}</rowcount>${offset}</queryOptions>`;
    const content = `<attributeSet>${writeAttributes(attributes)}</attributeSet>${options}`;
    const outcome = await this.#call(command, content, readOutcome, CALLS[command].isRepeatable);
    // An empty result is reported as "not found" (OneSpan §3.9).
    if (isNotFound(outcome.status)) return { records: [], isLast: true };
    if (!isSuccess(outcome.status)) throw unforeseen(command, outcome.status);
    return { records: outcome.records, isLast: outcome.records.length < MAXIMUM_ROWS };
  }

  /** Resolves when the server answers with a session. */
  async checkHealth(): Promise<void> {
    const id = await this.#session.id();
    if (!(await this.#session.isAlive(id))) await this.#session.renew(id);
  }

  /**
   * A command of another style.
   * @param content XML beside the session
   * @param read as for `SoapClient.call`
   */
  async ask<Answer extends { status: Status }>(
    command: AdministrationCall,
    content: string,
    read: (answer: XmlElement) => Answer,
  ): Promise<Answer> {
    return this.#call(command, content, read, CALLS[command].isRepeatable);
  }

  /** How a command is refused when its session has ended is undocumented, so any refusal makes us check the session. */
  async #call<Answer extends { status: Status }>(
    command: string,
    content: string,
    read: (answer: XmlElement) => Answer,
    isRepeatable: boolean,
  ): Promise<Answer> {
    const id = await beforeSending(() => this.#session.id());
    const call = (sessionId: string) => {
      const whole = `<sessionID>${escapeXml(sessionId)}</sessionID>${content}`;
      return this.#soap.call('Administration', command, whole, read, isRepeatable);
    };
    const answer = await call(id);
    if (isSuccess(answer.status) || isNotFound(answer.status)) return answer;
    if (await afterSending(() => this.#session.isAlive(id))) return answer;
    return call(await this.#session.renew(id));
  }
}
