import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { RichText } from '@/components/site/language/rich-text';
import { MainContent } from '@/components/site/layout/main-content';
import { Card } from '@/components/ui/card';
import { InlineConfirm } from '@/components/ui/buttons/inline-confirm';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { Time } from '@/components/ui/time';
import { services } from '@/lib/server/composition/compose';
import { askBeforehand } from '@/lib/server/web/actions/ask-beforehand';
import { knownRecoveryCode } from '@/lib/server/web/known-recovery-code';
import { readWaysBack } from '@/lib/server/web/read-ways-back';
import { requirePagePermission } from '@/lib/server/web/sessions/signed-in';
import { MINUTE } from '@/lib/shared/time/duration';
import { recoveryCodeNames } from '@/lib/shared/names/profile-names';
import { areaNames } from '@/lib/shared/names/area-names';
import { DeleteRecoveryCode, MakeRecoveryCode } from './recovery-code-forms';
import { t } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({ title: t('Recovery code') });

export default async function RecoveryCodePage() {
  const signedIn = await requirePagePermission('authenticator:change', '/profile/recovery-code');
  const { user } = signedIn;
  const { config, proofs } = await services();
  const code = await knownRecoveryCode(user);
  const waysBack = await readWaysBack(signedIn);
  // A code works beside the password alone.
  if (code === undefined) redirect('/profile');
  const proof = await askBeforehand(signedIn, { action: 'make-recovery-code' });
  // Whoever has nothing to confirm it with has nothing to lose yet.
  const mayMake = waysBack?.mayAdd === true;
  const from = waysBack?.mayAddFrom;
  return (
    <MainContent width="form">
      <PageHeading lead={t('Lost your phone? This code and your password let you set up a new one.')}>
        {t('Recovery code')}
      </PageHeading>
      <div className="group grid gap-6">
        <Card>
          {code && (
            <p className="mb-5 group-has-[output]:hidden print:hidden">
              {isNew(code, proofs.clock.now()) ? (
                t('You made a code just now. Didn’t keep it? Make a new one.')
              ) : (
                <RichText
                  message={
                    code.isOld
                      ? 'You made a code {time}. That’s more than a year ago. If you can’t find it, make a new one.'
                      : 'You made a code {time}.'
                  }
                  values={{ time: <Time at={code.madeAt.toISOString()} form="relative" /> }}
                />
              )}
            </p>
          )}
          {mayMake ? (
            <MakeRecoveryCode userId={user.userId} site={config.publicUrl} replaces={code !== null} proof={proof} />
          ) : (
            <div className="grid justify-items-start gap-4">
              <p>
                {from ? (
                  <RichText
                    message="New phones can sign in right away. From {time}, yours can also confirm a code."
                    values={{ time: <Time at={from.toISOString()} /> }}
                  />
                ) : (
                  t('You can make a code once you have a device that can confirm it’s you.')
                )}
              </p>
              <LinkButton href="/" variant="secondary">
                {t(areaNames.yourDevices)}
              </LinkButton>
            </div>
          )}
        </Card>
        {code && (
          <div className="group-has-[output]:hidden print:hidden">
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

/** Whether somebody who comes back to the page has just left the code. */
function isNew({ madeAt }: { madeAt: Date }, now: Date): boolean {
  return now.getTime() - madeAt.getTime() < 10 * MINUTE;
}
