import type { Check, CheckGroup } from '../check';
import { expectAccepted, expectThat } from '../expectations';
import { Handshake, linked } from '../handshake';

/** What only the inside of a program looks like. */
const TRACES =
  /\bat [^\n]{1,200}:\d+:\d+|node_modules|(?:\/(?:home|srv|usr|var|opt|app)|[A-Z]:\\)[\w./\\-]{3,}|Traceback \(most recent|\w+(?:Exception|Error): |SQLSTATE|PrismaClient/;

const checks: Check[] = [
  {
    id: 'aftermath.works',
    title: 'After all of it an activation goes through',
    clause: 'OneSpan §2.1',
    needs: ['activation', 'open-cryptography'],
    async run({ endpoint, registrar }) {
      const handshake = new Handshake(endpoint, await registrar.register());
      const { signature } = await linked(handshake);
      expectAccepted(await handshake.sendSignature(signature), 'connection 4');
    },
  },
  {
    id: 'aftermath.leaks',
    title: 'No answer tells how the server is made: no stack, path, query or library',
    clause: 'CWE-209',
    async run({ endpoint }) {
      const telling = endpoint.answers.find(({ text }) => TRACES.test(text));
      const trace = telling && TRACES.exec(telling.text)?.[0].slice(0, 80);
      expectThat(telling === undefined, 'answers that tell nothing of it', `“${trace}” from ${telling?.call}`);
    },
  },
];

export const AFTERMATH_CHECKS: CheckGroup = { name: 'Aftermath', checks };
