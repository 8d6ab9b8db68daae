import { StaffForm } from '@/components/staff/helpdesk/staff-form';
import { Card } from '@/components/ui/card';
import { TextField } from '@/components/ui/fields/text-field';
import { Time } from '@/components/ui/time';
import { serviceAccountNames } from '@/lib/shared/names/staff-names';
import {
  MAXIMUM_RETURN_NAME_LENGTH,
  MOST_RETURN_ADDRESSES,
  type ReturnAddress,
} from '@/lib/helpdesk/service-accounts/return-address';
import type { ServiceAccount } from '@/lib/helpdesk/service-accounts/service-account';
import { addReturnAddressAction, removeReturnAddressAction } from './return-address-actions';
import { t } from '@/lib/shared/language/t';
import { RichText } from '@/components/site/language/rich-text';

/** Where people come back to from an account's activation links, and what registers another. */
export function ReturnAddresses({ account: { id, returnAddresses } }: { account: ServiceAccount }) {
  return (
    <div className="grid gap-6">
      {returnAddresses.length > 0 && (
        <ul aria-labelledby="return-addresses" className="grid divide-y divide-line border-y border-line">
          {returnAddresses.map((address) => (
            <Registered key={address.url} id={id} address={address} />
          ))}
        </ul>
      )}
      {returnAddresses.length < MOST_RETURN_ADDRESSES && (
        <Card>
          <StaffForm
            // Empty again after each that was registered.
            key={returnAddresses.length}
            action={addReturnAddressAction}
            decides
            submit={t(serviceAccountNames.registerAddress)}
            pendingText={t('Registering…')}
            pageWords={t('The return address is registered.')}
            variant="secondary"
          >
            <input type="hidden" name="serviceAccountId" value={id} />
            <TextField
              label={t(serviceAccountNames.returnName)}
              name="returnName"
              hint={t('People read it: “Back to Example Bank”.')}
              maxLength={MAXIMUM_RETURN_NAME_LENGTH}
              autoComplete="off"
            />
            <TextField
              label={t(serviceAccountNames.returnUrl)}
              name="returnUrl"
              hint={t('https, and compared to the letter. http for localhost alone.')}
              inputMode="url"
              autoComplete="off"
            />
          </StaffForm>
        </Card>
      )}
    </div>
  );
}

function Registered({ id, address: { url, name, addedBy, addedAt } }: { id: string; address: ReturnAddress }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-4">
      <div className="min-w-0 flex-1 basis-60">
        <h3 className="font-semibold wrap-anywhere">{name}</h3>
        <p className="font-mono text-sm wrap-anywhere">{url}</p>
        <p className="text-sm wrap-anywhere text-ink-soft">
          <RichText
            message="Registered by {person} {time}."
            values={{ person: addedBy, time: <Time at={addedAt.toISOString()} form="relative" /> }}
          />
        </p>
      </div>
      <StaffForm
        action={removeReturnAddressAction}
        submit={
          <>
            {t('Remove')}
            <span className="sr-only">: {name}</span>
          </>
        }
        pendingText={t('Removing…')}
        pageWords={t('Nobody is sent to {url} any more.', { url })}
        variant="secondary"
      >
        <input type="hidden" name="serviceAccountId" value={id} />
        <input type="hidden" name="returnUrl" value={url} />
      </StaffForm>
    </li>
  );
}
