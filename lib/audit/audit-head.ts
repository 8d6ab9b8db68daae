import { parseJsonObject } from '../shared/json-object';
import type { AuditLog, AuditPorts } from './audit-log';

/**
 * The end of the log at a moment, stored out of reach of the database's administrators: a log that is truncated or
 * rewritten later no longer contains it.
 */
export type SignedHead = {
  /** Of the last record; 0 for an empty log. */
  sequenceNumber: number;
  /** That record's hash. */
  hash: string;
  /** ISO 8601. */
  signedAt: string;
  keyId: string;
  /** HMAC-SHA-256 in hexadecimal, with the chain key `keyId`. */
  signature: string;
};

/** `forged`: not signed by this site. `cut-off`: the log ends before it. `rewritten`: its record has changed. */
export type HeadProblem = 'forged' | 'unknown-key' | 'cut-off' | 'rewritten';

export async function signHead({ audit, hashes }: AuditPorts, now: Date): Promise<SignedHead> {
  const { sequenceNumber, hash } = await audit.head();
  const head = { sequenceNumber, hash, signedAt: now.toISOString(), keyId: hashes.currentKeyId };
  const signature = hashes.hash(signedText(head), head.keyId);
  if (signature === null) throw new TypeError('the audit chain has no current key');
  return { ...head, signature };
}

/** @returns null if the log still contains the head */
export async function checkHead({ audit, hashes }: AuditPorts, head: SignedHead): Promise<HeadProblem | null> {
  const problem = checkSignature(hashes, head);
  return problem !== null || head.sequenceNumber === 0 ? problem : await findHead(audit, head);
}

/** @returns null if a key of this site has signed the head, whatever the log holds */
export function checkSignature(
  hashes: AuditPorts['hashes'],
  head: SignedHead,
): Extract<HeadProblem, 'forged' | 'unknown-key'> | null {
  const expected = hashes.hash(signedText(head), head.keyId);
  if (expected === null) return 'unknown-key';
  return expected === head.signature ? null : 'forged';
}

async function findHead(audit: AuditLog, { sequenceNumber, hash }: SignedHead): Promise<HeadProblem | null> {
  const [record] = await audit.read(sequenceNumber - 1, 1);
  if (!record) return 'cut-off';
  return record.sequenceNumber === sequenceNumber && record.hash === hash ? null : 'rewritten';
}

/** Parses a line of a log file or of a file of heads. @returns null if it has no head */
export function parseHead(line: string): SignedHead | null {
  const value = parseJsonObject(line);
  const head = value && 'auditHead' in value ? (value['auditHead'] as Record<string, unknown> | null) : value;
  const { sequenceNumber, hash, signedAt, keyId, signature } = head ?? {};
  const isHead =
    Number.isSafeInteger(sequenceNumber) &&
    [hash, signedAt, keyId, signature].every((text) => typeof text === 'string' && text.length <= 100);
  return isHead ? ({ sequenceNumber, hash, signedAt, keyId, signature } as SignedHead) : null;
}

/** Its prefix differs from a record's, so that neither can pass for the other. */
function signedText({ sequenceNumber, hash, signedAt, keyId }: Omit<SignedHead, 'signature'>): string {
  return `audit head ${sequenceNumber} ${hash} ${signedAt} ${keyId}`;
}

/** Explanations for operators. */
export const HEAD_PROBLEMS: Record<HeadProblem, string> = {
  forged: 'was not signed with the keys of this site',
  'unknown-key': 'was signed with a key that is not there',
  'cut-off': 'is not in the log: its end was cut off',
  rewritten: 'is not in the log: another record is in its place',
};
