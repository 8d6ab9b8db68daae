import type { ReactNode } from 'react';
import { OWN_WAY_BACK } from '@/components/activation-links/way-back-bar';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/lists/description-list';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { SubmitButton } from '@/components/ui/buttons/submit-button';
import { TestLoginForm, type TestLoginAction } from '@/components/devices/test-login-form';
import { Mosaic } from '@/components/ui/mosaic';
import { MOSAIC_TILES, type Mosaic as MosaicBits } from '@/lib/shared/codes/mosaic';
import { t } from '@/lib/language/t';

/**
 * The end of a successful activation: a try-out, and what a person may do next.
 * @param signInAction ends an invited person's session, which reaches nothing else; null for any other
 */
export function DeviceActivated({
  deviceName,
  instanceId,
  mosaic,
  canTest,
  isReplaced,
  testLoginAction,
  signInAction,
  wayBack,
}: {
  deviceName: string | null;
  instanceId: string | null;
  mosaic: MosaicBits | null;
  /** Whether the gateway supports tests, and the person may make one. */
  canTest: boolean;
  /** Whether the device that this one replaces is retired. */
  isReplaced: boolean;
  testLoginAction: TestLoginAction;
  signInAction: (() => Promise<void>) | null;
  /** The page's first button where there is one. */
  wayBack: ReactNode;
}) {
  const items = [
    ...(deviceName ? [{ term: t('Device'), description: deviceName }] : []),
    ...(instanceId ? [{ term: t('Serial number'), description: instanceId }] : []),
  ];
  return (
    <div className="grid items-start gap-6 md:grid-cols-2">
      <div className="rounded-card border border-success bg-success-soft p-6">
        <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
          <Mosaic bits={mosaic} placed={MOSAIC_TILES} className="size-60 shrink-0" />
          <DescriptionList items={items} />
        </div>
      </div>
      <div className="grid gap-6">
        {wayBack !== null && <div {...OWN_WAY_BACK}>{wayBack}</div>}
        {canTest && instanceId !== null && !isReplaced && (
          <Card>
            <TestLoginForm instanceId={instanceId} isFirst={wayBack === null} action={testLoginAction} />
          </Card>
        )}
        {signInAction ? (
          <form action={signInAction} className="grid justify-items-start gap-3">
            <p>{t('Sign in to manage your devices.')}</p>
            <SubmitButton>{t('Sign in')}</SubmitButton>
          </form>
        ) : (
          <NextSteps isFirst={wayBack === null && (!canTest || isReplaced)} />
        )}
      </div>
    </div>
  );
}

/** @param isFirst whether there is nothing to do before */
function NextSteps({ isFirst }: { isFirst: boolean }) {
  return (
    <section aria-labelledby="next-steps" className="grid gap-3">
      <h2 id="next-steps" className="text-xl font-semibold">
        {t('What next?')}
      </h2>
      <p className="text-ink-soft">
        {t('If you lose this phone, a second device lets you sign in without the helpdesk.')}
      </p>
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/" variant={isFirst ? 'primary' : 'secondary'}>
          {t('Your devices')}
        </LinkButton>
        <LinkButton href="/activations/new" variant="quiet">
          {t('Add a second device')}
        </LinkButton>
      </div>
    </section>
  );
}
