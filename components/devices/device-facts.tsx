import { RichText } from '@/components/language/rich-text';
import { Badge } from '@/components/ui/badge';
import { Time } from '@/components/ui/time';
import { t } from '@/lib/language/t';

/** When a device was activated and last used, where the gateway reports it. */
export function DeviceTimes({ activatedAt, lastUsedAt }: { activatedAt?: Date; lastUsedAt?: Date | null }) {
  return (
    <>
      {activatedAt && (
        <p className="text-sm text-ink-soft">
          <RichText
            message="Activated {time}"
            values={{ time: <Time at={activatedAt.toISOString()} form="relative" /> }}
          />
        </p>
      )}
      {lastUsedAt !== undefined && (
        <p className="text-sm text-ink-soft">
          {lastUsedAt ? (
            <RichText
              message="Last used {time}"
              values={{ time: <Time at={lastUsedAt.toISOString()} form="relative" /> }}
            />
          ) : (
            t('Never used')
          )}
        </p>
      )}
    </>
  );
}

/** @param at null for a device that was never used; undefined if the gateway does not say */
export function MomentOr({ at }: { at: Date | null | undefined }) {
  if (at === undefined) return t('Unknown');
  return at ? <Time at={at.toISOString()} form="relative" /> : t('Never used');
}

export function DeviceState({ state }: { state: 'active' | 'locked' }) {
  return state === 'active' ? <Badge tone="success">{t('Active')}</Badge> : <Badge tone="warning">{t('Locked')}</Badge>;
}

/** A phone with the site's tiles on its screen. Decorative. */
export function DevicePicture({ className }: { className: string }) {
  return (
    <svg viewBox="0 0 40 56" aria-hidden="true" focusable="false" className={className}>
      <rect x="2" y="2" width="36" height="52" rx="7" strokeWidth="2.5" className="fill-page stroke-line-strong" />
      <path d="M10 16h8v8h-8ZM22 16h8v8h-8ZM10 28h8v8h-8Z" className="fill-accent" />
      <path d="M22 28h8v8h-8Z" className="fill-tile" />
      <path d="M16 46h8" strokeWidth="2.5" strokeLinecap="round" className="stroke-line-strong" />
    </svg>
  );
}
