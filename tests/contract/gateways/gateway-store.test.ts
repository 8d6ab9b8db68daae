import { beforeAll, describe } from 'vitest';
import { PrismaGatewayStore } from '@/lib/database/tables/gateways/prisma-gateway-store';
import { forEachDatabase } from '../../support/databases/databases';
import { MemoryGatewayStore } from '@/lib/kit/gateways/state/memory-gateway-store';
import { gatewayStoreContract } from './gateway-store.contract';

describe('in memory', () => {
  gatewayStoreContract(async () => new MemoryGatewayStore());
});

forEachDatabase((_name, open) => {
  let store: PrismaGatewayStore;
  beforeAll(async () => {
    store = new PrismaGatewayStore(await open());
  });
  gatewayStoreContract(async () => store);
});
