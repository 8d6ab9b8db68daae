import type { AccountStore } from '@/lib/phone/accounts/account-store';
import type { PhoneAbilities } from '@/lib/phone/activation/activation-flow';
import type { GatewayAddress } from '@/lib/phone/gateway-address';
import type { OfflineActivationStore } from '@/lib/phone/offline/offline-activation-store';
import type { Exclusively } from '@/lib/phone/keys/pin-sealed-key';
import type { PendingActivationStore } from '@/lib/phone/activation/pending-activation-store';
import type { SiteKeyPins } from '@/lib/phone/site/site-key-pins';
import type { Random } from '@/lib/shared/random';

/** What the screens work with. */
export type Phone = {
  store: AccountStore;
  pins: SiteKeyPins;
  offline: OfflineActivationStore;
  pending: PendingActivationStore;
  deviceKey: CryptoKey;
  exclusively: Exclusively;
  random: Random;
  abilities: PhoneAbilities;
  /** Where the gateway reaches this phone, for all its accounts. */
  notificationId: string;
  /** Accounts whose address for notifications the gateway was told again since the app was opened. */
  renewed: Set<string>;
  /** Asked of the website once and kept while the app is open; asked again after a failure. */
  gateway: () => Promise<GatewayAddress>;
  /** What the website last told, also when the app was open before; null when it never did. */
  rememberedGateway: () => Promise<GatewayAddress | null>;
};
