import type { SrpParameters } from '../../wire/crypto/srp/srp-parameters';
import type { Random } from '../../shared/random';
import { accept, type Result } from '../../shared/result';
import type { Channel, StepRefusal } from '../call-service';
import type { PinRefusal } from '../keys/pin-policy';
import { untilAnswered } from '../until-answered';
import type { Connection, Due, Linked, Scanned } from './activation-steps';
import { confirmActivation, type LastCall, type LastRefusal, type Owner } from './confirm-activation';
import { exchangeKeys } from './exchange-keys';
import { linkDevice } from './link-device';
import { obtainLicence } from './obtain-licence';
import { prepareActivation, type Prepared } from './prepare-activation';

/*
 * The sequence of an activation, for every phone. The browser app makes one connection at a time, because each is a state of
 * its screens; the terminal and the test phones run all four.
 */

export type ConnectionPorts = {
  random: Random;
  /** What the device calls itself, at most 255 characters. */
  description: string;
  channel?: Channel;
  /** Of the phone, unless a test wants faster arithmetic. */
  srp?: SrpParameters;
};

/**
 * Makes one of the first three connections, with retries.
 * @returns the connection that is due next
 * @throws GatewayFailure when the gateway fails and retries do not help
 * @throws the signal's reason when it aborts
 */
export async function makeConnection(
  connection: Connection,
  ports: ConnectionPorts,
): Promise<Result<Due, StepRefusal | 'gateway-not-genuine'>> {
  return untilAnswered(() => attempt(connection, ports), ports.channel?.signal);
}

async function attempt(
  connection: Connection,
  { random, description, channel, srp }: ConnectionPorts,
): Promise<Result<Due, StepRefusal | 'gateway-not-genuine'>> {
  switch (connection.number) {
    case 1: {
      const connected = await exchangeKeys(connection.from, channel, srp);
      return connected.ok ? accept({ number: 2, from: connected.value }) : connected;
    }
    case 2: {
      const licensed = await obtainLicence(connection.from, random, channel, srp);
      return licensed.ok ? accept({ number: 3, from: licensed.value }) : licensed;
    }
    case 3: {
      const linked = await linkDevice(connection.from, description, channel);
      return linked.ok ? accept({ number: 4, from: linked.value }) : linked;
    }
  }
}

/**
 * Where a phone keeps what it has activated.
 * @template Pending what is kept while connection 4 has no answer
 * @template Activated what is kept afterwards
 */
export type ActivationStorage<Pending extends { call: LastCall }, Activated> = {
  /** Before connection 4. */
  keep: (draft: Prepared) => Promise<Pending>;
  /** After the gateway has accepted it. */
  store: (pending: Pending, owner: Owner) => Promise<Activated>;
  /** After the gateway has refused it. */
  discard: () => Promise<void>;
};

/**
 * Makes connection 4, with retries, and stores what it leads to.
 * @param isRepeated whether it was made before without an answer
 * @throws GatewayFailure when the gateway fails and retries do not help; the activation is still pending then
 */
export async function makeLastConnection<Pending extends { call: LastCall }, Activated>(
  pending: Pending,
  isRepeated: boolean,
  storage: Pick<ActivationStorage<Pending, Activated>, 'store' | 'discard'>,
  channel?: Channel,
): Promise<Result<Activated, LastRefusal>> {
  const owner = await untilAnswered(
    (mayHaveWorked) => confirmActivation(pending.call, isRepeated || mayHaveWorked, channel),
    channel?.signal,
  );
  if (owner.ok) return accept(await storage.store(pending, owner.value));
  await storage.discard();
  return owner;
}

export type ActivationPorts<Pending extends { call: LastCall }, Activated> = ConnectionPorts & {
  /** The licence holds the rules for the PIN. */
  choosePin: (linked: Linked) => Promise<string>;
  storage: ActivationStorage<Pending, Activated>;
  /** Called after each of the first three connections. */
  onConnected?: (next: Due) => void;
};

/** Makes the first three connections. @throws GatewayFailure as `makeConnection` */
export async function linkPhone(
  scanned: Scanned,
  { onConnected, ...ports }: ConnectionPorts & { onConnected?: (next: Due) => void },
): Promise<Result<Linked, StepRefusal | 'gateway-not-genuine'>> {
  let due: Due = { number: 1, from: scanned };
  while (due.number !== 4) {
    const result = await makeConnection(due, ports);
    if (!result.ok) return result;
    due = result.value;
    onConnected?.(due);
  }
  return accept(due.from);
}

/** Makes all four connections. @throws GatewayFailure when the gateway fails and retries do not help */
export async function driveActivation<Pending extends { call: LastCall }, Activated>(
  scanned: Scanned,
  ports: ActivationPorts<Pending, Activated>,
): Promise<Result<Activated, LastRefusal | PinRefusal>> {
  const linked = await linkPhone(scanned, ports);
  if (!linked.ok) return linked;
  const pin = await ports.choosePin(linked.value);
  const draft = await prepareActivation(linked.value, pin, new Date());
  if (!draft.ok) return draft;
  return makeLastConnection(await ports.storage.keep(draft.value), false, ports.storage, ports.channel);
}
