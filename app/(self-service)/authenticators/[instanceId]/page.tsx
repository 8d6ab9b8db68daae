import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { TestLoginForm } from '@/components/devices/test-login-form';
import { OWN_HOLD_WORDS } from '@/components/devices/hold-words';
import { ActionForm } from '@/components/forms/action-form';
import { MainContent } from '@/components/layout/main-content';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { InlineConfirm } from '@/components/ui/inline-confirm';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { TextField } from '@/components/ui/text-field';
import { Time } from '@/components/ui/time';
import { MAXIMUM_DEVICE_NAME_LENGTH } from '@/lib/activation/start/device-name';
import { services } from '@/lib/composition/compose';
import { withGatewayFallback } from '@/lib/web/answers/with-gateway-fallback';
import { requirePagePermission, isStepUpDueFor } from '@/lib/web/sessions/signed-in';
import { canReplace } from '@/lib/devices/replacement/start-replacement';
import { findOwnAuthenticator } from '@/lib/devices/find-own-authenticator';
import { lockAction, removeAction, renameAction, testLoginAction, unlockAction } from './actions';
import { ReplacementNotice } from './replacement-notice';

export const metadata: Metadata = { title: 'Device' };

export default async function AuthenticatorPage({ params }: { params: Promise<{ instanceId: string }> }) {
  const instanceId = decodeURIComponent((await params).instanceId);
  const signedIn = await requirePagePermission('authenticator:view', `/authenticators/${instanceId}`);
  const { directory, holds, replacements } = (await services()).authenticators;
  const instance = await withGatewayFallback('unreachable', () =>
    findOwnAuthenticator(directory, signedIn.user, instanceId),
  );
  if (instance === 'unreachable') return <Unreachable />;
  if (!instance) notFound();
  const stepUp = (await isStepUpDueFor(signedIn)) ? 'due' : 'later';
  const { capabilities } = directory;
  const isLocked = instance.state === 'locked';
  const causes = isLocked ? await holds.standing(instanceId) : [];
  const others = causes.filter((cause) => cause !== 'person');
  const replacement = (await replacements.listOpen(signedIn.user)).find(
    (one) => one.oldInstanceId === instanceId || ('newInstanceId' in one && one.newInstanceId === instanceId),
  );
  const id = <input type="hidden" name="instanceId" value={instance.instanceId} />;
  return (
    <MainContent width="prose">
      <PageHeading
        lead={isLocked ? 'This device is locked: it cannot sign in as you.' : 'This device can sign in as you.'}
      >
        {instance.name}
      </PageHeading>
      <div className="grid gap-6">
        {replacement && (
          <ReplacementNotice replacement={replacement} instanceId={instanceId} causes={causes} stepUp={stepUp} />
        )}
        {others.length > 0 && replacement?.state !== 'retired' && (
          <Notice tone="warning" title="This device was locked for your safety">
            <p>{others.map((cause) => OWN_HOLD_WORDS[cause]).join(' ')}</p>
            <p>It cannot be unlocked here. Call the helpdesk if you still have it, or remove it.</p>
          </Notice>
        )}
        <Card>
          <DescriptionList
            items={[
              { term: 'Serial number', description: instance.instanceId },
              { term: 'State', description: isLocked ? 'Locked' : 'Active' },
              { term: 'Activated', description: timeOr(instance.activatedAt) },
              { term: 'Last used', description: timeOr(instance.lastUsedAt) },
            ]}
          />
        </Card>
        {capabilities.testOneTimePassword === true && (
          <Card>
            <TestLoginForm instanceId={instance.instanceId} action={testLoginAction} />
          </Card>
        )}
        <Card>
          <h2 className="mb-4 text-xl font-semibold">Change this device</h2>
          <div className="grid gap-4">
            {capabilities.rename === true && (
              <InlineConfirm label="Rename">
                <ActionForm action={renameAction} stepUp={stepUp} submit="Save name" doneWords="The name is saved.">
                  {id}
                  <TextField
                    label="Device name"
                    name="deviceName"
                    defaultValue={instance.name}
                    key={instance.name}
                    required
                    maxLength={MAXIMUM_DEVICE_NAME_LENGTH}
                  />
                </ActionForm>
              </InlineConfirm>
            )}
            {!isLocked && !replacement && canReplace(directory) && (
              <div>
                <LinkButton
                  href={`/authenticators/${encodeURIComponent(instance.instanceId)}/replace`}
                  variant="secondary"
                >
                  Replace this device
                </LinkButton>
              </div>
            )}
            {isLocked && (others.length === 0 || causes.includes('person')) && capabilities.unlock === true && (
              <InlineConfirm label="Unlock" key="unlock">
                <p>
                  {causes.includes('person') && `${OWN_HOLD_WORDS.person} `}
                  {others.length === 0
                    ? 'The device can sign in as you again at once.'
                    : 'Your own lock is lifted; the device stays locked for the reason above.'}
                </p>
                <ActionForm action={unlockAction} stepUp={stepUp} submit="Unlock this device">
                  {id}
                </ActionForm>
              </InlineConfirm>
            )}
            {!isLocked && capabilities.lock === true && (
              <InlineConfirm label="Lock" key="lock">
                <p>The device cannot sign in as you until you unlock it here. Do this when you cannot find it.</p>
                <ActionForm action={lockAction} stepUp={stepUp} submit="Lock this device">
                  {id}
                </ActionForm>
              </InlineConfirm>
            )}
            {capabilities.remove === true && (
              <InlineConfirm label="Remove">
                <p>The device can never sign in as you again. To use it once more, activate it anew.</p>
                <ActionForm action={removeAction} stepUp={stepUp} submit="Remove this device" variant="danger">
                  {id}
                </ActionForm>
              </InlineConfirm>
            )}
          </div>
        </Card>
        <div>
          <LinkButton href="/" variant="quiet">
            Back to your devices
          </LinkButton>
        </div>
      </div>
    </MainContent>
  );
}

function timeOr(at: Date | null | undefined) {
  if (at === undefined) return 'Not known';
  return at ? <Time at={at.toISOString()} /> : 'Never';
}

function Unreachable() {
  return (
    <MainContent width="prose">
      <PageHeading>Device</PageHeading>
      <Notice tone="warning" title="This device cannot be shown right now">
        The activation service does not answer. The device goes on working; reload this page in a minute.
      </Notice>
    </MainContent>
  );
}
