import { StaffForm } from '@/components/helpdesk/staff-form';
import { Badge } from '@/components/ui/badge';
import { Time } from '@/components/ui/time';
import { opens, type ServiceAccount, type ServiceKey } from '@/lib/service-accounts/service-account';
import { endKeyAction } from './actions';

/** The keys of an account, the newest first, each with its way to be ended. */
export function Keys({ account: { id, keys, endedAt }, now }: { account: ServiceAccount; now: Date }) {
  return (
    <ul aria-labelledby="keys" className="grid divide-y divide-line border-y border-line">
      {keys.map((key) => (
        <li key={key.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-4">
          <div className="min-w-0 flex-1 basis-60">
            <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-mono font-semibold">
              {key.id}
              {!opens(key, now) && <Badge tone="neutral">Ended</Badge>}
            </h3>
            <p className="text-sm wrap-anywhere text-ink-soft">
              Shown to {key.shownTo} <Time at={key.madeAt.toISOString()} form="relative" />.
            </p>
            <KeyTimes serviceKey={key} now={now} />
          </div>
          {endedAt === null && opens(key, now) && (
            <StaffForm
              action={endKeyAction}
              stepUp="never"
              submit={
                <>
                  End now<span className="sr-only">: the key {key.id}</span>
                </>
              }
              pendingText="Ending…"
              pageWords={`The key ${key.id} opens nothing any more.`}
              variant="secondary"
            >
              <input type="hidden" name="serviceAccountId" value={id} />
              <input type="hidden" name="keyId" value={key.id} />
            </StaffForm>
          )}
        </li>
      ))}
    </ul>
  );
}

function KeyTimes({ serviceKey: { endsAt, lastUse }, now }: { serviceKey: ServiceKey; now: Date }) {
  return (
    <p className="text-sm wrap-anywhere text-ink-soft">
      {lastUse ? (
        <>
          Last used <Time at={lastUse.at.toISOString()} form="relative" /> from{' '}
          {lastUse.address ?? 'an unknown address'}.
        </>
      ) : (
        'Never used.'
      )}
      {endsAt && (
        <>
          {' '}
          {now < endsAt ? 'Ends' : 'Ended'} <Time at={endsAt.toISOString()} form="relative" />.
        </>
      )}
    </p>
  );
}
