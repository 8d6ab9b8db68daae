import type { PhoneChallengeGateway } from '../accounts/phone-sign-in/phone-challenge-gateway';
import type { UserDirectory } from '../accounts/users/user-directory';
import type { ActivationGateway } from '../activation/activation-gateway';
import type { GatewayError } from '../activation/gateway-error';
import type { ImageRenderer } from '../activation/image/image-renderer';
import type { AuthenticatorDirectory } from '../devices/authenticator-directory';
import type { EmbeddedGateway } from '../gateways/embedded/engine/embedded-gateway';

/** What the site has of its gateway, whichever it is. */
export type OpenedGateway = {
  activation: ActivationGateway;
  directory: AuthenticatorDirectory;
  /** Null where people have accounts of this site. */
  users: UserDirectory | null;
  /** Null where the gateway has no way to let a phone vouch for its person. */
  phoneChallenges: PhoneChallengeGateway | null;
  /** Null where the gateway paints no Cronto images. */
  cronto: ImageRenderer | null;
  /** The gateway itself when it runs in this process, with what a phone app needs to find it. */
  embedded: { gateway: EmbeddedGateway; frontEnd: { gatewayId: string; frontEndKey: string } } | null;
  /** What has to be done every minute. */
  keepAlive: () => Promise<void>;
  /** Tells it that nothing more is asked. */
  close: () => Promise<void>;
};

/** What a gateway that is reached over a network tells while it is used. */
export type GatewayEvents = {
  /** Every server and every command that failed. */
  onFailure: (failure: GatewayError) => void;
  /** When calls begin to fail at once, because nobody answered, and when they do not any more. */
  onCircuit: (state: 'open' | 'closed') => void;
};
