import { beforeAll, describe } from 'vitest';
import { PrismaGatewayStore } from '@/lib/database/prisma-gateway-store';
import { forEachDatabase } from '../support/databases';
import { MemoryGatewayStore } from '../support/memory-gateway-store';
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
