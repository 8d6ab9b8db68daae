import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { LinkButton } from '@/components/ui/link-button';
import { SuccessMark } from './success-mark';

/** The end of a successful activation, and the next steps. @param canTest whether the gateway supports test logins */
export function DeviceActivated({
  deviceName,
  instanceId,
  canTest,
}: {
  deviceName: string | null;
  instanceId: string | null;
  canTest: boolean;
}) {
  const isTested = canTest && instanceId !== null;
  const items = [
    ...(deviceName ? [{ term: 'Device', description: deviceName }] : []),
    ...(instanceId ? [{ term: 'Serial number', description: instanceId }] : []),
  ];
  return (
    <div className="grid max-w-prose gap-8">
      <Card>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
          <SuccessMark />
          <DescriptionList items={items} />
        </div>
      </Card>
      <div className="flex flex-wrap gap-3">
        {isTested && (
          <LinkButton href={`/authenticators/${encodeURIComponent(instanceId)}`}>Test this device</LinkButton>
        )}
        <LinkButton href="/" variant={isTested ? 'secondary' : 'primary'}>
          Your devices
        </LinkButton>
      </div>
    </div>
  );
}
