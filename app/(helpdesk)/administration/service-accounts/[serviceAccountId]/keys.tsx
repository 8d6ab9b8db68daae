import { StaffForm } from '@/components/staff/helpdesk/staff-form';
import { Badge } from '@/components/ui/badge';
import { Time } from '@/components/ui/time';
import { serviceAccountNames } from '@/lib/shared/names/staff-names';
import { opens, type ServiceAccount, type ServiceKey } from '@/lib/helpdesk/service-accounts/service-account';
import { endKeyAction } from './actions';
import { t } from '@/lib/shared/language/t';
import { RichText } from '@/components/site/language/rich-text';

type Props = { account: ServiceAccount; departed: ReadonlySet<string>; now: Date };

/** The keys of an account, the newest first, each with its way to be ended. @param departed from `departedHolders` */
export function Keys({ account: { id, keys, endedAt }, departed, now }: Props) {
  return (
    <ul aria-labelledby="keys" className="grid divide-y divide-line border-y border-line">
      {keys.map((key) => (
        <li key={key.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-4">
          <div className="min-w-0 flex-1 basis-60">
            <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
              <span className="font-mono">{key.id}</span>
              {!opens(key, now) && <Badge tone="neutral">{t('Ended')}</Badge>}
              {opens(key, now) && departed.has(key.shownTo) && (
                <Badge tone="warning">{t(serviceAccountNames.holderLeft)}</Badge>
              )}
            </h3>
            <p className="text-sm wrap-anywhere text-ink-soft">
              <RichText
                message="Shown to {person} {time}."
                values={{ person: key.shownTo, time: <Time at={key.madeAt.toISOString()} form="relative" /> }}
              />
            </p>
            {opens(key, now) && departed.has(key.shownTo) && (
              <p className="text-sm">{t('This person is no longer an administrator here. Replace the key.')}</p>
            )}
            <KeyTimes serviceKey={key} now={now} />
          </div>
          {endedAt === null && opens(key, now) && (
            <StaffForm
              action={endKeyAction}
              submit={
                <>
                  {t('End now')}
                  <span className="sr-only">{t(': the key {key}', { key: key.id })}</span>
                </>
              }
              pendingText={t('Ending…')}
              pageWords={t('The key {key} opens nothing any more.', { key: key.id })}
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
        <RichText
          message="Last used {time} from {address}."
          values={{
            time: <Time at={lastUse.at.toISOString()} form="relative" />,
            address: lastUse.address ?? t('an unknown address'),
          }}
        />
      ) : (
        t('Never used.')
      )}
      {endsAt && (
        <>
          {' '}
          <RichText
            message={now < endsAt ? 'Ends {time}.' : 'Ended {time}.'}
            values={{ time: <Time at={endsAt.toISOString()} form="until" /> }}
          />
        </>
      )}
    </p>
  );
}
