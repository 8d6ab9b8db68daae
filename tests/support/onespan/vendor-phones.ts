import type { Account } from '@/lib/kit/gateways/state/accounts';
import type { OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import { TestPhone } from '@/lib/kit/phone/test-phone';
import { VendorPhone } from '@/lib/kit/phone/vendor-phone';
import { fetchGatewayAddress } from '@/lib/phone/gateway-address';
import { formatActivationPayload } from '@/lib/shared/codes/activation-payload';
import { valueOf } from '../phones/activate-device';

let people = 0;

/**
 * Somebody of the stand-in's server with a vendor's phone.
 * @param isReachable whether it can take a push
 * @param named somebody new if left out
 */
export async function activateVendorPhone(
  server: OneSpanServer,
  { isReachable = true, userId: named }: { isReachable?: boolean; userId?: string } = {},
) {
  people += 1;
  const userId = named ?? `jane.${people}`;
  const account: Account = server.state.accounts.add({ userId, staticPassword: 'Secret-1' });
  const credentials = valueOf(await server.state.register(account));
  const image = valueOf(formatActivationPayload({ ...credentials, gatewayId: server.state.options.gatewayId }));
  const app = await TestPhone.at(server.phoneUrl, { hasNotifications: isReachable });
  const device = await app.activate(image);
  app.close();
  const phone = new VendorPhone(await fetchGatewayAddress(server.phoneUrl), device);
  return { userId, account, device, phone };
}
