import { auditContext } from '../../audit/audit-context';
import type { DailyBudget } from '../../audit/events/service-account-events';
import { perDayOfMachine } from '../../accounts/sign-in/limits';
import type { ServiceAccountRequester } from '../../accounts/users/principal';
import { requesterActor } from '../../accounts/users/requester';
import { mailsTo } from '../../messaging/new-message';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import { alarmUrl } from '../approvals/ask-second-person';
import type { AlarmBell, SecondPersonPorts } from '../approvals/approval-ports';
import type { RateLimiter } from '../../accounts/sign-in/rate-limiter';
import { ALARMED, staffWith } from '../../accounts/users/staff';

/**
 * Takes one from a machine's daily quota of changes without approval, which limits a stolen key. The first refusal
 * alarms every approver and administrator.
 * @returns when the quota is renewed
 */
export async function takeDailyBudget(
  ports: SecondPersonPorts & { rateLimiter: RateLimiter; alarms: AlarmBell },
  machine: ServiceAccountRequester,
  budget: DailyBudget,
  origin: RequestOrigin,
): Promise<Result<null, 'used-up'> & { until?: Date }> {
  const refusal = await ports.rateLimiter.take([perDayOfMachine(budget, machine.id)]);
  if (!refusal) return accept(null);
  if (refusal.isFirst) {
    const { id: serviceAccountId, name, domain } = machine;
    const alarmed = await staffWith(ports, domain, ALARMED);
    const content = {
      kind: 'service-budget-used-up',
      name,
      budget,
      at: ports.clock.now(),
      alarmUrl: alarmUrl(ports),
    } as const;
    const fact = { type: 'service-budget-used-up', serviceAccountId, budget, domain } as const;
    await ports.alarms.raise({
      events: [{ ...fact, ...auditContext(requesterActor(machine), null, origin) }],
      messages: alarmed.flatMap((user) => mailsTo(user, content)),
    });
  }
  return { ...refuse('used-up'), until: refusal.windowEndsAt };
}
