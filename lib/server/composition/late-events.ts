import type { PhoneSignInPorts } from '../../accounts/account-ports';
import { recordConfirmationEnd } from '../../accounts/phone-sign-in/record-confirmation-end';
import { recordPhoneSignInEnd } from '../../accounts/phone-sign-in/record-phone-sign-in-end';
import type { Active } from '../../activation/activation';
import type { ActivationPorts } from '../../activation/activation-ports';
import { refreshRegistration } from '../../activation/following/refresh-activation';
import { recordCallerRequestEnd } from '../../helpdesk/caller-check/record-caller-request-end';
import type { EmbeddedGatewayOptions } from '../../gateways/embedded/engine/embedded-gateway';
import { toObservation } from '../../gateways/embedded/embedded-activation-gateway';
import { bringBack } from '../../devices/copies/bring-back';
import { issueCopyChallenge } from '../../devices/copies/copy-challenge';
import type { CopyPorts } from '../../devices/copies/copy-ports';
import { eraseCopyByToken } from '../../devices/copies/erase-copy';
import { keepCopy } from '../../devices/copies/keep-copy';
import { describeDevice } from '../../devices/describe-device';
import type { DeviceDesk } from '../../gateways/embedded/engine/device-desk';
import { reachDevice, type ReachPorts } from '../../devices/reach-device';
import { sendTestNotification, type NotificationTrial } from '../../devices/test-notification';
import { refuse } from '../../shared/result';
import { freezeByPhone } from '../../helpdesk/safety/freeze/freeze-by-phone';
import type { HelpdeskPorts } from '../../helpdesk/desk/helpdesk-ports';
import { completeActivation } from '../../helpdesk/safety/notices/complete-activation';
import type { Logger } from '../observability/logger';
import type { CallerRequestId } from '../../shared/identifiers/caller-request-id';
import type { PhoneConfirmationId } from '../../shared/identifiers/phone-confirmation-id';
import type { PhoneSignInId } from '../../shared/identifiers/phone-sign-in-id';

type Core = {
  activation: ActivationPorts;
  helpdesk: HelpdeskPorts;
  phoneSignIn: PhoneSignInPorts | null;
  /** Null where no phones are alerted. */
  reach: ReachPorts | null;
  notificationTrial: NotificationTrial | null;
  copies: CopyPorts;
};

/**
 * What points backwards, from the gateway to the core and from `activation` to `helpdesk`. Its sources are composed before
 * its handlers, so `bind` names the handlers once all of them exist.
 */
export class LateEvents {
  readonly #logger: Pick<Logger, 'error'>;
  #core: Core | null = null;

  constructor(logger: Pick<Logger, 'error'>) {
    this.#logger = logger;
  }

  bind(core: Core): void {
    this.#core = core;
  }

  /** A phone made a step at the embedded gateway. */
  readonly onProgress: EmbeddedGatewayOptions['onProgress'] = async (registrationIdentifier, observation) =>
    refreshRegistration(this.#bound().activation, registrationIdentifier, observation && toObservation(observation));

  /** A challenge ended at the embedded gateway. Its request key is the identifier that it was opened with. */
  readonly onChallengeEnd: EmbeddedGatewayOptions['onChallengeEnd'] = async ({ requestKey, purpose }) => {
    const { helpdesk, phoneSignIn } = this.#bound();
    switch (purpose) {
      case 'caller-check':
        return recordCallerRequestEnd(helpdesk, requestKey as CallerRequestId);
      case 'bind-device':
      case 'step-up':
        return phoneSignIn ? recordConfirmationEnd(phoneSignIn, requestKey as PhoneConfirmationId) : undefined;
      case 'sign-in':
      case 'sign-in-here':
        return phoneSignIn ? recordPhoneSignInEnd(phoneSignIn, requestKey as PhoneSignInId) : undefined;
    }
  };

  /** Answers devices at the embedded gateway. */
  readonly desk: DeviceDesk = {
    describe: async (device) => describeDevice(this.#bound().helpdesk, device),
    freeze: async (device, press) => freezeByPhone(this.#bound().helpdesk, device, press),
    reach: async (device, subscription, call) => {
      const { reach } = this.#bound();
      return reach ? reachDevice(reach, device, subscription, call) : refuse('not-found');
    },
    testNotification: async (device) => {
      const { helpdesk, notificationTrial: trial } = this.#bound();
      const sent = await sendTestNotification({ ...helpdesk, trial }, device, device.instanceId);
      return sent.ok ? sent : refuse(sent.refusal === 'not-found' ? 'not-found' : 'paused');
    },
    copyChallenge: async () => issueCopyChallenge(this.#bound().copies),
    keepCopy: async (device, left, call) => keepCopy(this.#bound().copies, device, left, call),
    bringBack: async (sent) => bringBack(this.#bound().copies, sent),
    eraseCopy: async (erased, call) => eraseCopyByToken(this.#bound().copies, erased, call),
  };

  /** A device works. If completing its activation fails, the helpdesk's next round does it. */
  readonly onActive = async (active: Active): Promise<void> => {
    try {
      await completeActivation(this.#bound().helpdesk, active, active);
    } catch (error) {
      this.#logger.error({ err: error, activationId: active.id }, 'an activation could not be completed yet');
    }
  };

  #bound(): Core {
    if (!this.#core) throw new TypeError('an event arrived before the core was bound');
    return this.#core;
  }
}
