import { Badge } from '@/components/ui/badge';
import { StateDot } from '@/components/ui/lists/state-dot';
import type { ServiceStatus } from '@/lib/helpdesk/service-accounts/service-account';
import { t, type PlainMessage } from '@/lib/shared/language/t';

const STATUS: Record<ServiceStatus, { tone: 'success' | 'info' | 'warning' | 'neutral'; words: PlainMessage }> = {
  active: { tone: 'success', words: 'Active' },
  'no-key': { tone: 'info', words: 'No key' },
  suspended: { tone: 'warning', words: 'Suspended' },
  expired: { tone: 'warning', words: 'Expired' },
  ended: { tone: 'neutral', words: 'Ended' },
};

export function StatusBadge({ status }: { status: ServiceStatus }) {
  const { tone, words } = STATUS[status];
  return <Badge tone={tone}>{t(words)}</Badge>;
}

/** The same in a row of a list. */
export function StatusDot({ status }: { status: ServiceStatus }) {
  const { tone, words } = STATUS[status];
  return <StateDot tone={tone}>{t(words)}</StateDot>;
}
