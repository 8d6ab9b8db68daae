import type { OtherAuthenticator } from '../../../devices/authenticator-directory';
import type { DigipassRecord } from '../administration/digipass-record';

/** Types of applications that want a challenge, as the vendor's server library abbreviates them (inferred). */
const WITH_CHALLENGE = /^(?:CR|CHALLENGE)/i;

/**
 * Assigned authenticators that are no app on a phone: neither an instance nor a licence for some (OneSpan §4.3). That a virtual one
 * is told by its type is inferred, so the types are a setting.
 * @param virtualTypes may end in an asterisk
 */
export function othersIn(
  records: readonly DigipassRecord[],
  virtualTypes: readonly string[],
  state: OtherAuthenticator['state'],
): OtherAuthenticator[] {
  return records.flatMap((record) => {
    const { serialNumber, instanceOf, maximumActivations, isExpired, applicationTypes, assignedAt, type } = record;
    if (instanceOf || maximumActivations !== null || isExpired) return [];
    return [
      {
        kind: virtualTypes.some((pattern) => isOfType(type, pattern)) ? ('virtual' as const) : ('hardware' as const),
        instanceId: serialNumber,
        name: serialNumber,
        state,
        ...(assignedAt && { assignedAt }),
        answersChallenges: applicationTypes.length > 0 && applicationTypes.every((one) => WITH_CHALLENGE.test(one)),
      },
    ];
  });
}

function isOfType(type: string, pattern: string): boolean {
  const [text, wanted] = [type.toLowerCase(), pattern.toLowerCase()];
  return wanted.endsWith('*') ? text.startsWith(wanted.slice(0, -1)) : text === wanted;
}
