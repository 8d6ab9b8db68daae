import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { LinkButton } from '@/components/ui/link-button';
import { SuccessMark } from './success-mark';

/** The end everybody wants: what was activated, and where to go from here. @param canTest whether the gateway tests logins */
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
