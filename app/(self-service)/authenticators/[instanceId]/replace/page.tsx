import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ReplacementSteps } from '@/components/site/devices/replacement/replacement-steps';
import { ActionForm } from '@/components/site/forms/action-form';
import { MainContent } from '@/components/site/layout/main-content';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { findOwnAuthenticator } from '@/lib/devices/find-own-authenticator';
import { hasRoomFor, readLimits } from '@/lib/devices/read-limits';
import { canReplace } from '@/lib/devices/replacement/start-replacement';
import { services } from '@/lib/server/composition/compose';
import { withGatewayFallback } from '@/lib/server/web/answers/with-gateway-fallback';
import { requirePagePermission } from '@/lib/server/web/sessions/signed-in';
import { askBeforehand } from '@/lib/server/web/actions/ask-beforehand';
import { replacementNames } from '@/lib/shared/names/device-names';
import { startReplacementAction } from './actions';
import { t } from '@/lib/shared/language/t';
import { decodeSegment } from '@/lib/server/web/decode-segment';
import { refuseAsNotFound } from '@/lib/server/web/refuse-page';

export const generateMetadata = (): Metadata => ({ title: t(replacementNames.start) });

export default async function ReplacePage({ params }: { params: Promise<{ instanceId: string }> }) {
  const instanceId = decodeSegment((await params).instanceId) ?? '';
  const path = `/authenticators/${encodeURIComponent(instanceId)}` as const;
  const signedIn = await requirePagePermission('authenticator:change', `${path}/replace`);
  const { directory } = (await services()).devices;
  if (!canReplace(directory)) redirect(path);
  const facts = await withGatewayFallback(null, async () => ({
    device: await findOwnAuthenticator(directory, signedIn.user, instanceId),
    limits: await readLimits(directory, signedIn.user),
  }));
  if (!facts) redirect(path);
  const { device, limits } = facts;
  if (!device) refuseAsNotFound();
  if (device.state === 'locked') redirect(path);
  return (
    <MainContent width="prose">
      <PageHeading lead={t('Move from {name} to a new one.', { name: device.name })}>
        {t(replacementNames.start)}
      </PageHeading>
      <div className="grid gap-6">
        <ReplacementSteps />
        <p>
          {t(
            '{name} keeps working until you’ve tried the new device out. Then it is locked. You can bring it back for 24 hours. After that, it is removed.',
            { name: device.name },
          )}
        </p>
        {hasRoomFor(limits) ? (
          <ActionForm
            action={startReplacementAction}
            proof={await askBeforehand(signedIn, { action: 'replace-device' })}
            goesOn
            submit={t(replacementNames.start)}
          >
            <input type="hidden" name="instanceId" value={instanceId} />
          </ActionForm>
        ) : (
          <Notice tone="warning" title={t('You’ve reached your device limit')}>
            <p>
              {t('Both devices work for a while, so you need room for one more. Remove a device you no longer use.')}
            </p>
          </Notice>
        )}
        <div>
          <LinkButton href={path} variant="quiet">
            {t('Back to {name}', { name: device.name })}
          </LinkButton>
        </div>
      </div>
    </MainContent>
  );
}
