import type { Metadata } from 'next';
import { RichText } from '@/components/site/language/rich-text';
import { Stepper } from '@/components/site/activation/progress/stepper';
import { stepsAhead } from '@/components/site/activation/progress/progress-steps';
import { MainContent } from '@/components/site/layout/main-content';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { Time } from '@/components/ui/time';
import { firstNameOf } from '@/lib/accounts/users/first-name';
import { may } from '@/lib/accounts/users/permission';
import { startsLeft } from '@/lib/activation/start/register-activation';
import { services } from '@/lib/server/composition/compose';
import { withGatewayFallback } from '@/lib/server/web/answers/with-gateway-fallback';
import { LockOutAhead } from '@/components/site/devices/lock-out-ahead';
import { DeviceLimit } from '@/components/site/devices/device-limit';
import { hasRoomFor, readLimits } from '@/lib/devices/read-limits';
import { prepareStart } from '@/lib/server/web/actions/start-prompt';
import { requirePagePermission } from '@/lib/server/web/sessions/signed-in';
import { GetTheApp } from './get-the-app';
import { PhoneAbility } from './phone-ability';
import { StartForm } from './start-form';
import { ThisComputerOnly } from './this-computer-only';
import { t } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({ title: t('Activate a device') });

export default async function NewActivationPage() {
  const signedIn = await requirePagePermission('activation:start', '/activations/new');
  const { activation, devices, config } = await services();
  const { hasOwnApp, observes } = activation.gateway.capabilities;
  const { isInvited, prompt } = await prepareStart(signedIn);
  const replacement = isInvited ? null : await devices.replacements.findUnderWay(signedIn.user);
  const { left, nextAt } = await startsLeft(activation, signedIn.user);
  const limits = await withGatewayFallback(null, () => readLimits(devices.directory, signedIn.user));
  const lockedOutUntil = await withGatewayFallback(null, async () => devices.directory.lockedOutUntil?.(signedIn.user));
  return (
    <MainContent>
      <PageHeading
        lead={
          hasOwnApp ? (
            <>
              <span className="pointer-coarse:hidden">
                {t(
                  'Have your phone ready. Its camera opens the app, so there is nothing to install. This takes about a minute.',
                )}
              </span>
              <span className="hidden pointer-coarse:inline">
                {t('The app opens in your browser, so there is nothing to install. This takes about a minute.')}
              </span>
            </>
          ) : (
            t('Have your phone ready with the authenticator app open. This takes about two minutes.')
          )
        }
      >
        {t('Activate a device')}
      </PageHeading>
      <div className="mb-8 max-w-prose">
        <Stepper steps={stepsAhead(observes, replacement !== null)} replacing={replacement?.oldName ?? null} />
      </div>
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <div className="grid gap-6">
          {!isInvited && left === 0 && (
            <Notice tone="warning" title={t('You’ve reached today’s limit')}>
              {nextAt ? (
                <p>
                  <RichText
                    message="You can start again {time}, or ask the helpdesk."
                    values={{ time: <Time at={nextAt.toISOString()} form="until" /> }}
                  />
                </p>
              ) : (
                t('Ask the helpdesk if you can’t wait.')
              )}
            </Notice>
          )}
          {lockedOutUntil && <LockOutAhead until={lockedOutUntil} />}
          {limits && !hasRoomFor(limits) ? (
            <DeviceLimit limits={limits} mayRemove={may(signedIn, 'authenticator:change')} />
          ) : (
            (isInvited || left > 0) && (
              <Card>
                <StartForm
                  prompt={prompt}
                  hasOwnApp={hasOwnApp}
                  firstName={firstNameOf(signedIn.user)}
                  offersOffline={activation.gateway.offline !== null}
                />
              </Card>
            )
          )}
          {!isInvited && left === 1 && (
            <p className="text-sm text-ink-soft">{t('You can start one more activation today.')}</p>
          )}
        </div>
        {!hasOwnApp && <GetTheApp />}
        {hasOwnApp && <PhoneAbility publicUrl={config.publicUrl} />}
        {hasOwnApp && config.isLoopback && <ThisComputerOnly publicUrl={config.publicUrl} />}
      </div>
    </MainContent>
  );
}
