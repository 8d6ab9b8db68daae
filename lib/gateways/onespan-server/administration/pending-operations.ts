import { GatewayError } from '../../../activation/gateway-error';
import type { UserKey } from '../../../shared/identifiers/user-key';
import type { Administration } from './administration';
import { isNotFound, isSuccess, readOutcome, readStatus, unforeseen, type Fields } from '../soap/outcome';
import { childOf } from '../soap/xml-element';
import { escapeXml } from '../soap/xml-text';

/* Commands that wait for a second administrator (OneSpan §4.7). */

/** 8 letters and digits. */
const IDENTIFIER = /^[0-9a-zA-Z]{8}$/;

/** Where a reply has the identifier is open, so any attribute is taken that is named for one. */
export function operationIn(fields: Fields): string | null {
  const named = Object.entries(fields).find(([name, value]) => /^POFLD_|PENDING/.test(name) && IDENTIFIER.test(value));
  const { POFLD_IDENTIFIER: identifier = '' } = fields;
  return IDENTIFIER.test(identifier) ? identifier : (named?.[1] ?? null);
}

/** `unreadable`: the server does not let this site see, or says a status that nobody has published. */
export type OperationStatus = 'pending' | 'approved' | 'rejected' | 'not-found' | 'unreadable';

export async function viewOperation(administration: Administration, identifier: string): Promise<OperationStatus> {
  const outcome = await unlessUnknown(() =>
    administration.ask('viewPendingOperation', idElement(identifier), readOutcome),
  );
  if (!outcome) return 'unreadable';
  if (isNotFound(outcome.status)) return 'not-found';
  if (!isSuccess(outcome.status)) return 'unreadable';
  return statusIn(outcome.fields);
}

/** The newest operation of a maker about an authenticator. @returns `unreadable` where the server does not let this site see */
export async function findOperation(
  administration: Administration,
  serialNumber: string,
  maker: UserKey,
): Promise<{ identifier: string | null } | 'unreadable'> {
  try {
    const found = await unlessUnknown(() =>
      administration.query('queryPendingOperation', { POFLD_SERIAL_NO: serialNumber }),
    );
    if (!found) return 'unreadable';
    const own = found
      .filter((fields) => (fields['POFLD_MAKER_USERID'] ?? '').toLowerCase() === maker.userId.toLowerCase())
      .toSorted((left, right) => ((left['POFLD_CREATE_TIME'] ?? '') < (right['POFLD_CREATE_TIME'] ?? '') ? 1 : -1));
    return { identifier: own[0] ? operationIn(own[0]) : null };
  } catch (error) {
    if (error instanceof GatewayError && error.code === 'refused-credentials') return 'unreadable';
    throw error;
  }
}

/** @throws GatewayError unless it is gone */
export async function deleteOperation(administration: Administration, identifier: string): Promise<void> {
  const { status } = await administration.ask('deletePendingOperation', idElement(identifier), (answer) => ({
    status: readStatus(childOf(answer, 'status') ?? childOf(answer, 'results')),
  }));
  if (!isSuccess(status) && !isNotFound(status)) throw unforeseen('deletePendingOperation', status);
}

/** The name of the attribute is open, two of its values are on the administrators' page: `Pending` and `Approved`. */
function statusIn(fields: Fields): OperationStatus {
  const [, text = ''] = Object.entries(fields).find(([name]) => /STAT(?:E|US)$/.test(name)) ?? [];
  if (/^pending/i.test(text)) return 'pending';
  if (/^approved/i.test(text)) return 'approved';
  return /^reject/i.test(text) ? 'rejected' : 'unreadable';
}

function idElement(identifier: string): string {
  return `<pendingOperationID>${escapeXml(identifier)}</pendingOperationID>`;
}

/** A server without the command answers with a fault. */
async function unlessUnknown<Value>(ask: () => Promise<Value>): Promise<Value | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof GatewayError && error.code === 'malformed-reply') return null;
    throw error;
  }
}
