import type { Finding } from './finding';

export type Check = {
  name: string;
  /** The check that has to pass before this one makes sense; null for none. */
  needs: string | null;
  /** @throws GatewayError when the gateway fails */
  run: () => Promise<Finding>;
};
