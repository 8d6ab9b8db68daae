import type { UserKey } from '../../../shared/identifiers/user-key';
import type { KnownNetworkStore } from '../../../accounts/sign-in/known-networks';
import type { PrismaClient } from '../../../generated/prisma/client';
import { purge } from '../../purge';

export class PrismaKnownNetworks implements KnownNetworkStore {
  readonly #client: PrismaClient;

  constructor(client: PrismaClient) {
    this.#client = client;
  }

  async has({ userId, domain }: UserKey, network: string, since: Date): Promise<boolean> {
    const where = { userId_domain_network: { userId, domain, network }, signedInAt: { gt: since } };
    return (await this.#client.knownNetwork.findUnique({ where })) !== null;
  }

  async remember({ userId, domain }: UserKey, network: string, signedInAt: Date): Promise<void> {
    const id = { userId, domain, network };
    await this.#client.knownNetwork.upsert({
      where: { userId_domain_network: id },
      create: { ...id, signedInAt },
      update: { signedInAt },
    });
  }

  async purge(before: Date): Promise<void> {
    await purge(this.#client, {
      table: 'known_network',
      by: 'signed_in_at',
      before,
    });
  }
}
