import { ReplacementSteps } from '@/components/devices/replacement/replacement-steps';
import type { OpenReplacement } from '@/lib/devices/replacement/device-replacement';
import { t } from '@/lib/language/t';

/**
 * Where the replacement of a device is, which the activation is a part of. One line where there is room: what stands below,
 * the image above all, is to be seen without scrolling.
 */
export function ReplacingSteps({ oldName, state }: { oldName: string; state: OpenReplacement['state'] }) {
  return (
    <div className="mb-5 flex flex-wrap items-center justify-between gap-x-8 gap-y-3 rounded-control border border-line bg-surface px-4 py-3 print:hidden">
      <p className="font-semibold wrap-anywhere">{t('Replacing {device}', { device: oldName })}</p>
      <ReplacementSteps state={state} />
    </div>
  );
}
