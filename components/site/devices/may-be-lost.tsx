import { Notice } from '@/components/ui/notice';
import { lossRisk, type Keeping, type LossRisk } from '@/lib/shared/keeping';
import { t, type Message } from '@/lib/shared/language/t';

type Risk = NonNullable<LossRisk>;

const WORDS = {
  unvisited: 'It runs in a browser tab, and the browser deletes it after seven days without a visit.',
  space: 'It runs in a browser tab, and the browser may delete it when the phone runs short of space.',
} as const satisfies Record<Risk, Message>;

const WHAT_TO_DO = {
  unvisited:
    'Add the app to the phone’s home screen and activate it there. A second device or a recovery code also lets you back in.',
  space:
    'On the phone, open the account’s settings in the app and ask the browser to keep it. A second device or a recovery code also lets you back in.',
} as const satisfies Record<Risk, Message>;

/** @param keeping undefined where the device has not said */
function riskOf(keeping: Keeping | undefined): LossRisk {
  return keeping ? lossRisk(keeping) : null;
}

/** That the phone's browser may delete the device, and what its owner can do; nothing where it is kept or has not said. */
export function MayBeLost({ keeping }: { keeping: Keeping | undefined }) {
  const risk = riskOf(keeping);
  if (risk === null) return null;
  return (
    <Notice tone={risk === 'unvisited' ? 'warning' : 'info'} title={t('This device may be lost')}>
      <p>{t(WORDS[risk])}</p>
      <p>{t(WHAT_TO_DO[risk])}</p>
    </Notice>
  );
}

/** The same in a list. */
export function MayBeLostLine({ keeping }: { keeping: Keeping | undefined }) {
  const risk = riskOf(keeping);
  if (risk === null) return null;
  return (
    <p className="mt-1 text-sm">
      <strong className={risk === 'unvisited' ? 'text-warning' : ''}>{t('May be lost')}</strong> · {t(WORDS[risk])}
    </p>
  );
}
