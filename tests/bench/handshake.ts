import { performance } from 'node:perf_hooks';
import { SRPParameters, SRPRoutines, SRPServerSession } from 'tssrp6a';
import { generateDeviceCode } from '@/lib/wire/crypto/messages/device-code';
import { openActivationMessage1 } from '@/lib/wire/crypto/messages/activation-message-1';
import { openActivationMessage2 } from '@/lib/wire/crypto/messages/activation-message-2';
import { signActivation } from '@/lib/wire/crypto/messages/activation-signature';
import { bigIntegerFromBytes } from '@/lib/wire/crypto/big-integer';
import { formatInstanceId } from '@/lib/shared/identifiers/instance-id';
import { raiseWithBigInt } from '@/lib/wire/crypto/srp/modular-exponentiation';
import { computeClientPublicKey, computeClientSession } from '@/lib/wire/crypto/srp/srp-client';
import { srpParameters, type SrpParameters } from '@/lib/wire/crypto/srp/srp-parameters';
import { computeServerPublicKey, computeServerSession, computeVerifier } from '@/lib/wire/crypto/srp/srp-server';
import { openMemoryDatabase } from '@/lib/database/embedded/open-embedded-database';
import { PrismaGatewayStore } from '@/lib/database/tables/gateways/prisma-gateway-store';
import { authorizationFor } from '@/lib/gateways/embedded/engine/api-key';
import { GATEWAY_SRP } from '@/lib/gateways/embedded/engine/openssl';
import { bytesFromHex, hexFromBytes, utf8 } from '@/lib/shared/bytes';
import { systemRandom } from '@/lib/shared/random';
import { createTestGateway, FRONT_END_KEY, type TestGateway } from '../support/servers/test-gateway';

/*
 * How many activations the gateway's side of the handshake makes in a second: registration and all four connections
 * with their database writes, one after the other. Node's own threads and PGlite's share the time, so processor time is
 * what counts. The phone's share of the work is done between the measurements.
 */

const WARM_UP = 100;
const ACTIVATIONS = 100;
const REPETITIONS = 30;
const ofPhone = srpParameters(raiseWithBigInt);
const authorization = authorizationFor(FRONT_END_KEY);

type Spent = { wall: number; processor: number };

/** Runs the gateway's work, adding up the time it takes. */
class Stopwatch {
  readonly spent: Spent = { wall: 0, processor: 0 };

  async time<Value>(work: () => Promise<Value>): Promise<Value> {
    const [wall, processor] = [performance.now(), process.cpuUsage()];
    const value = await work();
    const { user, system } = process.cpuUsage(processor);
    this.spent.wall += performance.now() - wall;
    this.spent.processor += (user + system) / 1_000;
    return value;
  }
}

/** One whole activation; returns the milliseconds spent on the gateway's side. */
async function activateOnce({ gateway }: TestGateway, userId: string): Promise<Spent> {
  const watch = new Stopwatch();
  const call = async (service: string, fields: object): Promise<Record<string, string>> => {
    const body = utf8(JSON.stringify(fields));
    const answer = await watch.time(() => gateway.handle({ service: `provisioning/${service}`, authorization, body }));
    if (answer.body.resultCodes.returnCode !== 0)
      throw new Error(`${service}: ${answer.body.resultCodes.statusCodeEnum}`);
    return (answer.body.result ?? {}) as Record<string, string>;
  };
  const registration = await watch.time(() => gateway.register({ userId, domain: 'example.org' }));
  if (!registration.ok) throw new Error(registration.refusal);
  const { registrationIdentifier, activationPassword } = registration.value;

  const a = bigIntegerFromBytes(systemRandom.bytes(32));
  const A = computeClientPublicKey(GATEWAY_SRP, a);
  const keys = await call('DSAPPSRPGenerateEphemeralKey', {
    registrationIdentifier,
    clientEphemeralPublicKey: A.toString(16),
  });
  const input = { I: registrationIdentifier, P: activationPassword, s: bytesFromHex(keys['salt'] ?? ''), a, A };
  const session = await computeClientSession(GATEWAY_SRP, {
    ...input,
    B: BigInt(`0x${keys['serverEphemeralPublicKey']}`),
  });
  if (!session.ok) throw new Error(session.refusal);

  const clientEvidenceMessage = hexFromBytes(session.value.M1);
  const data = await call('DSAPPSRPGenerateActivationData', { registrationIdentifier, clientEvidenceMessage });
  const licence = await openActivationMessage1(session.value.K, {
    encryptedLicenseActivationMessage: bytesFromHex(data['encryptedLicenseActivationMessage'] ?? ''),
    encryptedCounter: bytesFromHex(data['encryptedCounter'] ?? ''),
    mac: bytesFromHex(data['mac'] ?? ''),
  });
  if (!licence.ok) throw new Error(licence.refusal);

  const { licenceKey, serialNumber } = licence.value;
  const deviceCode = await generateDeviceCode(licenceKey, systemRandom);
  const { instanceActivationMessage = '' } = await call('MdlAddDevice', { registrationIdentifier, deviceCode });
  const instance = await openActivationMessage2(licenceKey, deviceCode, bytesFromHex(instanceActivationMessage));
  if (!instance.ok) throw new Error(instance.refusal);

  const instanceId = formatInstanceId(serialNumber, instance.value.sequenceNumber);
  const signature = await signActivation(instance.value.instanceKey, {
    registrationIdentifier,
    instanceId,
    deviceCode,
  });
  await call('MdlActivate', { registrationIdentifier, signature });
  return watch.spent;
}

/** The server's SRP work of one activation: verifier, public key, session and evidence. */
async function srpWork(parameters: SrpParameters): Promise<number> {
  const s = systemRandom.bytes(16);
  const b = bigIntegerFromBytes(systemRandom.bytes(32));
  const A = computeClientPublicKey(GATEWAY_SRP, bigIntegerFromBytes(systemRandom.bytes(32)));
  const start = performance.now();
  const v = await computeVerifier(parameters, 'Xk29aLm4', 'Rt7Qp2Zd', s);
  const B = await computeServerPublicKey(parameters, v, b);
  await computeServerSession(parameters, { I: 'Xk29aLm4', s, v, b, A, B });
  return performance.now() - start;
}

async function srpWorkOfLibrary(): Promise<number> {
  const routines = new SRPRoutines(new SRPParameters(SRPParameters.PrimeGroup[2048], SRPParameters.H['SHA256']));
  const s = bigIntegerFromBytes(systemRandom.bytes(16));
  const A = computeClientPublicKey(GATEWAY_SRP, bigIntegerFromBytes(systemRandom.bytes(32)));
  const start = performance.now();
  const v = routines.computeVerifier(await routines.computeX('Xk29aLm4', s, 'Rt7Qp2Zd'));
  const server = await new SRPServerSession(routines).step1('Xk29aLm4', s, v);
  const S = await server.sessionKey(A);
  const evidence = await routines.computeClientEvidence('Xk29aLm4', s, A, server.B, S);
  await routines.computeServerEvidence(A, evidence, S);
  return performance.now() - start;
}

function median(values: number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

const database = await openMemoryDatabase();
const testGateway = createTestGateway({}, new PrismaGatewayStore(database));
for (let index = 0; index < WARM_UP; index++) await activateOnce(testGateway, `warm ${index}`);
const spent: Spent[] = [];
for (let index = 0; index < ACTIVATIONS; index++) spent.push(await activateOnce(testGateway, `user ${index}`));
await database.close();

const [ours, withBigInt, library]: [number[], number[], number[]] = [[], [], []];
for (let index = 0; index < REPETITIONS; index++) {
  ours.push(await srpWork(GATEWAY_SRP));
  withBigInt.push(await srpWork(ofPhone));
  library.push(await srpWorkOfLibrary());
}

const processor = median(spent.map((one) => one.processor));
const wall = median(spent.map((one) => one.wall));
const rows: [string, number][] = [
  ['OpenSSL (the gateway)', median(ours)],
  ['BigInt (the phone)', median(withBigInt)],
  ['tssrp6a', median(library)],
];
console.log(`Whole handshake, server side, PGlite, median of ${ACTIVATIONS}`);
console.log(
  `  ${wall.toFixed(1)} ms each, ${processor.toFixed(1)} ms of one core: ${(1_000 / processor).toFixed(0)} activations/s and core`,
);
console.log(`The server's SRP work alone, median of ${REPETITIONS}`);
for (const [name, time] of rows)
  console.log(`  ${name.padEnd(22)} ${time.toFixed(1).padStart(6)} ms  ${(median(library) / time).toFixed(1)} x`);
