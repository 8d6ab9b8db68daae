import type { Observation, RegistrationAtGateway } from '../../../activation/activation-gateway';
import type { Random } from '../../../shared/random';
import type { Clock } from '../../../shared/time/clock';
import type { Administration } from '../administration/administration';
import { readBaseline } from './baseline';
import { DeviceActivity, type Completion } from './device-activity';
import { findRecordsOf } from '../administration/digipass-record';
import { linkedTo, observationFrom } from './observation-from';

/** One look in so many at a known device reads the records too: a phone that begins again gets another (inferred). */
const RECORDS_EVERY = 4;

/**
 * Watches activations, by the strongest signal that the service user may read, and with one call a look (OneSpan §4.4):
 * the time of the device's last authentication, which the records have; its recent activity; the end of a grace period.
 */
export class CompletionWatch {
  readonly #ports: { administration: Administration; clock: Clock; random: Random };
  readonly #activity: DeviceActivity;
  /** Whether a record has told the time of a last authentication: until then, none may mean another name. */
  #tellsLastAuthentication = false;

  constructor(ports: { administration: Administration; clock: Clock; random: Random }) {
    this.#ports = ports;
    this.#activity = new DeviceActivity(ports.administration, ports.clock);
  }

  /** @throws GatewayError */
  async observe({ userId, domain, baseline, instanceId }: RegistrationAtGateway): Promise<Observation> {
    const { administration, clock } = this.#ports;
    const now = clock.now();
    if (instanceId !== undefined && this.#readsActivityAlone()) {
      const completion = await this.#activity.completionOf(instanceId);
      if (completion !== null) return told(linkedTo(instanceId, now, now), completion, now);
    }
    const records = await findRecordsOf(administration, { userId, domain });
    this.#tellsLastAuthentication ||= records.some(({ lastAuthenticatedAt }) => lastAuthenticatedAt !== null);
    const observation = observationFrom(readBaseline(baseline), records, now, this.#tellsLastAuthentication);
    const isNew = observation.instanceId !== null && observation.instanceId !== instanceId;
    const mayBeInferred = observation.state === 'active' || isNew;
    if (observation.instanceId === null || this.#tellsLastAuthentication || !mayBeInferred) return observation;
    const completion = await this.#activity.completionOf(observation.instanceId);
    return completion === null ? observation : told(observation, completion, now);
  }

  #readsActivityAlone(): boolean {
    const [byte = 0] = this.#ports.random.bytes(1);
    return !this.#tellsLastAuthentication && byte % RECORDS_EVERY !== 0;
  }
}

/** The observation of a device, corrected by what its activity tells. */
function told(observation: Observation, completion: Exclude<Completion, null>, now: Date): Observation {
  const { instanceId, reached } = observation;
  const { linked } = reached;
  if (instanceId === null || linked === undefined) throw new TypeError('an observation without a device');
  if (completion === 'unfinished') return linkedTo(instanceId, linked, now);
  return { ...observation, state: 'active', reached: { linked, active: completion }, expiresAt: null };
}
