import type { ReactNode } from 'react';
import { AreaHeader } from '@/app/area-header';
import { DecisionProof } from '@/components/staff/helpdesk/staff-form';
import { StaffKeys } from '@/components/staff/helpdesk/palette/staff-keys';
import { BarSearch } from '@/components/staff/helpdesk/people/bar-search';
import { VeilWhenSignedOut } from '@/components/staff/helpdesk/veil-when-signed-out';
import { SiteFooter } from '@/components/site/layout/site-footer';
import { StaffNavigation } from '@/components/site/layout/staff-navigation';
import { WaitingTitle } from '@/components/site/layout/waiting-badge';
import { WithStaffMessages } from '@/components/site/language/staff-messages';
import { currentLanguage } from '@/lib/shared/language/messages';
import { may } from '@/lib/accounts/users/permission';
import type { Principal } from '@/lib/accounts/users/principal';
import { services } from '@/lib/server/composition/compose';
import { MAXIMUM_QUERY_LENGTH } from '@/lib/helpdesk/desk/find-users';
import { getSignedIn } from '@/lib/server/web/sessions/signed-in';
import { askBeforehand } from '@/lib/server/web/actions/ask-beforehand';
import { staffNavigation } from '@/lib/server/web/staff-navigation';
import { t } from '@/lib/shared/language/t';

/** What differs from how the site is meant to run, on every staff page; on a very low screen at its end, not at its head. */
function ProofLine({ line }: { line: string | null }) {
  if (line === null) return null;
  return (
    <section
      aria-label={t('How this site runs')}
      className="border-b border-line bg-warning-soft px-4 py-2 text-center text-sm print:hidden short:order-1"
    >
      {line}
    </section>
  );
}

/** Checks no permission: Next.js does not render a layout again on each navigation, so every page checks its own. */
export default async function HelpdeskLayout({ children }: { children: ReactNode }) {
  const signedIn = await getSignedIn();
  const sections = signedIn ? await staffNavigation(signedIn) : [];
  const waiting = sections.find((section) => section.waiting !== undefined)?.waiting;
  return (
    <WithStaffMessages language={currentLanguage()}>
      <div className="area-staff">
        <AreaHeader />
        {signedIn && sections.length > 0 && (
          <StaffNavigation sections={sections}>
            {may(signedIn, 'user:find') && <BarSearch maximumLength={MAXIMUM_QUERY_LENGTH} />}
            <StaffKeys
              sections={sections.map(({ href, label }) => ({ href, label }))}
              findsPeople={may(signedIn, 'user:find')}
            />
          </StaffNavigation>
        )}
        {signedIn && <ProofLine line={await proofLine(signedIn)} />}
        {waiting !== undefined && <WaitingTitle rendered={waiting} />}
        <DecisionProof value={signedIn && (await askBeforehand(signedIn, { action: 'decide-as-staff' }))}>
          <VeilWhenSignedOut>{children}</VeilWhenSignedOut>
        </DecisionProof>
        <SiteFooter reader="staff" />
      </div>
    </WithStaffMessages>
  );
}

/** What staff should know about second factors that are not asked for here; null where they are. */
async function proofLine({ user }: Principal): Promise<string | null> {
  const { proofs } = await services();
  if (proofs.staff.level === 'open')
    return user.roles.includes('administrator')
      ? t('Second factors are off: TESSERA_ENROLMENT is “open”. That is meant for tests.')
      : null;
  return proofs.staff.isExempt(user.userId)
    ? t('Demo account: it needs no second factor, because only this machine reaches this site.')
    : null;
}
