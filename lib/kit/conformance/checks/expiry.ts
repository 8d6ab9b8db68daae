import { hexFromBytes } from '../../../shared/bytes';
import type { Check, CheckGroup } from '../check';
import { expectRefused } from '../expectations';
import { Handshake, linked } from '../handshake';

const checks: Check[] = [
  {
    id: 'expiry.unused',
    title: 'A registration that nobody used in its time is over',
    clause: 'OneSpan §7.4, §11',
    needs: ['activation', 'end-of-time'],
    async run({ endpoint, registrar, reachEndOfTime }) {
      const handshake = new Handshake(endpoint, await registrar.register());
      const putRight = await reachEndOfTime();
      try {
        expectRefused(await handshake.sendKey(), 'connection 1 after the time is over');
      } finally {
        await putRight();
      }
    },
  },
  {
    id: 'expiry.half-way',
    title: 'A registration that was not finished in its time is over at every step',
    clause: 'OneSpan §7.4, §11',
    needs: ['activation', 'end-of-time', 'open-cryptography'],
    async run({ endpoint, registrar, reachEndOfTime }) {
      const [waiting, adding] = [await registrar.register(), await registrar.register()].map(
        (payload) => new Handshake(endpoint, payload),
      );
      if (!waiting || !adding) throw new TypeError('two registrations were made');
      const session = await waiting.session(await waiting.sendKey());
      const { signature } = await linked(adding);
      const putRight = await reachEndOfTime();
      try {
        expectRefused(await waiting.sendEvidence(hexFromBytes(session.M1)), 'connection 2 after the time is over');
        expectRefused(await adding.sendSignature(signature), 'connection 4 after the time is over');
      } finally {
        await putRight();
      }
    },
  },
];

export const EXPIRY_CHECKS: CheckGroup = { name: 'Expiry', checks };
