import { Badge } from '@/components/ui/badge';

export function DeviceState({ state }: { state: 'active' | 'locked' }) {
  return state === 'active' ? <Badge tone="success">Active</Badge> : <Badge tone="warning">Locked</Badge>;
}
