import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { MainContent } from '@/components/site/layout/main-content';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { services } from '@/lib/server/composition/compose';
import { devicesNames, testLoginNames } from '@/lib/shared/names/device-names';
import { requirePagePermission } from '@/lib/server/web/sessions/signed-in';
import { withGatewayFallback } from '@/lib/server/web/answers/with-gateway-fallback';
import { t } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({ title: t(testLoginNames.testDevice) });

/** Which device to test; the only one is tested at once. What can be tested of it is on its own page. */
export default async function TestDevicePage() {
  const { user } = await requirePagePermission('authenticator:view', '/authenticators/test');
  const { directory } = (await services()).devices;
  const devices = await withGatewayFallback('unreachable', async () => {
    const { instances, others } = await directory.holdings(user);
    return [...instances, ...others];
  });
  const [only] = devices;
  if (devices !== 'unreachable' && devices.length === 1 && typeof only === 'object')
    redirect(testPath(only.instanceId));
  return (
    <MainContent>
      <PageHeading lead={leadOf(devices === 'unreachable' ? null : devices.length)}>
        {t(testLoginNames.testDevice)}
      </PageHeading>
      <ul className="grid justify-items-start gap-facts">
        {devices !== 'unreachable' &&
          devices.map(({ instanceId, name }) => (
            <li key={instanceId}>
              <LinkButton href={testPath(instanceId)} variant="secondary">
                {name}
              </LinkButton>
            </li>
          ))}
        {devices.length === 0 && (
          <li>
            <LinkButton href="/activations/new" variant="primary">
              {t(devicesNames.activate)}
            </LinkButton>
          </li>
        )}
      </ul>
    </MainContent>
  );
}

function testPath(instanceId: string): Route {
  return `/authenticators/${encodeURIComponent(instanceId)}#test` as Route;
}

/** @param count of devices; null while nobody can say */
function leadOf(count: number | null): string {
  if (count === null) return t('We can’t reach the activation service right now. Try again in a minute.');
  return count === 0 ? t('You have no device yet.') : t('Which one?');
}
