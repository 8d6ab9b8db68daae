import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { TestPhone } from '@tessera-auth/kit/phone';
import { expect, test } from '@tessera-auth/kit/playwright';

type Step = { title: string; steps?: Step[] };
type Attachment = { name: string; contentType: string; path?: string; body?: string };
type Report = {
  suites: { specs: { tests: { results: { status: string; steps: Step[]; attachments: Attachment[] }[] }[] }[] }[];
};

const titlesOf = (steps: Step[] = []): string[] =>
  steps.flatMap(({ title, steps: inner }) => [title, ...titlesOf(inner)]);

test('the report of a test that failed has the image, the calls, the server’s log and the mails', async ({
  tessera,
}, testInfo) => {
  const file = testInfo.outputPath('report.json');
  const env = { ...process.env, FAILING_REPORT: file, TESSERA_TEST_URL: undefined };
  const runner = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const args = [runner, 'test', '--config', 'failing/playwright.config.ts', '--output', testInfo.outputPath('failing')];
  const run = spawn(process.execPath, args, { env, stdio: 'inherit' });
  const [code] = (await once(run, 'close')) as [number];
  expect(code).toBe(1);

  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const [result] = report.suites[0]?.specs[0]?.tests[0]?.results ?? [];
  expect(result?.status).toBe('failed');
  expect(titlesOf(result?.steps)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^people: sign pat\.\w+ in$/),
      'phone: activate',
      'phone: link, up to the PIN',
    ]),
  );
  const contentOf = (name: RegExp): Buffer => {
    const found = result?.attachments.find((one) => name.test(one.name));
    if (!found) throw new Error(`the report has no ${name}: ${result?.attachments.map((one) => one.name).join(', ')}`);
    return found.path === undefined ? Buffer.from(found.body ?? '', 'base64') : readFileSync(found.path);
  };

  const calls = JSON.parse(contentOf(/^calls of phones/).toString()) as { name: string; fault: string | null }[];
  expect(calls).toContainEqual(
    expect.objectContaining({ name: 'provisioning/DSAPPSRPGenerateEphemeralKey', fault: 'html' }),
  );
  expect(contentOf(/^log of http/).toString()).toContain('"service":"tessera"');
  expect(contentOf(/^mails of http/).toString()).toMatch(/^To: pat\.\w+@example\.org\nSubject: .+\n\n/);
  // Both are images that a phone reads: of an activation that another server had, and this one has not.
  for (const name of [/^what the phone saw/, /^image on the page/]) {
    const phone = await TestPhone.at(tessera.url);
    await expect(phone.activate(contentOf(name))).rejects.toMatchObject({ name: 'PhoneRefused' });
    await expect(phone.activate(contentOf(name))).rejects.not.toMatchObject({ code: 'no-code-in-image' });
    phone.close();
  }
});
