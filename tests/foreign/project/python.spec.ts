import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '@tessera-auth/kit/playwright';
import { showImage } from './showing.js';

const manifest = createRequire(import.meta.url).resolve('@tessera-auth/kit/package.json');
const program = join(dirname(manifest), 'site', 'lib', 'cli', 'tessera.mjs');

test('a suite in Python plays the phone over the control port', async ({ page, people, tessera }, testInfo) => {
  const control = spawn(process.execPath, [program, 'phone', '--control', '0', '--gateway', tessera.url]);
  const [said] = (await once(control.stdout, 'data')) as [Buffer];
  const [, url = ''] = /at (http:\S+),/.exec(said.toString()) ?? [];
  try {
    await people.signIn(page, await people.make());
    await showImage(page);
    const shot = testInfo.outputPath('shot.png');
    writeFileSync(shot, await page.screenshot());
    const python = spawn('python3', ['activate.py', url, shot], { stdio: ['ignore', 'pipe', 'inherit'] });
    const output = await text(python.stdout);
    await expect(page).toShowActivation('active');
    expect(output).toMatch(/^VDS\d+-1 \d{6}\n$/);
  } finally {
    control.kill();
    await once(control, 'close');
  }
});

test('the control port describes itself, and answers no page in a browser', async ({ request, tessera }) => {
  const control = spawn(process.execPath, [program, 'phone', '--control', '0', '--gateway', tessera.url]);
  const [said] = (await once(control.stdout, 'data')) as [Buffer];
  const [, url = ''] = /at (http:\S+),/.exec(said.toString()) ?? [];
  try {
    const document = (await (await request.get(`${url}/openapi.json`)).json()) as { openapi: string; paths: object };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toContain('/phones/{phone}/activate');
    expect((await request.get(`${url}/phones`, { headers: { origin: tessera.url } })).status()).toBe(403);
    const wrong = await request.post(`${url}/phones`, { data: { pin: 'no digits' } });
    expect(wrong.status()).toBe(400);
    expect(wrong.headers()['content-type']).toBe('application/problem+json');
    expect((await request.get(`${url}/phones/phone-9/otp`)).status()).toBe(404);
  } finally {
    control.kill();
    await once(control, 'close');
  }
});
