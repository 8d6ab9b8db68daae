import type { Metadata } from 'next';
import { RequestNotice } from '@/components/site/devices/hardware/request-state';
import { MainContent } from '@/components/site/layout/main-content';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { services } from '@/lib/server/composition/compose';
import { hardwareIn } from '@/lib/devices/hardware/assign-hardware';
import { t } from '@/lib/shared/language/t';
import { areaNames } from '@/lib/shared/names/area-names';
import { hardwareNames } from '@/lib/shared/names/device-names';
import { askBeforehand } from '@/lib/server/web/actions/ask-beforehand';
import { withGatewayFallback } from '@/lib/server/web/answers/with-gateway-fallback';
import { requirePagePermission } from '@/lib/server/web/sessions/signed-in';
import { AssignForm } from './assign-form';

export const generateMetadata = (): Metadata => ({ title: t(hardwareNames.heading) });

export default async function AssignPage() {
  const signedIn = await requirePagePermission('authenticator:change', '/authenticators/assign');
  const { hardware, config } = await services();
  const { assignment } = hardware.hardware;
  const devices = assignment && (await withGatewayFallback(null, () => hardware.directory.holdings(signedIn.user)));
  const held = devices ? hardwareIn(devices) : 'none';
  const isByLogin = config.gateway.kind === 'onespan-server' && config.gateway.hardware.assignment?.by === 'login';
  return (
    <MainContent width="prose">
      <PageHeading lead={t('For a device of its own that your organisation has given you.')}>
        {t(hardwareNames.heading)}
      </PageHeading>
      <div className="grid max-w-form gap-6">
        {!assignment && (
          <Notice tone="info">
            <p>
              {t(
                'Your organisation assigns these devices itself. If you have one that isn’t in your list, ask the helpdesk.',
              )}
            </p>
          </Notice>
        )}
        {devices?.requests?.map((request) => (
          <RequestNotice key={request.serialNumber} request={request} />
        ))}
        {held === 'held' && (
          <Notice tone="info">
            <p>
              {t(
                'You already have a hardware authenticator, and people have one each. If it is lost or broken, call the helpdesk.',
              )}
            </p>
          </Notice>
        )}
        {assignment && held === 'none' && (
          <AssignForm
            proof={await askBeforehand(signedIn, { action: 'assign-hardware', given: ['password'] })}
            hasLogin={isByLogin}
          />
        )}
        <div className="-ml-3">
          <LinkButton href="/" variant="quiet">
            {t(areaNames.yourDevices)}
          </LinkButton>
        </div>
      </div>
    </MainContent>
  );
}
