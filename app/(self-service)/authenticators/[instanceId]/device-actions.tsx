import { ActionForm } from '@/components/forms/action-form';
import { ActionList, ActionRow } from '@/components/ui/action-list';
import { Card } from '@/components/ui/card';
import { InlineConfirm } from '@/components/ui/inline-confirm';
import { LinkButton } from '@/components/ui/link-button';
import { TextField } from '@/components/ui/text-field';
import { MAXIMUM_DEVICE_NAME_LENGTH } from '@/lib/activation/start/device-name';
import type { AuthenticatorInstance, DirectoryCapabilities } from '@/lib/devices/authenticator-directory';
import type { HoldCause } from '@/lib/devices/locks/device-holds';
import { deviceNames } from '@/lib/names/device-names';
import { ShortName } from '@/components/ui/short-name';
import { lockAction, removeAction, renameAction, unlockAction } from './actions';
import { t } from '@/lib/language/t';

/** One confirmation is open at a time. */
const GROUP = 'device-actions';

/**
 * What a person can do with their device.
 * @param causes why it is locked
 * @param isOnly whether they have no other
 */
export function DeviceActions({
  device: { instanceId, name, state },
  capabilities,
  causes,
  canReplace,
  isOnly,
  stepUp,
}: {
  device: AuthenticatorInstance;
  capabilities: DirectoryCapabilities;
  causes: readonly HoldCause[];
  canReplace: boolean;
  isOnly: boolean;
  stepUp: 'due' | 'later';
}) {
  const id = <input type="hidden" name="instanceId" value={instanceId} />;
  const isLocked = state === 'locked';
  const others = causes.filter((cause) => cause !== 'person');
  const isOwnLock = isLocked && (others.length === 0 || causes.includes('person'));
  const only = isOnly ? 'This is your only device. ' : '';
  return (
    <>
      <Card>
        <h2 className="mb-5 text-xl font-semibold">Manage this device</h2>
        <ActionList label="Actions">
          {isOwnLock && capabilities.unlock === true && (
            <ActionRow
              title="Unlock"
              text={
                others.length === 0
                  ? 'It can sign in as you again right away.'
                  : 'Lifts your own lock. The device stays locked for the reason above.'
              }
            >
              <InlineConfirm key="unlock" label={deviceNames.unlock} about={name} group={GROUP} variant="primary">
                <p>Only unlock {name} if you have it with you.</p>
                <ActionForm
                  action={unlockAction}
                  stepUp={stepUp}
                  submit={deviceNames.unlockIt}
                  pendingText="Unlocking…"
                  pageWords={others.length === 0 ? `${name} is unlocked.` : 'Your own lock is lifted.'}
                >
                  {id}
                </ActionForm>
              </InlineConfirm>
            </ActionRow>
          )}
          {capabilities.rename === true && (
            <ActionRow title="Name" text="Choose a name that tells your devices apart.">
              <InlineConfirm key={name} label={deviceNames.rename} about={name} group={GROUP}>
                <ActionForm
                  action={renameAction}
                  stepUp={stepUp}
                  submit={deviceNames.saveName}
                  pendingText="Saving…"
                  pageWords="The new name is saved."
                >
                  {id}
                  <TextField
                    label={deviceNames.name}
                    name="deviceName"
                    defaultValue={name}
                    required
                    maxLength={MAXIMUM_DEVICE_NAME_LENGTH}
                  />
                </ActionForm>
              </InlineConfirm>
            </ActionRow>
          )}
          {canReplace && (
            <ActionRow title="Replace" text={`Move from ${name} to a new phone.`}>
              <LinkButton href={`/authenticators/${encodeURIComponent(instanceId)}/replace`} variant="secondary">
                <ShortName shown="Replace" name={t(deviceNames.replace, { device: name })} />
              </LinkButton>
            </ActionRow>
          )}
          {!isLocked && capabilities.lock === true && (
            <ActionRow title="Lock" text="Use this if you’ve misplaced it. You can unlock it here.">
              <InlineConfirm key="lock" label={deviceNames.lock} about={name} group={GROUP}>
                <p>
                  Lock {name}? {only}It can’t sign in as you until you unlock it here.
                </p>
                <ActionForm
                  action={lockAction}
                  stepUp="never"
                  submit={deviceNames.lockIt}
                  pendingText="Locking…"
                  pageWords={`${name} is locked. It can’t sign in as you until you unlock it.`}
                >
                  {id}
                </ActionForm>
              </InlineConfirm>
            </ActionRow>
          )}
        </ActionList>
      </Card>
      {capabilities.remove === true && (
        <section aria-labelledby="danger-zone" className="rounded-card border border-danger bg-surface p-5 sm:p-6">
          <h2 id="danger-zone" className="mb-5 text-xl font-semibold text-danger">
            Danger zone
          </h2>
          <ActionList label="Actions that cannot be undone">
            <ActionRow
              title="Remove"
              text={`${only}This can’t be undone. To use it again, you’ll need to activate it again.`}
            >
              <InlineConfirm key="remove" label={deviceNames.remove} about={name} group={GROUP}>
                <p>Remove {name}? It can never sign in as you again.</p>
                <ActionForm
                  action={removeAction}
                  stepUp={stepUp}
                  submit={deviceNames.removeIt}
                  variant="danger"
                  pendingText="Removing…"
                  pageWords={`${name} is removed.`}
                >
                  {id}
                </ActionForm>
              </InlineConfirm>
            </ActionRow>
          </ActionList>
        </section>
      )}
    </>
  );
}
