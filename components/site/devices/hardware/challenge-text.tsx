import { t } from '@/lib/shared/language/t';
import { hardwareNames } from '@/lib/shared/names/device-names';

/** A challenge in large groups for whoever types it, and digit by digit for whoever hears it. */
export function ChallengeText({ text }: { text: string }) {
  const groups = text.match(/.{1,4}/g) ?? [];
  return (
    <div role="group" aria-label={t(hardwareNames.challenge)} className="grid gap-fact">
      <p className="font-semibold" aria-hidden="true">
        {t(hardwareNames.challenge)}
      </p>
      <p className="sr-only">{text.match(/./g)?.join(' ')}</p>
      <p aria-hidden="true" className="flex flex-wrap gap-x-5 gap-y-1 font-mono text-3xl font-semibold">
        {groups.map((group, index) => (
          // Groups of a challenge may be equal, and none moves.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={index}>{group}</span>
        ))}
      </p>
      <p className="text-sm text-ink-soft">{t('Type it into your device, which shows a response.')}</p>
    </div>
  );
}
