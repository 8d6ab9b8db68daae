import type { AccountStore } from '@/lib/phone/accounts/account-store';
import type { PhoneAbilities } from '@/lib/phone/activation/activation-flow';
import type { GatewayAddress } from '@/lib/phone/gateway-address';
import type { OfflineActivationStore } from '@/lib/phone/offline/offline-activation-store';
import type { Exclusively } from '@/lib/phone/keys/pin-sealed-key';
import type { PendingActivationStore } from '@/lib/phone/activation/pending-activation-store';
import type { SiteKeyPins } from '@/lib/phone/site/site-key-pins';
import type { Random } from '@/lib/shared/random';

/** The screens' dependencies. */
export type Phone = {
  store: AccountStore;
  pins: SiteKeyPins;
  offline: OfflineActivationStore;
  pending: PendingActivationStore;
  deviceKey: CryptoKey;
  exclusively: Exclusively;
  random: Random;
  abilities: PhoneAbilities;
  /** @see notificationId */
  notificationId: string;
  /** Instance identifiers whose notification address was renewed since the app was opened. */
  renewed: Set<string>;
  /** Fetched once and cached while the app is open; a failure is not cached. */
  gateway: () => Promise<GatewayAddress>;
  /** The stored address of an earlier fetch; null before the first. */
  rememberedGateway: () => Promise<GatewayAddress | null>;
};
