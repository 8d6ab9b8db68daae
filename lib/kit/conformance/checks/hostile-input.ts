import type { Check, CheckGroup } from '../check';
import { expectRefused, expectStatus } from '../expectations';
import { Handshake, hexOf, SERVICES, SRP } from '../handshake';

/** Documents that are no JSON object, by what they are. */
const NO_OBJECTS: Record<string, string | Uint8Array> = {
  'half an object': '{"registrationIdentifier": "Xk29aLm4"',
  'bare text': 'registrationIdentifier=Xk29aLm4',
  'a list': '[]',
  'a list of 10,000 lists': '['.repeat(10_000),
  'a string': '"Xk29aLm4"',
  null: 'null',
  'a number': '1e999',
  'bytes that are no UTF-8': Uint8Array.of(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d),
  'XML with entities': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
  'a zero byte': '\0',
};

const WRONG_VALUES: unknown[] = [null, true, 0, -1, 1e308, '', [], {}, ['05'], { length: 512 }];

const STRANGE_TEXTS = [
  "' OR '1'='1",
  '"; DROP TABLE registration; --',
  '../../../../etc/passwd',
  '${jndi:ldap://127.0.0.1/a}',
  '<script>alert(1)</script>',
  '%00%0d%0aSet-Cookie: a=b',
  '\0',
  '‮𝒳\u{1F600}',
  'a'.repeat(10_000),
];

/** Fields of the four connections with values of the right form. */
const FIELDS: Record<string, Record<string, string>> = {
  'provisioning/DSAPPSRPGenerateEphemeralKey': { clientEphemeralPublicKey: '05'.repeat(256) },
  'provisioning/DSAPPSRPGenerateActivationData': { clientEvidenceMessage: '05'.repeat(32) },
  'provisioning/MdlAddDevice': { deviceCode: '1'.repeat(26) },
  'provisioning/MdlActivate': { signature: '1'.repeat(16) },
};

const checks: Check[] = [
  {
    id: 'hostile.malformed',
    title: 'A body that is no JSON object is refused, and breaks nothing',
    clause: 'OneSpan §3.1; RFC 8259',
    async run({ endpoint, profile }) {
      for (const service of SERVICES)
        for (const [name, body] of Object.entries(NO_OBJECTS)) {
          const answer = await endpoint.call(service, body);
          expectRefused(answer, `${name} at ${service}`);
          if (profile === 'embedded') expectStatus(answer, [400], `${name} at ${service}`);
        }
    },
  },
  {
    id: 'hostile.types',
    title: 'A field of another type, or none, is refused, and breaks nothing',
    clause: 'OneSpan §3.2',
    async run({ endpoint }) {
      for (const [service, fields] of Object.entries(FIELDS)) {
        const right = { registrationIdentifier: 'zzzzzzzz', ...fields };
        for (const name of Object.keys(right)) {
          for (const value of WRONG_VALUES)
            expectRefused(await endpoint.call(service, { ...right, [name]: value }), `${name} of another type`);
          expectRefused(await endpoint.call(service, { ...right, [name]: undefined }), `no ${name}`);
        }
      }
    },
  },
  {
    id: 'hostile.texts',
    title: 'Strange and long texts are refused, and break nothing',
    clause: 'OneSpan §3.2',
    async run({ endpoint }) {
      for (const [service, fields] of Object.entries(FIELDS)) {
        const right = { registrationIdentifier: 'zzzzzzzz', ...fields };
        for (const name of Object.keys(right))
          for (const text of STRANGE_TEXTS)
            expectRefused(await endpoint.call(service, { ...right, [name]: text }), `a strange ${name}`);
      }
    },
  },
  {
    id: 'hostile.prototype',
    title: 'Names of JavaScript’s own are names like others',
    clause: 'OneSpan §3.2',
    async run({ endpoint }) {
      const body = '{"__proto__": {"registrationIdentifier": "zzzzzzzz"}, "constructor": {"prototype": {}}}';
      for (const service of SERVICES) expectRefused(await endpoint.call(service, body), `__proto__ at ${service}`);
    },
  },
  {
    id: 'hostile.oversize',
    title: 'A body of a megabyte is not read to its end',
    clause: 'RFC 9110 §15.5.14',
    async run({ endpoint, profile }) {
      const filled = JSON.stringify({ filling: 'a'.repeat(1_024 * 1_024) });
      const answer = await endpoint.call('provisioning/getServerTime', filled);
      // A server that stops reading may close the connection before the answer is read.
      if (answer.status === null) return;
      expectRefused(answer, 'a body of a megabyte');
      if (profile === 'embedded') expectStatus(answer, [413], 'a body of a megabyte');
    },
  },
  {
    id: 'hostile.zero-key',
    title: 'A client key that is a multiple of N is refused: it would fix the secret without the password',
    clause: 'RFC 5054 §2.5.4',
    needs: ['activation'],
    async run({ endpoint, registrar }) {
      const { N } = SRP.group;
      const handshake = new Handshake(endpoint, await registrar.register());
      for (const [name, A] of Object.entries({
        '0': '0',
        '00…0': hexOf(0n),
        N: hexOf(N),
        '2 N': (2n * N).toString(16),
      }))
        expectRefused(await handshake.sendKey(A), `A = ${name}`);
    },
  },
  {
    id: 'hostile.wrong-keys',
    title: 'A client key that is no hexadecimal, or longer than the group, is refused',
    clause: 'OneSpan §3.2',
    needs: ['activation'],
    async run({ endpoint, registrar }) {
      const handshake = new Handshake(endpoint, await registrar.register());
      for (const A of ['', 'xyz', '-5', '0x05', ' 05', '1'.repeat(4_096), '٥'])
        expectRefused(await handshake.sendKey(A), 'a key that is none');
    },
  },
];

export const HOSTILE_CHECKS: CheckGroup = { name: 'Hostile input', checks };
