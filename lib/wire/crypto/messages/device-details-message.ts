import { hexFromBytes, textFromUtf8, utf8, type Bytes } from '../../../shared/bytes';
import { parseJsonObject } from '../../../shared/json-object';
import { accept, refuse, type Result } from '../../../shared/result';
import { toOneLine } from '../../../shared/text/one-line';
import { openFromChannel, sealForChannel } from '../secure-channel';

/** The device's details as the website has them. Names have at most 64 characters on one line, and may be empty. */
export type DeviceDetails = {
  /** Whose website it is. */
  organisation: string;
  /** The user's name. */
  person: string;
  /** The device's name on the website. */
  device: string;
  /** End of its probation, in milliseconds since 1970; null once it is trusted. */
  trustedFrom: number | null;
  /** Whether the gateway keeps a copy of its key; absent at gateways that do not say. */
  hasCopy?: boolean;
};

/**
 * What a device is told: of a frozen account nothing else.
 * @property askedAt the gateway's time, in milliseconds since 1970, which a device may repeat to prove that it is recent
 */
export type DeviceAnswer = ((DeviceDetails & { isFrozen: false }) | { isFrozen: true }) & { askedAt: number };

export const QUESTION_BYTES = 16;
const NAME_LENGTH = 64;

/**
 * Encrypts a device's question about itself; see `provisioning-profile.ts`.
 * @param question 16 bytes, random, which the answer repeats
 * @param iv 12 bytes, random
 */
export async function sealDeviceQuestion(
  instanceKey: Bytes,
  instanceId: string,
  question: Bytes,
  iv: Bytes,
): Promise<Bytes> {
  return sealForChannel(instanceKey, 'device question', instanceId, question, iv);
}

/** @returns the question */
export async function openDeviceQuestion(
  instanceKey: Bytes,
  instanceId: string,
  sealed: Bytes,
): Promise<Result<Bytes, 'not-authentic'>> {
  const result = await openFromChannel(instanceKey, 'device question', instanceId, sealed);
  return result.ok && result.value.length !== QUESTION_BYTES ? refuse('not-authentic') : result;
}

/** Encrypts the answer for the device. Names are cut and cleaned. @param iv 12 bytes, random */
export async function sealDeviceAnswer(
  instanceKey: Bytes,
  instanceId: string,
  question: Bytes,
  answer: DeviceAnswer,
  iv: Bytes,
): Promise<Bytes> {
  const { askedAt } = answer;
  const said = answer.isFrozen
    ? { isFrozen: true }
    : { ...plainNames(answer), trustedFrom: answer.trustedFrom, hasCopy: answer.hasCopy };
  const text = JSON.stringify({ question: hexFromBytes(question), askedAt, ...said });
  return sealForChannel(instanceKey, 'device details', instanceId, utf8(text), iv);
}

/** Names are cut and cleaned here too: the phone shows nothing as it came. @param question the one that was asked */
export async function openDeviceAnswer(
  instanceKey: Bytes,
  instanceId: string,
  question: Bytes,
  sealed: Bytes,
): Promise<Result<DeviceAnswer, 'not-authentic' | 'malformed-answer'>> {
  const result = await openFromChannel(instanceKey, 'device details', instanceId, sealed);
  if (!result.ok) return result;
  const answer = parseJsonObject(result.value);
  if (!answer || answer['question'] !== hexFromBytes(question)) return refuse('malformed-answer');
  const { organisation, person, device, trustedFrom, hasCopy, askedAt } = answer;
  if (!isMoment(askedAt)) return refuse('malformed-answer');
  if (answer['isFrozen'] === true) return accept({ isFrozen: true, askedAt });
  if (typeof organisation !== 'string' || typeof person !== 'string' || typeof device !== 'string')
    return refuse('malformed-answer');
  if (trustedFrom !== null && !isMoment(trustedFrom)) return refuse('malformed-answer');
  const names = plainNames({ organisation, person, device });
  return accept({ isFrozen: false, ...names, trustedFrom, askedAt, ...(typeof hasCopy === 'boolean' && { hasCopy }) });
}

type Repeated = 'freeze' | 'device mark';

/** Encrypts "freeze everything". @param askedAt of an answer that the device has just had @param iv 12 bytes, random */
export async function sealFreeze(instanceKey: Bytes, instanceId: string, askedAt: number, iv: Bytes): Promise<Bytes> {
  return sealRepeated(instanceKey, 'freeze', instanceId, askedAt, iv);
}

/** @returns `askedAt` */
export async function openFreeze(
  instanceKey: Bytes,
  instanceId: string,
  sealed: Bytes,
): Promise<Result<number, 'not-authentic'>> {
  return openRepeated(instanceKey, 'freeze', instanceId, sealed);
}

/** Encrypts "this browser is to remember me". @param askedAt as of a freeze @param iv 12 bytes, random */
export async function sealMark(instanceKey: Bytes, instanceId: string, askedAt: number, iv: Bytes): Promise<Bytes> {
  return sealRepeated(instanceKey, 'device mark', instanceId, askedAt, iv);
}

/** @returns `askedAt` */
export async function openMark(
  instanceKey: Bytes,
  instanceId: string,
  sealed: Bytes,
): Promise<Result<number, 'not-authentic'>> {
  return openRepeated(instanceKey, 'device mark', instanceId, sealed);
}

/** What a device wants, which says no more than when it was answered last. */
async function sealRepeated(
  instanceKey: Bytes,
  purpose: Repeated,
  instanceId: string,
  askedAt: number,
  iv: Bytes,
): Promise<Bytes> {
  return sealForChannel(instanceKey, purpose, instanceId, utf8(String(askedAt)), iv);
}

async function openRepeated(
  instanceKey: Bytes,
  purpose: Repeated,
  instanceId: string,
  sealed: Bytes,
): Promise<Result<number, 'not-authentic'>> {
  const result = await openFromChannel(instanceKey, purpose, instanceId, sealed);
  if (!result.ok) return result;
  try {
    const askedAt = Number(textFromUtf8(result.value));
    return isMoment(askedAt) ? accept(askedAt) : refuse('not-authentic');
  } catch {
    return refuse('not-authentic');
  }
}

function isMoment(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

type Names = Pick<DeviceDetails, 'organisation' | 'person' | 'device'>;

function plainNames({ organisation, person, device }: Names): Names {
  return { organisation: plainName(organisation), person: plainName(person), device: plainName(device) };
}

/** On one line, without control characters and those that turn the direction of what follows. */
function plainName(name: string): string {
  // A second time, for what the cut left at the end.
  return toOneLine(Array.from(toOneLine(name)).slice(0, NAME_LENGTH).join(''));
}
