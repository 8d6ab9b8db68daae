import type { Metadata } from 'next';
import { DeviceList } from '@/components/devices/device-list';
import { ActivityTimeline, activity } from '@/components/audit/activity-timeline';
import { MainContent } from '@/components/layout/main-content';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import type { User } from '@/lib/accounts/users/user';
import { readLimits } from '@/lib/devices/read-limits';
import { services } from '@/lib/composition/compose';
import { withGatewayFallback } from '@/lib/web/answers/with-gateway-fallback';
import { requirePagePermission } from '@/lib/web/sessions/signed-in';

export const metadata: Metadata = { title: 'Your devices' };

const RECENT = 6;

export default async function DevicesPage() {
  const { user } = await requirePagePermission('authenticator:view', '/');
  const { activation, access } = await services();
  const [devices, pending, recent] = await Promise.all([
    withGatewayFallback(null, () => readDevices(user)),
    activation.store.findPending(user),
    access.audit.listFor(user, RECENT),
  ]);
  return (
    <MainContent>
      <PageHeading
        lead="Phones and tablets that can sign in as you."
        action={devices?.instances.length !== 0 && <LinkButton href="/activations/new">Activate a device</LinkButton>}
      >
        Your devices
      </PageHeading>
      <div className="grid gap-10">
        {pending && (
          <Notice tone="info" title="An activation is under way">
            <p className="mb-2">Go on with it where you left off.</p>
            <LinkButton href={`/activations/${pending.id}`} variant="secondary">
              Continue
            </LinkButton>
          </Notice>
        )}
        {devices ? (
          <DeviceList {...devices} />
        ) : (
          <Notice tone="warning" title="Your devices cannot be shown right now">
            The activation service does not answer. Your devices go on working; reload this page in a minute.
          </Notice>
        )}
        <ActivityTimeline events={recent.map(activity)} />
      </div>
    </MainContent>
  );
}

async function readDevices(user: User) {
  const { directory } = (await services()).authenticators;
  const [instances, limits] = await Promise.all([directory.list(user), readLimits(directory, user)]);
  return { instances, limits };
}
