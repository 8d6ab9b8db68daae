import { describe, expect, it } from 'vitest';
import { openApiDocument } from '@/lib/server/api/openapi/document';
import { openCopiedDatabase } from '../../../support/databases/open-copied-database';
import { apiFixture, SCOPES } from '../../../support/servers/api-fixture';
import { RequestFuzzer } from '../../../support/load/request-fuzzer';
import { rounds } from '../../../support/rounds';

const REQUESTS = rounds(500, 10_000);
const AT_ONCE = 16;

/** What shows that requests reach the handlers: they are answered, refused and made, and not only malformed. */
const EXPECTED = [200, 400, 401, 404, 409, 412, 422, 428];
/** Some are rare: more requests are made until each has been seen. */
const MOST_REQUESTS = 20 * REQUESTS;

/** Printed with the test's name, so that a failure can be had again. */
const SEED = Number(process.env['TESSERA_TEST_SEED'] ?? Date.now() % 1_000_000_007);

/** What a program is never told: where the code lies, what runs, what failed inside. */
const LEAKED =
  /node_modules|\/lib\/|\.ts:\d|\bat [\w.]+ \(|PrismaClient|PGlite|SQLSTATE|TypeError|ZodError|tes_\d+_s{8}/;

const { current, keyWith, ask } = apiFixture(openCopiedDatabase);

describe('hostile input', () => {
  it(
    `threat: none of ${REQUESTS} requests from the document, valid or not, fails or leaks (TESSERA_TEST_SEED=${SEED})`,
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
      let made = 0;
      const isEnough = () =>
        made >= MOST_REQUESTS || (made >= REQUESTS && EXPECTED.every((status) => statuses.has(status)));
      const work = async () => {
        while (!isEnough()) {
          made += 1;
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
        `${made} requests in ${((user + system) / 1e6).toFixed(1)} s of processor:`,
        Object.fromEntries(statuses),
      );
      expect(problems).toEqual([]);
      expect(current.log.filter((line) => line.includes('"level":50'))).toEqual([]);
      expect(EXPECTED.filter((status) => !statuses.has(status))).toEqual([]);
    },
  );
});
