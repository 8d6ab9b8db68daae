import { Time } from '@/components/ui/time';

/** When a device was activated and last used, as far as the gateway tells. */
export function DeviceTimes({ activatedAt, lastUsedAt }: { activatedAt?: Date; lastUsedAt?: Date | null }) {
  return (
    <>
      {activatedAt && (
        <p className="text-sm text-ink-soft">
          Activated <Time at={activatedAt.toISOString()} />
        </p>
      )}
      {lastUsedAt !== undefined && (
        <p className="text-sm text-ink-soft">
          {lastUsedAt ? (
            <>
              Last used <Time at={lastUsedAt.toISOString()} />
            </>
          ) : (
            'Not used yet'
          )}
        </p>
      )}
    </>
  );
}
