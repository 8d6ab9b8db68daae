import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AreaFooter } from '@/app/area-footer';
import { AreaHeader } from '@/app/area-header';
import { ActionForm } from '@/components/site/forms/action-form';
import { MainContent } from '@/components/site/layout/main-content';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { isEnrolmentOver } from '@/lib/accounts/proofs/staff-proof';
import { may } from '@/lib/accounts/users/permission';
import { services } from '@/lib/server/composition/compose';
import { canConfirm } from '@/components/site/forms/can-confirm';
import { askBeforehand } from '@/lib/server/web/actions/ask-beforehand';
import { requirePagePermission } from '@/lib/server/web/sessions/signed-in';
import { localPath } from '@/lib/server/web/local-path';
import { actAsStaffAction, decideAsStaffAction } from './actions';
import { t } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({ title: t('Confirm it’s you') });

/**
 * For members of staff who have given only a password, or whose second factor is too old for what they want to do: staff
 * pages lead here, and this page leads back.
 */
export default async function SecondFactorPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[]; lately?: string }>;
}) {
  const query = await searchParams;
  const next = localPath(query.next);
  const isForDecision = query.lately !== undefined;
  const visitor = await requirePagePermission('profile:change', '/sign-in/second-factor');
  if (visitor.scope.kind !== 'own-account' && !isForDecision) redirect(next);
  const { accounts, proofs } = await services();
  const proof = await askBeforehand(visitor, { action: isForDecision ? 'decide-as-staff' : 'act-as-staff' });
  const isOver = await isEnrolmentOver(proofs, visitor.user);
  const mayActivate = !isOver && may(visitor, 'activation:start');
  const takesPasskeys = !isOver && accounts.passkeys.relyingParty !== null;
  return (
    <>
      <AreaHeader />
      <MainContent width="form">
        <PageHeading
          lead={
            isForDecision
              ? t('This needs a second factor of the last minutes.')
              : t('Staff pages need more than a password.')
          }
        >
          {t('Confirm it’s you')}
        </PageHeading>
        {proof === null || canConfirm(proof) ? (
          <ActionForm
            action={isForDecision ? decideAsStaffAction : actAsStaffAction}
            proof={proof}
            goesOn
            submit={t('Continue')}
            pendingText={t('Checking…')}
          >
            <input type="hidden" name="next" value={next} />
          </ActionForm>
        ) : (
          <div className="grid justify-items-start gap-4">
            <p>
              {isOver
                ? t(
                    'You had 7 days to add a second factor. Ask an administrator to give you your role again, or the helpdesk for an invitation to activate a device.',
                  )
                : mayActivate
                  ? t('Your account has no second factor yet. Activate your phone first, then come back here.')
                  : takesPasskeys
                    ? t('Your account has no second factor yet. Add a passkey first, then come back here.')
                    : t('Your account has no second factor yet. Ask an administrator for help.')}
            </p>
            {mayActivate && <LinkButton href="/activations/new">{t('Activate a device')}</LinkButton>}
            {takesPasskeys && (
              <LinkButton href="/profile#passkeys" variant={mayActivate ? 'secondary' : 'primary'}>
                {t('Add a passkey')}
              </LinkButton>
            )}
          </div>
        )}
      </MainContent>
      <AreaFooter />
    </>
  );
}
