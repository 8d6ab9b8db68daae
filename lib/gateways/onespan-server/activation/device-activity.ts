import { GatewayError } from '../../../activation/gateway-error';
import type { Clock } from '../../../shared/time/clock';
import { MINUTE } from '../../../shared/time/duration';
import type { Administration } from '../administration/administration';
import { isSuccess, readStatus, type Status } from '../soap/outcome';
import { childOf, type XmlElement } from '../soap/xml-element';
import { escapeXml } from '../soap/xml-text';

/**
 * How long nothing more is asked after an answer that says nothing: the service user lacks the privilege, the server
 * lacks the command, or its words are others than we know.
 */
const REST_MS = 10 * MINUTE;

/** Entries that are asked for; a new device has few. */
const ROWS = 20;

const LIST = 'digipassActivityList';

/* How an entry words what was done is not published (OneSpan §4.9): these words are inferred. */
const PROVISIONING = /mdl|multi-?device|provision|dsapp/i;
const ACTIVATES = /activat/i;
const REGISTERS = /regist|add/i;
const ANOTHER_ACTIVATION = /deactivat|reactivat|activation[ _-]?(?:data|message|code)/i;
const FAILS = /fail|error|denied|refus|reject|invalid/i;
const TIME = /\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?/;

/** When the activation was finished; `unfinished`: the list tells, and it was not; null: the list does not tell. */
export type Completion = Date | 'unfinished' | null;

/** What the server lists of a device's activation, where the service user may read it (OneSpan §4.9). */
export class DeviceActivity {
  readonly #administration: Administration;
  readonly #clock: Clock;
  #restsUntil = 0;

  constructor(administration: Administration, clock: Clock) {
    this.#administration = administration;
    this.#clock = clock;
  }

  /** Asks nothing while it rests. @throws GatewayError when the server cannot be reached */
  async completionOf(instanceId: string): Promise<Completion> {
    const now = this.#clock.now();
    if (now.getTime() < this.#restsUntil) return null;
    const completion = await this.#read(instanceId, now);
    if (completion === null) this.#restsUntil = now.getTime() + REST_MS;
    return completion;
  }

  async #read(instanceId: string, now: Date): Promise<Completion> {
    try {
      const { status, entries } = await askForActivity(this.#administration, instanceId);
      return isSuccess(status) ? completionIn(entries, now) : null;
    } catch (error) {
      // A server without the command answers with a fault.
      if (error instanceof GatewayError && error.code === 'malformed-reply') return null;
      throw error;
    }
  }
}

/** Entries as text, as the reply has them. @throws GatewayError */
export function askForActivity(
  administration: Administration,
  serialNumber: string,
): Promise<{ status: Status; entries: string[] }> {
  const options = `<options><rowOffset>0</rowOffset><rowCount>${ROWS}</rowCount></options>`;
  const content = `${options}<digipass><serialNumber>${escapeXml(serialNumber)}</serialNumber></digipass>`;
  return administration.ask('digipassActivityQuery', content, readActivity);
}

/** Only the list's own name is published, so whatever is repeated in it is an entry. */
function readActivity(answer: XmlElement): { status: Status; entries: string[] } {
  const parent = childOf(answer, 'status') ?? childOf(answer, 'results') ?? answer;
  const lists = descendants(answer).filter(({ name }) => name === LIST);
  const [list] = lists;
  const elements = lists.length > 1 ? lists : (list?.children ?? []);
  return { status: readStatus(parent), entries: elements.map((one) => leavesOf(one).join(' ')) };
}

/** @param entries of a device that was made by provisioning @param now for an entry that does not say when */
export function completionIn(entries: readonly string[], now: Date): Completion {
  const own = entries.filter((entry) => PROVISIONING.test(entry) && !ANOTHER_ACTIVATION.test(entry));
  const finished = own.find((entry) => ACTIVATES.test(entry) && !REGISTERS.test(entry) && !FAILS.test(entry));
  if (finished === undefined) return own.some((entry) => REGISTERS.test(entry)) ? 'unfinished' : null;
  const at = new Date(TIME.exec(finished)?.[0] ?? '');
  return Number.isNaN(at.getTime()) || at > now ? now : at;
}

function descendants(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(descendants)];
}

function leavesOf(element: XmlElement): string[] {
  return element.children.length === 0 ? [element.text.trim()] : element.children.flatMap(leavesOf);
}
