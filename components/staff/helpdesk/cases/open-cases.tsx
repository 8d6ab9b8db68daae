import { Badge } from '@/components/ui/badge';
import { Link } from '@/components/ui/buttons/link';
import { DescriptionList } from '@/components/ui/lists/description-list';
import { ShortName } from '@/components/ui/short-name';
import { Time } from '@/components/ui/time';
import type { CaseSummary } from '@/lib/helpdesk/desk/cases/open-cases';
import { t } from '@/lib/shared/language/t';
import { caseNames } from '@/lib/shared/names/staff-names';
import type { FormAction } from '@/lib/shared/form-state';
import { StaffForm } from '../staff-form';
import type { StaffRefusalCode } from '../staff-refusal-words';
import { userPath } from '../people/user-path';
import { CASE_WORDS, PROOF_WORDS } from './case-words';

/**
 * Who has locked a phone or frozen an account and may call next. Shows nothing where nobody has.
 * @param close closes one whose person needs nobody any more
 */
export function OpenCases({ cases, close }: { cases: readonly CaseSummary[]; close: FormAction<StaffRefusalCode> }) {
  if (cases.length === 0) return null;
  return (
    <section aria-labelledby="open-cases">
      <h2 id="open-cases" className="mb-1 text-xl font-semibold">
        {t(caseNames.open)}
      </h2>
      <p className="mb-3 text-ink-soft">
        {t('Ask the caller for the reference. It opens nothing: check who they are.')}
      </p>
      <ul aria-label={t(caseNames.open)} className="grid gap-3">
        {cases.map((one) => (
          <li key={one.reference} className="rounded-card border border-line bg-surface p-5">
            <div className="mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
              <h3 className="font-semibold">
                <Link href={userPath(one.userId)} className="wrap-anywhere underline underline-offset-4">
                  {one.displayName}
                </Link>
              </h3>
              <div className="flex flex-wrap items-center gap-2">
                {one.isDisputed && <Badge tone="warning">{t('Reported: “It wasn’t me”')}</Badge>}
                <Badge tone="info">{t(CASE_WORDS[one.about])}</Badge>
              </div>
            </div>
            <DescriptionList items={facts(one)} />
            <div className="mt-4">
              <StaffForm
                action={close}
                decides
                submit={<ShortName shown={t('Close case')} name={t(caseNames.close, { reference: one.reference })} />}
                pendingText={t('Closing…')}
                variant="secondary"
              >
                <input type="hidden" name="reference" value={one.reference} />
              </StaffForm>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function facts({ reference, about, proof, openedAt, locked }: CaseSummary) {
  const what = about === 'frozen' ? t('Everything') : locked.join(', ') || t('Nothing yet');
  return [
    { term: t('Reference'), description: <span className="font-mono tabular-nums">{reference}</span> },
    { term: t('Opened'), description: <Time at={openedAt} form="relative" /> },
    { term: t('Locked'), description: what },
    { term: t('Proved'), description: t(PROOF_WORDS[proof]) },
  ];
}
