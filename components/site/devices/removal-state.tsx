import { RichText } from '@/components/site/language/rich-text';
import { Notice } from '@/components/ui/notice';
import { Time } from '@/components/ui/time';
import type { OperationProgress } from '@/lib/devices/pending/pending-operation';
import { t, type PlainMessage } from '@/lib/shared/language/t';

const REFUSED_WORDS = {
  rejected: 'Its removal was not approved.',
  withdrawn: 'Its removal was withdrawn at the activation service.',
  changed: 'Its removal was given up, because a device was added meanwhile.',
  expired: 'Nobody approved its removal in 30 days.',
} as const satisfies Record<Exclude<OperationProgress['state'], 'waiting'>, PlainMessage>;

/** How the removal of a device goes that waits for somebody's approval, in a line. */
export function RemovalLine({ removal }: { removal: OperationProgress }) {
  return <p className="text-sm font-semibold text-warning">{removalWords(removal)}</p>;
}

/** The same on the device's own page, with what to do next. */
export function RemovalNotice({ removal }: { removal: OperationProgress }) {
  if (removal.state !== 'waiting')
    return (
      <Notice tone="info" title={removalWords(removal)}>
        <p>{t('The device works as before. Remove it again if it is to go.')}</p>
      </Notice>
    );
  return (
    <Notice tone="warning" title={removalWords(removal)}>
      <p>
        <RichText
          message="An administrator of your organisation has to approve the removal, requested {time}. The device works until then."
          values={{ time: <Time at={removal.since.toISOString()} form="relative" /> }}
        />
      </p>
    </Notice>
  );
}

function removalWords({ state, reference }: OperationProgress): string {
  if (state !== 'waiting') return t(REFUSED_WORDS[state]);
  return reference === null
    ? t('Removal sent for approval')
    : t('Removal sent for approval, reference {reference}', { reference });
}
