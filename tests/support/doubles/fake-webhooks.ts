import { KeyRing } from '@/lib/wire/crypto/key-ring';
import type { Database } from '@/lib/database/database';
import { PrismaWebhookStore } from '@/lib/database/tables/messaging/prisma-webhook-store';
import { ThrowAwayAuthority } from '@/lib/kit/gateways/wire/throw-away-authority';
import type { WebhookPorts } from '@/lib/messaging/manage-webhooks';
import { HttpWebhookCarrier } from '@/lib/messaging/webhooks/http-webhook-carrier';
import { type Guard, mayReach } from '@/lib/messaging/webhooks/post-guarded';
import type { NetworkRange } from '@/lib/shared/network-range';
import { systemRandom } from '@/lib/shared/random';
import type { Clock } from '@/lib/shared/time/clock';
import { WebhookReceiver } from '@/lib/kit/server/webhook-receiver';
import { testPersister } from '../test-chain';

/** The one network that the operator allows. All others of this machine are as forbidden as anywhere. */
export const ALLOWED_HOST = '127.0.0.2';

/** With a part that is a secret of its receiver's. */
export const SETTINGS_ADDRESS = 'https://settings.example.org/hook?token=of-the-settings';

export type FakeWebhooks = {
  ports: WebhookPorts;
  guard: Guard;
  /** Addresses of each name, an answer for each time that it is looked up; the last one stays. */
  names: Map<string, string[][]>;
  /** A receiver over https, with a name that leads to it and a certificate of the authority that is trusted. */
  receive(name: string, host?: string, port?: number): Promise<WebhookReceiver>;
};

/** Webhooks on a real database, posted over real connections, with names that tests give out. */
export function fakeWebhooks(database: Database, clock: Clock): FakeWebhooks {
  const authority = new ThrowAwayAuthority('Authority of the receivers');
  const names = new Map<string, string[][]>();
  const lookUp = async (host: string) => {
    const answers = names.get(host);
    const addresses = (answers && answers.length > 1 ? answers.shift() : answers?.[0]) ?? null;
    if (addresses === null) throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' });
    return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  };
  const guard: Guard = { allowed: [`${ALLOWED_HOST}/32` as NetworkRange], lookUp, ca: authority.cert };
  const keyRing = new KeyRing([{ id: 'test', key: new Uint8Array(32).fill(9) }]);
  const webhooks = new PrismaWebhookStore(database.client, keyRing, testPersister(clock));
  const ports: WebhookPorts = {
    webhooks,
    carrier: new HttpWebhookCarrier([], clock, undefined, { webhooks, guard }),
    mayReach: (url) => mayReach(guard, url),
    settingsAddresses: [SETTINGS_ADDRESS],
    clock,
    random: systemRandom,
  };
  return {
    ports,
    guard,
    names,
    receive: (name, host = ALLOWED_HOST, port = 0) => {
      if (!names.has(name)) names.set(name, [[host]]);
      return WebhookReceiver.open(port, { host, name, ...authority.issue({ commonName: name, host: name }) });
    },
  };
}
