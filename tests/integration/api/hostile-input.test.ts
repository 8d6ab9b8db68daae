import { describe, expect, it } from 'vitest';
import { openApiDocument } from '@/lib/api/openapi/document';
import { openCopiedDatabase } from '../../support/databases/open-copied-database';
import { apiFixture, SCOPES } from '../../support/servers/api-fixture';
import { RequestFuzzer } from '../../support/load/request-fuzzer';
import { rounds } from '../../support/rounds';

const REQUESTS = rounds(500, 10_000);
const AT_ONCE = 16;

/** Printed with the test's name, so that a failure can be had again. */
const SEED = Number(process.env['TESSERA_TEST_SEED'] ?? Date.now() % 1_000_000_007);

/** What a program is never told: where the code lies, what runs, what failed inside. */
const LEAKED =
  /node_modules|\/lib\/|\.ts:\d|\bat [\w.]+ \(|PrismaClient|PGlite|SQLSTATE|TypeError|ZodError|tes_\d+_s{8}/;

const { current, keyWith, ask } = apiFixture(openCopiedDatabase);

describe('hostile input', () => {
  it(
    `threat: ${REQUESTS} requests that the document makes, right and wrong — none fails, none leaks (TESSERA_TEST_SEED=${SEED})`,
    {
      timeout: 900_000,
    },
    async () => {
      const jane = await current.administration.add();
      const { instanceId } = await current.world.activate(jane);
      const fuzzer = new RequestFuzzer(openApiDocument(), SEED, { userId: jane.userId, deviceId: instanceId });
      const key = keyWith(SCOPES);
      const problems: string[] = [];
      const statuses = new Map<number, number>();
      const before = process.cpuUsage();
      let left = REQUESTS;
      const work = async () => {
        while (left > 0) {
          left -= 1;
          const sent = fuzzer.next();
          const { status, headers, text } = await ask(sent.path, { ...sent, key: sent.isKeyless ? null : key });
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          const isProblem = headers['content-type'] === 'application/problem+json';
          if (status >= 500 || LEAKED.test(text) || (status >= 400 && !isProblem && sent.method !== 'HEAD'))
            problems.push(`${status} ${sent.method} ${sent.path} ${JSON.stringify(sent.body)} → ${text.slice(0, 200)}`);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      const { user, system } = process.cpuUsage(before);
      console.log(
        `${REQUESTS} requests in ${((user + system) / 1e6).toFixed(1)} s of processor:`,
        Object.fromEntries(statuses),
      );
      expect(problems).toEqual([]);
      expect(current.log.filter((line) => line.includes('"level":50'))).toEqual([]);
      // It reaches the handlers: what is asked is answered, refused and made, not only malformed.
      for (const status of [200, 400, 401, 404, 409, 412, 422, 428])
        expect(statuses.get(status), `${status}`).toBeGreaterThan(0);
    },
  );
});
