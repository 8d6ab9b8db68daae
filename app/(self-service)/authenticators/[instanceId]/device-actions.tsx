import { ActionForm } from '@/components/site/forms/action-form';
import { ActionList, ActionRow } from '@/components/ui/lists/action-list';
import { InlineConfirm } from '@/components/ui/buttons/inline-confirm';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { TextField } from '@/components/ui/fields/text-field';
import { MAXIMUM_DEVICE_NAME_LENGTH } from '@/lib/activation/start/device-name';
import type { AuthenticatorInstance, DirectoryCapabilities } from '@/lib/devices/authenticator-directory';
import type { HoldCause } from '@/lib/devices/locks/device-holds';
import type { ProofPrompt } from '@/lib/shared/form-state';
import { deviceNames } from '@/lib/shared/names/device-names';
import { RichText } from '@/components/site/language/rich-text';
import { Time } from '@/components/ui/time';
import { ShortName } from '@/components/ui/short-name';
import { deleteCopyAction, lockAction, removeAction, renameAction, unlockAction } from './actions';
import { t } from '@/lib/shared/language/t';

/** One confirmation is open at a time. */
const GROUP = 'device-actions';

/**
 * What a person can do with their device.
 * @param causes why it is locked
 * @param isOnly whether they have no other
 */
export function DeviceActions({
  device: { instanceId, name, state, copyKeptAt, removal },
  capabilities,
  causes,
  canReplace,
  isOnly,
  proofs,
}: {
  device: AuthenticatorInstance;
  capabilities: DirectoryCapabilities;
  causes: readonly HoldCause[];
  canReplace: boolean;
  isOnly: boolean;
  /** What each of them asks for. */
  proofs: Record<'unlock' | 'rename' | 'remove', ProofPrompt | null>;
}) {
  const id = <input type="hidden" name="instanceId" value={instanceId} />;
  const isLocked = state === 'locked';
  const others = causes.filter((cause) => cause !== 'person');
  const isOwnLock = isLocked && (others.length === 0 || causes.includes('person'));
  return (
    <section aria-labelledby="manage-device" className="border-t border-line pt-groups">
      <h2 id="manage-device" className="mb-5 text-xl font-semibold">
        {t('Manage this device')}
      </h2>
      <ActionList label={t('Actions')}>
        {isOwnLock && capabilities.unlock === true && (
          <ActionRow
            title={t('Unlock')}
            text={
              others.length === 0
                ? t('It can sign in as you again right away.')
                : t('Lifts your own lock. The device stays locked for the reason above.')
            }
          >
            <InlineConfirm key="unlock" label={t(deviceNames.unlock)} about={name} group={GROUP} variant="primary">
              <p>{t('Only unlock {name} if you have it with you.', { name })}</p>
              <ActionForm
                action={unlockAction}
                proof={proofs.unlock}
                asks="when-used"
                submit={t(deviceNames.unlockIt)}
                pendingText={t('Unlocking…')}
                pageWords={others.length === 0 ? t('{name} is unlocked.', { name }) : t('Your own lock is lifted.')}
              >
                {id}
              </ActionForm>
            </InlineConfirm>
          </ActionRow>
        )}
        {capabilities.rename === true && <RenameRow instanceId={instanceId} name={name} proof={proofs.rename} />}
        {canReplace && (
          <ActionRow title={t('Replace')} text={t('Move from {name} to a new phone.', { name })}>
            <LinkButton href={`/authenticators/${encodeURIComponent(instanceId)}/replace`} variant="secondary">
              <ShortName shown={t('Replace')} name={t(deviceNames.replace, { device: name })} />
            </LinkButton>
          </ActionRow>
        )}
        {copyKeptAt && (
          <ActionRow
            title={t('Copy of the phone')}
            text={
              <RichText
                message="A copy is kept since {time}. With its passkey and the PIN it brings the phone back, once."
                values={{ time: <Time at={copyKeptAt.toISOString()} form="day" /> }}
              />
            }
          >
            <div className="sm:absolute sm:top-0 sm:right-0">
              <ActionForm
                action={deleteCopyAction}
                submit={t(deviceNames.deleteCopy)}
                variant="secondary"
                pendingText={t('Deleting…')}
                pageWords={t('The copy is deleted.')}
              >
                {id}
              </ActionForm>
            </div>
          </ActionRow>
        )}
        {!isLocked && capabilities.lock === true && (
          <ActionRow title={t('Lock')} text={t('Use this if you’ve misplaced it. You can unlock it here.')}>
            <InlineConfirm key="lock" label={t(deviceNames.lock)} about={name} group={GROUP}>
              <p>
                {isOnly
                  ? t('Lock {name}? This is your only device. It can’t sign in as you until you unlock it here.', {
                      name,
                    })
                  : t('Lock {name}? It can’t sign in as you until you unlock it here.', { name })}
              </p>
              <ActionForm
                action={lockAction}
                submit={t(deviceNames.lockIt)}
                pendingText={t('Locking…')}
                pageWords={t('{name} is locked. It can’t sign in as you until you unlock it.', { name })}
              >
                {id}
              </ActionForm>
            </InlineConfirm>
          </ActionRow>
        )}
        {capabilities.remove === true && removal?.state !== 'waiting' && (
          <ActionRow
            title={t('Remove')}
            text={
              isOnly
                ? t(
                    'This is your only device. This can’t be undone. To use it again, you’ll need to activate it again.',
                  )
                : t('This can’t be undone. To use it again, you’ll need to activate it again.')
            }
          >
            <InlineConfirm key="remove" label={t(deviceNames.remove)} about={name} group={GROUP}>
              <p>{t('Remove {name}? It can never sign in as you again.', { name })}</p>
              <ActionForm
                action={removeAction}
                proof={proofs.remove}
                asks="when-used"
                submit={t(deviceNames.removeIt)}
                variant="danger"
                pendingText={t('Removing…')}
                pageWords={t('{name} is removed.', { name })}
                pageWordsByCode={{
                  'awaiting-approval': t('The removal of {device} was sent for approval.', { device: name }),
                }}
              >
                {id}
              </ActionForm>
            </InlineConfirm>
          </ActionRow>
        )}
      </ActionList>
    </section>
  );
}

export function RenameRow({
  instanceId,
  name,
  proof,
}: {
  instanceId: string;
  name: string;
  proof: ProofPrompt | null;
}) {
  return (
    <ActionRow title={t('Name')} text={t('Choose a name that tells your devices apart.')}>
      <InlineConfirm key={name} label={t(deviceNames.rename)} about={name} group={GROUP}>
        <ActionForm
          action={renameAction}
          proof={proof}
          asks="when-used"
          submit={t(deviceNames.saveName)}
          pendingText={t('Saving…')}
          pageWords={t('The new name is saved.')}
        >
          <input type="hidden" name="instanceId" value={instanceId} />
          <TextField
            label={t(deviceNames.name)}
            name="deviceName"
            defaultValue={name}
            required
            maxLength={MAXIMUM_DEVICE_NAME_LENGTH}
          />
        </ActionForm>
      </InlineConfirm>
    </ActionRow>
  );
}
