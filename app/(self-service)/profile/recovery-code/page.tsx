import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { RichText } from '@/components/language/rich-text';
import { MainContent } from '@/components/layout/main-content';
import { Card } from '@/components/ui/card';
import { InlineConfirm } from '@/components/ui/buttons/inline-confirm';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { Time } from '@/components/ui/time';
import { services } from '@/lib/composition/compose';
import { askBeforehand } from '@/lib/web/actions/ask-beforehand';
import { knownRecoveryCode } from '@/lib/web/known-recovery-code';
import { mayMakeRecoveryCode } from '@/lib/web/may-make-recovery-code';
import { requirePagePermission } from '@/lib/web/sessions/signed-in';
import { recoveryCodeNames } from '@/lib/names/profile-names';
import { areaNames } from '@/lib/names/area-names';
import { DeleteRecoveryCode, MakeRecoveryCode } from './recovery-code-forms';
import { t } from '@/lib/language/t';

export const generateMetadata = (): Metadata => ({ title: t('Recovery code') });

export default async function RecoveryCodePage() {
  const signedIn = await requirePagePermission('authenticator:change', '/profile/recovery-code');
  const { user } = signedIn;
  const { config } = await services();
  const code = await knownRecoveryCode(user);
  // A code works beside the password alone.
  if (code === undefined) redirect('/profile');
  const proof = await askBeforehand(signedIn, { action: 'make-recovery-code' });
  // Whoever has nothing to confirm it with has nothing to lose yet.
  const mayMake = await mayMakeRecoveryCode(signedIn);
  return (
    <MainContent width="form">
      <PageHeading
        lead={t(
          'For the day on which you lose your phone: with this code and your password you activate a new one yourself.',
        )}
      >
        {t('Recovery code')}
      </PageHeading>
      <div className="grid gap-6">
        <Card>
          {code && (
            <p className="mb-5 print:hidden">
              <RichText
                message={
                  code.isOld
                    ? 'You made a code {time}. That’s more than a year ago. If you can’t find it, make a new one.'
                    : 'You made a code {time}.'
                }
                values={{ time: <Time at={code.madeAt.toISOString()} form="relative" /> }}
              />
            </p>
          )}
          {mayMake ? (
            <MakeRecoveryCode userId={user.userId} site={config.publicUrl} replaces={code !== null} proof={proof} />
          ) : (
            <div className="grid justify-items-start gap-4">
              <p>
                {t(
                  'You can make a code once you have a device that can confirm it’s you. A new device can do that after its first day.',
                )}
              </p>
              <LinkButton href="/" variant="secondary">
                {t(areaNames.yourDevices)}
              </LinkButton>
            </div>
          )}
        </Card>
        {code && (
          <div className="print:hidden">
            <InlineConfirm label={t(recoveryCodeNames.delete)}>
              <p>{t('Without a code, only the helpdesk can help you when you lose your phone.')}</p>
              <DeleteRecoveryCode />
            </InlineConfirm>
          </div>
        )}
      </div>
    </MainContent>
  );
}
