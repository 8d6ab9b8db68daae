import { afterAll, beforeAll, beforeEach } from 'vitest';
import { fetchGatewayAddress, type GatewayAddress } from '@/lib/phone/gateway-address';
import type { Database } from '@/lib/database/database';
import { PrismaChallengeStore } from '@/lib/database/tables/gateways/prisma-challenge-store';
import { PrismaGatewayStore } from '@/lib/database/tables/gateways/prisma-gateway-store';
import { authorizationFor } from '@/lib/gateways/embedded/engine/api-key';
import type { RegistrationCredentials } from '@/lib/gateways/embedded/engine/registration/register';
import { forEachDatabase } from '../databases/databases';
import { valueOf } from '../phones/activate-device';
import { GatewayServer } from './gateway-server';
import { createTestGateway, FRONT_END_KEY, GATEWAY_ID, type TestGateway } from './test-gateway';

const START = new Date('2026-05-04T10:00:00Z');

/** A gateway on a database, served over HTTP, with a new person for every test. */
export class GatewayFixture {
  owner = { userId: '', domain: 'example.org' };
  /** What `onProgress` does besides being noted. */
  react: (registrationIdentifier: string) => Promise<void> = () => Promise.resolve();
  readonly url: string;
  readonly address: GatewayAddress;
  readonly test: TestGateway;

  constructor(url: string, address: GatewayAddress, test: TestGateway) {
    this.url = url;
    this.address = address;
    this.test = test;
  }

  get gateway() {
    return this.test.gateway;
  }

  get now(): Date {
    return this.test.clock.time;
  }

  reset(userId: string): void {
    this.owner = { userId, domain: 'example.org' };
    this.react = () => Promise.resolve();
    this.test.clock.time = START;
    this.test.progress.length = 0;
    this.test.endedChallenges.length = 0;
    this.test.faults.length = 0;
  }

  passTime(milliseconds: number): void {
    this.test.clock.time = new Date(this.now.getTime() + milliseconds);
  }

  async register(): Promise<RegistrationCredentials> {
    return valueOf(await this.gateway.register(this.owner));
  }

  async stateOf({ registrationIdentifier }: RegistrationCredentials) {
    return (await this.gateway.observe(registrationIdentifier))?.state;
  }

  /** A call made by hand, whose answer comes back as it is. */
  async post(service: string, body: string, authorization: string | null = authorizationFor(FRONT_END_KEY)) {
    const headers = { 'content-type': 'application/json', ...(authorization !== null && { authorization }) };
    const response = await fetch(`${this.url}/rest/v2/${service}`, { method: 'POST', body, headers });
    const json: unknown = await response.json();
    return { status: response.status, json };
  }
}

/** The services of the four connections, in their order. */
export const CONNECTIONS = [
  'DSAPPSRPGenerateEphemeralKey',
  'DSAPPSRPGenerateActivationData',
  'MdlAddDevice',
  'MdlActivate',
] as const;

/** Runs a suite with a gateway on each database. */
export function forEachGateway(suite: (fixture: () => GatewayFixture) => void): void {
  forEachDatabase((_database, open) => suite(useGateway(open)));
}

/** @returns what gives the suite's gateway, once its hooks have run */
export function useGateway(open: () => Promise<Database>): () => GatewayFixture {
  let fixture: GatewayFixture;
  let server: GatewayServer;
  let people = 0;

  beforeAll(async () => {
    const database = await open();
    const store = new PrismaGatewayStore(database);
    const challenges = new PrismaChallengeStore(database.client);
    const test = createTestGateway({}, store, (identifier) => fixture.react(identifier), challenges);
    server = await GatewayServer.open(test.gateway, { gatewayId: GATEWAY_ID, frontEndKey: FRONT_END_KEY });
    fixture = new GatewayFixture(server.url, await fetchGatewayAddress(server.url), test);
  });

  afterAll(() => server.close());

  beforeEach(() => {
    people += 1;
    fixture.reset(`jane.${people}`);
  });

  return () => fixture;
}
