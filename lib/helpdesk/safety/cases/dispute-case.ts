import { HELPDESK, staffWith } from '../../../accounts/users/staff';
import { alarmUrl } from '../../approvals/ask-second-person';
import { auditContext } from '../../../audit/audit-context';
import { mailsTo, type NewMessage } from '../../../messaging/new-message';
import type { RequestOrigin } from '../../../shared/request-origin';
import { accept, refuse, type Result } from '../../../shared/result';
import type { CasePorts } from '../safety-ports';
import { dispute, type DisputeRefusal, type SafetyCase } from './safety-case';

/**
 * The user of a case says that it was not them who opened it: an alarm for the helpdesk. What is locked stays locked; to
 * unlock it takes more than the link of a mail.
 */
export async function disputeCase(
  ports: CasePorts,
  one: SafetyCase,
  origin: RequestOrigin,
): Promise<Result<null, DisputeRefusal>> {
  const now = ports.clock.now();
  const disputed = dispute(one, now);
  if (!disputed.ok) return disputed;
  const context = auditContext({ kind: 'anonymous' }, one, origin);
  const saved = await ports.cases.save(disputed.value, {
    events: [{ type: 'case-disputed', reference: one.reference, about: one.about, ...context }],
    messages: await mailHelpdesk(ports, one, now),
  });
  return saved.ok ? accept(null) : refuse('already-reported');
}

async function mailHelpdesk(ports: CasePorts, one: SafetyCase, at: Date): Promise<NewMessage[]> {
  const { userId, domain, about, reference, trace } = one;
  const staff = await staffWith(ports, domain, HELPDESK);
  const content = { kind: 'case-disputed', ...trace, userId, about, reference, at, alarmUrl: alarmUrl(ports) } as const;
  return staff.flatMap((user) => mailsTo(user, content));
}
