import { generateDeviceCode } from '../../../wire/crypto/messages/device-code';
import { systemRandom } from '../../../shared/random';
import type { Check, CheckGroup } from '../check';
import { expectAccepted, expectRefused } from '../expectations';
import { Handshake, proved } from '../handshake';

const checks: Check[] = [
  {
    id: 'order.evidence-first',
    title: 'Connection 2 before connection 1 is refused',
    clause: 'OneSpan §2.1',
    needs: ['activation'],
    async run({ endpoint, registrar }) {
      const handshake = new Handshake(endpoint, await registrar.register());
      expectRefused(await handshake.sendEvidence('05'.repeat(32)), 'connection 2 before connection 1');
    },
  },
  {
    id: 'order.device-first',
    title: 'Connection 3 before connection 2 is refused, even with a device code of the right licence',
    clause: 'OneSpan §2.1, §7.5',
    needs: ['same-person', 'open-cryptography'],
    async run({ endpoint, registrar }) {
      const before = new Handshake(endpoint, await registrar.register());
      // All activations of a licence have its key in common.
      const { licence } = await proved(before);
      const handshake = new Handshake(endpoint, await registrar.register(before.payload.userId));
      expectAccepted(await handshake.sendKey(), 'connection 1');
      const deviceCode = await generateDeviceCode(licence.licenceKey, systemRandom);
      expectRefused(await handshake.sendDeviceCode(deviceCode), 'connection 3 before connection 2');
    },
  },
  {
    id: 'order.signature-first',
    title: 'Connection 4 before connection 3 is refused',
    clause: 'OneSpan §2.1',
    needs: ['activation', 'open-cryptography'],
    async run({ endpoint, registrar }) {
      const handshake = new Handshake(endpoint, await registrar.register());
      await proved(handshake);
      expectRefused(await handshake.sendSignature('1'.repeat(16)), 'connection 4 before connection 3');
    },
  },
  {
    id: 'order.superseded',
    title: 'A new registration of a person ends the one before',
    clause: 'OneSpan §7.4, §11',
    needs: ['same-person'],
    profile: 'embedded',
    async run({ endpoint, registrar }) {
      const payload = await registrar.register();
      await registrar.register(payload.userId);
      expectRefused(await new Handshake(endpoint, payload).sendKey(), 'the earlier registration');
    },
  },
];

export const ORDER_CHECKS: CheckGroup = { name: 'Order', checks };
