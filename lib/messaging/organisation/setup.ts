import type { Role } from '../../accounts/users/role';
import type { AuditLog } from '../../audit/audit-log';
import type { OrganisationLook } from '../../shared/organisation-look';

/** In the order in which an administrator goes about them. */
export const SETUP_STEPS = [
  'name',
  'look',
  'helpdesk',
  'mail',
  'gateway',
  'administrator',
  'agent',
  'activation',
] as const;

export type SetupStep = (typeof SETUP_STEPS)[number];

export function isSetupStep(text: string): text is SetupStep {
  return (SETUP_STEPS as readonly string[]).includes(text);
}

/**
 * What the steps of the first day are judged by: nothing is ticked off by hand, so that whoever comes back sees what is.
 * @property isDemo a site of samples, whose steps are shown as done
 * @property staff how many people who can sign in have each role
 */
export type SetupFacts = {
  isDemo: boolean;
  look: OrganisationLook;
  hasSentMail: boolean;
  reachesGateway: boolean;
  staff: ReadonlyMap<Role, number>;
  hasActivated: boolean;
};

export function isStepDone(step: SetupStep, facts: SetupFacts): boolean {
  if (facts.isDemo) return true;
  switch (step) {
    case 'name':
      return facts.look.isNamed;
    case 'look':
      return facts.look.logo !== null || facts.look.colours !== null;
    case 'helpdesk':
      return facts.look.contact !== null;
    case 'mail':
      return facts.hasSentMail;
    case 'gateway':
      return facts.reachesGateway;
    case 'administrator':
      return (facts.staff.get('administrator') ?? 0) > 1;
    case 'agent':
      return (facts.staff.get('helpdesk-agent') ?? 0) > 0;
    case 'activation':
      return facts.hasActivated;
  }
}

/** The step after this one; null after the last. */
export function stepAfter(step: SetupStep): SetupStep | null {
  return SETUP_STEPS[SETUP_STEPS.indexOf(step) + 1] ?? null;
}

const EVERYTHING = { text: null, subjectUserId: null, actorUserId: null };

/** Test emails that are looked at: whoever sent as many knows. */
const MOST_TESTS = 200;

/** What the audit log tells of the first day. @param now end of the period @param domain the reader's */
export async function readRecordedFacts(
  audit: Pick<AuditLog, 'list' | 'count'>,
  now: Date,
  domain: string,
): Promise<Pick<SetupFacts, 'hasSentMail' | 'hasActivated'>> {
  const period = { from: new Date(0), to: new Date(now.getTime() + 1) };
  const [tests, activated] = await Promise.all([
    audit.list(
      { ...EVERYTHING, domain, period, type: 'mail-tested' },
      { order: 'newest-first', after: null, limit: MOST_TESTS },
    ),
    audit.count({ ...EVERYTHING, domain, period, type: 'activation-active' }, 1),
  ]);
  return {
    hasSentMail: tests.some(({ event }) => event.type === 'mail-tested' && event.problem === null),
    hasActivated: activated > 0,
  };
}
