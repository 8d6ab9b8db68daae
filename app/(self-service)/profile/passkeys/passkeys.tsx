import { RichText } from '@/components/site/language/rich-text';
import { Badge } from '@/components/ui/badge';
import { InlineConfirm } from '@/components/ui/buttons/inline-confirm';
import { TextField } from '@/components/ui/fields/text-field';
import { Time } from '@/components/ui/time';
import { MAXIMUM_PASSKEY_NAME_LENGTH, type Passkey } from '@/lib/accounts/passkeys/passkey';
import type { RelyingParty } from '@/lib/accounts/passkeys/passkey-verifier';
import type { ProofPrompt } from '@/lib/shared/form-state';
import { passkeysNames } from '@/lib/shared/names/profile-names';
import { removePasskeyAction, renamePasskeyAction } from './actions';
import { AddPasskeyForm } from './add-passkey-form';
import { PasskeyForm } from './passkey-form';
import { t } from '@/lib/shared/language/t';

/**
 * The person's passkeys, and a form for another one.
 * @param relyingParty null where the site's address allows none
 * @param browser in words
 * @param proofs what adding and removing one asks for
 */
export function Passkeys({
  passkeys,
  relyingParty,
  browser,
  proofs,
}: {
  passkeys: readonly Passkey[];
  relyingParty: RelyingParty | null;
  browser: string;
  proofs: Record<'add' | 'remove', ProofPrompt | null>;
}) {
  return (
    <>
      {passkeys.length > 0 && (
        <ul aria-label={t(passkeysNames.passkeys)} className="mb-5 grid divide-y divide-line border-y border-line">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} proof={proofs.remove} />
          ))}
        </ul>
      )}
      <div className="max-w-form">
        {relyingParty ? (
          <AddPasskeyForm origin={relyingParty.origin} suggestedName={browser} proof={proofs.add} />
        ) : (
          <p>
            {t(
              'Passkeys don’t work at this site’s address: browsers offer them only to a host name with https. Ask whoever runs this site.',
            )}
          </p>
        )}
      </div>
    </>
  );
}

function PasskeyRow({ passkey, proof }: { passkey: Passkey; proof: ProofPrompt | null }) {
  const { id, name, createdAt, lastUsedAt, isBackedUp } = passkey;
  const group = `passkey-${id}`;
  const addedAt = <Time at={createdAt.toISOString()} form="relative" />;
  return (
    <li className="grid gap-3 py-4">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-semibold wrap-anywhere">{name}</span>
          {isBackedUp && <Badge tone="info">{t('Synced')}</Badge>}
        </p>
        <p className="text-sm text-ink-soft">
          {lastUsedAt ? (
            <RichText
              message="Added {added}, last used {used}"
              values={{ added: addedAt, used: <Time at={lastUsedAt.toISOString()} form="relative" /> }}
            />
          ) : (
            <RichText message="Added {added}, never used" values={{ added: addedAt }} />
          )}
        </p>
      </div>
      <div className="flex flex-wrap gap-3 *:open:basis-full">
        <InlineConfirm key={name} label={t(passkeysNames.rename)} about={name} group={group}>
          <PasskeyForm
            action={renamePasskeyAction}
            submit={t(passkeysNames.saveName)}
            pendingText={t('Saving…')}
            pageWords={t('The new name is saved.')}
          >
            <input type="hidden" name="passkeyId" value={id} />
            <TextField
              label={t(passkeysNames.name)}
              name="name"
              defaultValue={name}
              required
              maxLength={MAXIMUM_PASSKEY_NAME_LENGTH}
            />
          </PasskeyForm>
        </InlineConfirm>
        <InlineConfirm label={t(passkeysNames.remove)} about={name} group={group}>
          <p className="wrap-anywhere">
            {t('Remove {name}? It can no longer sign in as you. Delete it in your browser or on your key as well.', {
              name,
            })}
          </p>
          <PasskeyForm
            action={removePasskeyAction}
            proof={proof}
            asks="when-used"
            submit={t(passkeysNames.removeIt)}
            variant="danger"
            pendingText={t('Removing…')}
            pageWords={t('{name} is removed.', { name })}
          >
            <input type="hidden" name="passkeyId" value={id} />
          </PasskeyForm>
        </InlineConfirm>
      </div>
    </li>
  );
}
