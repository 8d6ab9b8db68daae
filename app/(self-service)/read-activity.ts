import 'server-only';
import { activityStory, type Activity, type KnownActivation } from '@/components/staff/audit/activity-story';
import { naming, TO_OWNER } from '@/lib/audit/voice';
import type { User } from '@/lib/accounts/users/user';
import type { AuditRecord } from '@/lib/audit/audit-record';
import { services } from '@/lib/server/composition/compose';
import type { AuthenticatorInstance } from '@/lib/devices/authenticator-directory';
import { recordedNames } from '@/lib/devices/read-device-names';
import { parseActivationId } from '@/lib/shared/identifiers/activation-id';

export type ActivitySearch = { activity?: string | string[] };

const STEP = 20;
const MOST = 200;

/** How many lines the address asks for. @param first how many without being asked */
export function shownLines({ activity }: ActivitySearch, first: number): number {
  const wanted = typeof activity === 'string' && /^\d{1,3}$/.test(activity) ? Number(activity) : first;
  return Math.min(Math.max(wanted, first), MOST);
}

/**
 * What happened to an account, newest first, with names of devices where they are known.
 * @param devices the user's own, which have their present names
 * @returns `more` is how many lines to ask for next; null when all are here
 */
export async function readActivity(
  user: User,
  lines: number,
  devices: readonly AuthenticatorInstance[],
): Promise<{ events: Activity[]; more: number | null }> {
  const { accounts, activation } = await services();
  // An activation is one line of up to ten records.
  const records = await accounts.audit.listFor(user, lines * 10 + 20);
  const activations = await Promise.all(
    activationIds(records)
      .slice(0, lines)
      .map((id) => activation.store.find(id, user.domain)),
  );
  const names = new Map<string, string>();
  const byId = new Map<string, KnownActivation>();
  for (const one of activations) {
    if (!one) continue;
    byId.set(one.id, { deviceName: one.deviceName, browser: one.requestedFrom?.browser ?? null });
    if ('instanceId' in one && one.deviceName !== null) names.set(one.instanceId, one.deviceName);
  }
  for (const [instanceId, name] of recordedNames(records)) names.set(instanceId, name);
  for (const { instanceId, name } of devices) if (name !== instanceId) names.set(instanceId, name);
  const story = activityStory(records, byId, naming(TO_OWNER, names));
  const isMore = story.length > lines && lines < MOST;
  return { events: story.slice(0, lines), more: isMore ? lines + STEP : null };
}

function activationIds(records: readonly AuditRecord[]) {
  const ids = new Set(
    records.flatMap(({ event }) =>
      'activationId' in event ? (parseActivationId(event.activationId ?? '') ?? []) : [],
    ),
  );
  return [...ids];
}
