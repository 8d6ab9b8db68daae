import { KeyRing } from '../../wire/crypto/key-ring';
import { createEmbeddedGateway, type EmbeddedGateway } from '../../gateways/embedded/engine/embedded-gateway';
import type { GatewaySettings } from '../../gateways/embedded/engine/gateway-settings';
import { systemRandom } from '../../shared/random';
import { systemClock, type Clock } from '../../shared/time/clock';
import type { CallLog } from '../faults/call-log';
import type { FaultBoard } from '../faults/fault-board';
import { MemoryChallengeStore } from './state/memory-challenge-store';
import { MemoryGatewayStore } from './state/memory-gateway-store';
import { DEFAULT_OPTIONS, type Ports } from './state/onespan-options';
import { Certificates, type CertificateFiles } from './wire/certificates';
import { digipassGatewayWire } from './wire/digipass-gateway-wire';
import { ListenerGroup } from './wire/listener-group';

export type EmbeddedServer = Pick<CertificateFiles, 'caFile'> & {
  digipassGatewayUrl: string;
  /** The same without TLS. */
  phoneUrl: string;
  gatewayId: string;
  frontEndKey: string;
  gateway: EmbeddedGateway;
  faults: FaultBoard;
  calls: CallLog;
  close(): Promise<void>;
};

type Options = { clock: Clock; ports: Ports; settings: Partial<GatewaySettings> };

/** Starts the embedded gateway's engine alone behind `/rest/v2`, as DIGIPASS Gateway would be, in memory. */
export async function startEmbeddedGateway({
  clock = systemClock,
  ports = {},
  settings = {},
}: Partial<Options> = {}): Promise<EmbeddedServer> {
  const { gatewayId, frontEndKey, backEndKey } = DEFAULT_OPTIONS;
  const certificates = new Certificates();
  const group = new ListenerGroup({ certificates, clock });
  const store = new MemoryGatewayStore();
  const gateway = createEmbeddedGateway({
    store,
    challenges: new MemoryChallengeStore(store),
    clock: group.clock,
    random: systemRandom,
    keyRing: new KeyRing([{ id: 'one', key: systemRandom.bytes(32) }]),
    settings,
    frontEndKey,
    backEndKey,
    onProgress: async () => {},
    onChallengeEnd: async () => {},
    onFault: (error) => {
      throw error;
    },
  });
  const wire = (urlOf: () => string) => digipassGatewayWire({ gateway, gatewayId, frontEndKey }, urlOf);
  const digipassGateway = await group.open('tls', ports.digipassGateway ?? 0, wire);
  const phone = await group.open('plain', ports.phone ?? 0, wire);
  return {
    digipassGatewayUrl: digipassGateway.url,
    phoneUrl: phone.url,
    caFile: certificates.files.caFile,
    gatewayId,
    frontEndKey,
    gateway,
    faults: group.faults,
    calls: group.calls,
    close: () => group.close(),
  };
}
