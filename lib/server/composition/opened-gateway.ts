import type { PhoneChallengeGateway } from '../../accounts/phone-sign-in/phone-challenge-gateway';
import type { GatewayPasswords, PasswordSync } from '../../accounts/sign-in/gateway-passwords';
import type { GatewayPins } from '../../accounts/sign-in/gateway-pins';
import type { VirtualAuthenticator } from '../../accounts/sign-in/virtual-authenticator';
import type { ContactRecords } from '../../accounts/users/contacts';
import type { UserDirectory } from '../../accounts/users/user-directory';
import type { SelfRegistration } from '../../accounts/users/self-registration';
import type { ActivationGateway } from '../../activation/activation-gateway';
import type { GatewayError } from '../../activation/gateway-error';
import type { ImageRenderer } from '../../wire/image/image-renderer';
import type { AuthenticatorDirectory } from '../../devices/authenticator-directory';
import type { PendingCommands } from '../../devices/pending/pending-operation';
import type { LicenceStock } from '../../activation/licences/free-licences';
import type { VendorPhonePorts } from '../../gateways/phone-requests/vendor-phone-challenge-gateway';
import type { HardwarePorts } from '../../devices/hardware/hardware-ports';
import type { EmbeddedGateway } from '../../gateways/embedded/engine/embedded-gateway';

/** The adapters of the configured gateway. */
export type OpenedGateway = {
  activation: ActivationGateway;
  directory: AuthenticatorDirectory;
  /** Commands that may wait for a second administrator; null where none does. */
  commands: PendingCommands | null;
  /** The users that it keeps itself; null if it keeps none. */
  people: { users: UserDirectory; contacts: ContactRecords } | null;
  /** Null if the gateway makes licences by itself. */
  licences: LicenceStock | null;
  /** Changes passwords that it keeps; null if it keeps none, or may not change them. */
  passwords: GatewayPasswords | null;
  /** Makes accounts for people who register themselves; null if it makes none. */
  selfRegistration: SelfRegistration | null;
  /** Learns passwords that were changed in the directory behind it; null if it learns none. */
  passwordSync: PasswordSync | null;
  /** Sends one-time passwords; null if it sends none. */
  virtualAuthenticator: VirtualAuthenticator | null;
  /** Changes server PINs; null if it has none, or may not change them. */
  pins: GatewayPins | null;
  /** What people do with hardware authenticators. */
  hardware: HardwarePorts['hardware'];
  /** Null if the gateway cannot challenge phones. */
  phoneChallenges: PhoneChallengeGateway | null;
  /** Called when the relay saw a device refuse; null where nothing comes of it. */
  onPhoneRefusal: ((instanceId: string) => Promise<void>) | null;
  /** Null if the gateway renders no Cronto images. */
  cronto: ImageRenderer | null;
  /** The gateway in this process, with how a phone app finds it; null for any other. */
  embedded: {
    gateway: EmbeddedGateway;
    frontEnd: { gatewayId: string; frontEndKey: string };
    /** Whether a challenge waits for a phone that reads it. @param keyHash names it */
    isWaiting(keyHash: string): Promise<boolean>;
  } | null;
  /** Called every minute. */
  keepAlive: () => Promise<void>;
  /** Ends the gateway's sessions. */
  close: () => Promise<void>;
};

/** What keeps requests to a vendor's phones, and whom their ends are told. */
export type PhoneRequests = Pick<VendorPhonePorts, 'store' | 'changeFeed' | 'onEnd' | 'onFault'>;

/** Events of a gateway on the network. */
export type GatewayEvents = {
  /** A server or a command failed. */
  onFailure: (failure: GatewayError) => void;
  /** The circuit breaker opened or closed. */
  onCircuit: (state: 'open' | 'closed') => void;
};
