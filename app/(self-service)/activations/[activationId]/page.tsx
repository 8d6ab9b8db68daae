import type { Metadata } from 'next';
import { goBackAction } from '@/app/activation-links/[linkId]/actions';
import { WayBackForm } from '@/components/site/activation-links/way-back-form';
import type { DeviceStart } from '@/components/site/activation/confirm-device';
import { PhoneDrawing } from '@/components/site/activation/phone-drawing';
import { ActivationPanel } from '@/components/site/activation/activation-panel';
import { Notice } from '@/components/ui/notice';
import { mayReveal } from '@/lib/accounts/proofs/may-reveal';
import { isPending, type Activation } from '@/lib/activation/activation';
import { withGatewayFallback } from '@/lib/server/web/answers/with-gateway-fallback';
import { MainContent } from '@/components/site/layout/main-content';
import { describeActivation } from '@/lib/activation/activation-status';
import { signOutAction } from '@/app/sign-out-action';
import { testLoginAction } from '@/app/(self-service)/authenticators/[instanceId]/actions';
import { parseActivationId } from '@/lib/shared/identifiers/activation-id';
import { findOwnActivation } from '@/lib/activation/find-own-activation';
import { services } from '@/lib/server/composition/compose';
import { readWayBack } from '@/lib/server/web/read-way-back';
import { prepareStart } from '@/lib/server/web/actions/start-prompt';
import { requirePagePermission } from '@/lib/server/web/sessions/signed-in';
import { cancelActivationAction, deviceCodeAction, renewActivationAction, signatureAction } from './actions';
import { readAfterwards } from './read-afterwards';
import { browserInWords } from '@/lib/shared/language/browser-in-words';
import { t } from '@/lib/shared/language/t';
import { refuseAsNotFound } from '@/lib/server/web/refuse-page';
import type { AuthenticatorDirectory } from '@/lib/devices/authenticator-directory';
import type { DeviceReplacementStore } from '@/lib/devices/replacement/device-replacement';

export const generateMetadata = (): Metadata => ({ title: t('Activate a device') });

const PHONE_SCREENS = {
  scanner: <PhoneDrawing screen="scanner" />,
  verifying: <PhoneDrawing screen="verifying" />,
  pin: <PhoneDrawing screen="pin" />,
};

export default async function ActivationPage({ params }: { params: Promise<{ activationId: string }> }) {
  const { activationId } = await params;
  const signedIn = await requirePagePermission('activation:view', `/activations/${activationId}`);
  const id = parseActivationId(activationId);
  const { activation, devices, imageRenderers, proofs } = await services();
  const own = id && (await findOwnActivation(activation.store, signedIn, id));
  if (!own) refuseAsNotFound();
  const { userId, domain } = signedIn.user;
  const isInvited = signedIn.scope.kind === 'invitation';
  const wayBack = await readWayBack();
  const isElsewhere = isPending(own) && !(await withGatewayFallback(true, () => mayReveal(proofs, signedIn)));
  return (
    <MainContent>
      {isElsewhere && (
        <div className="mb-6 max-w-prose">
          <Notice tone="warning" title={t('This activation was started elsewhere')}>
            <p>
              {t(
                'Its image is shown where you confirmed that it’s you, and not with a password alone. Go on there. If you didn’t start it, cancel it here.',
              )}
            </p>
          </Notice>
        </div>
      )}
      <ActivationPanel
        isElsewhere={isElsewhere}
        initialStatus={describeActivation(own, activation.gateway.capabilities, activation.clock.now())}
        user={{ userId, domain }}
        browser={browserInWords(signedIn.session.trace.browser)}
        hasCronto={imageRenderers.cronto !== null}
        phoneScreens={PHONE_SCREENS}
        hasOwnApp={activation.gateway.capabilities.hasOwnApp}
        canTest={!isInvited && devices.directory.capabilities.testOneTimePassword === true}
        replacement={isInvited ? null : await findReplacement(devices.replacements, own)}
        prompt={(await prepareStart(signedIn)).prompt}
        cancelAction={cancelActivationAction}
        renewAction={renewActivationAction}
        deviceCodeAction={deviceCodeAction}
        signatureAction={signatureAction}
        deviceStart={await withGatewayFallback('now', () => readStart(devices.directory, own))}
        testLoginAction={testLoginAction}
        signInAction={isInvited ? signOutAction : null}
        afterwards={own.state === 'active' ? await readAfterwards(signedIn, own, isInvited) : null}
        wayBack={wayBack && <WayBackForm {...wayBack} variant="primary" action={goBackAction} />}
      />
    </MainContent>
  );
}

/** A gateway that delays no devices is not asked. */
async function readStart(directory: AuthenticatorDirectory, activation: Activation): Promise<DeviceStart> {
  if (!directory.usableFrom) return 'now';
  if (activation.state !== 'linked') return 'unread';
  const usableFrom = await directory.usableFrom(activation.instanceId);
  return usableFrom ? { at: usableFrom.toISOString() } : 'now';
}

/**
 * The replacement that an activation is a part of; null for none. While the activation is pending, its device is the one
 * that a replacement under way awaits.
 */
async function findReplacement(
  replacements: DeviceReplacementStore,
  activation: Activation,
): Promise<{ oldName: string; isDone: boolean } | null> {
  const underWay = await replacements.findUnderWay(activation);
  if (underWay && isPending(activation)) return { oldName: underWay.oldName, isDone: false };
  if (activation.state !== 'active') return null;
  const open = await replacements.listOpen(activation);
  const own = open.find((one) => 'newInstanceId' in one && one.newInstanceId === activation.instanceId);
  return own ? { oldName: own.oldName, isDone: own.state === 'retired' } : null;
}
