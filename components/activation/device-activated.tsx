import { DescriptionList } from '@/components/ui/description-list';
import { LinkButton } from '@/components/ui/link-button';

/** The end everybody wants: what was activated, and where to go from here. */
export function DeviceActivated({ deviceName, instanceId }: { deviceName: string | null; instanceId: string | null }) {
  const items = [
    ...(deviceName ? [{ term: 'Device', description: deviceName }] : []),
    ...(instanceId ? [{ term: 'Serial number', description: instanceId }] : []),
  ];
  return (
    <div className="grid gap-8">
      <DescriptionList items={items} />
      <div className="flex flex-wrap gap-3">
        {instanceId && (
          <LinkButton href={`/authenticators/${encodeURIComponent(instanceId)}`}>Test this device</LinkButton>
        )}
        <LinkButton href="/" variant="secondary">
          Your devices
        </LinkButton>
      </div>
    </div>
  );
}
