import { GatewayFailure } from '@/lib/phone/gateway-failure';

/** Imports a script on demand. @throws GatewayFailure when it cannot be loaded, so that the user can try again */
export async function loadScript<Module>(load: () => Promise<Module>): Promise<Module> {
  return load().catch((cause: unknown) => {
    throw new GatewayFailure('unreachable', { cause });
  });
}
