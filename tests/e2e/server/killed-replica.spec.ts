import { expect } from '@playwright/test';
import { Client } from 'pg';
import { poll } from '@/lib/kit/poll';
import { PASSWORD, Server } from '@/lib/kit/server/server';
import { SECOND } from '@/lib/shared/time/duration';
import { postgresqlEnvironment } from '../../support/databases/postgresql-environment';
import { test } from '../fixtures/test';
import { openSession } from '../flows/open-session';
import { activationScreen } from '../screens/activation-screen';

const databaseServer = process.env['TESSERA_TEST_DATABASE_URL'];

if (databaseServer !== undefined) {
  test('a replica is killed in the middle of a start, and another has the image within seconds', async ({
    browser,
  }, testInfo) => {
    const env = await postgresqlEnvironment(databaseServer);
    const [first, second] = [await Server.start({ env }), await Server.start({ env })];
    const database = new Client(env.DATABASE_URL);
    await database.connect();
    try {
      const page = await browser.newPage({ baseURL: second.url });
      await openSession(page, { userId: 'jane.doe', password: PASSWORD });
      // The gateway of whoever starts waits for this table in the middle of registering.
      await database.query('BEGIN; LOCK TABLE gateway_registration IN EXCLUSIVE MODE');
      const start = { kind: 'start-activation', userId: 'jane.doe', deviceName: 'Phone', password: PASSWORD } as const;
      const started = first.ask<'start-activation'>(start).then(
        () => 'started',
        () => 'ended',
      );
      await poll('the start to wait', async () => {
        const { rows } = await database.query(`
          SELECT 1 FROM activation WHERE state = 'requested' AND EXISTS (
            SELECT FROM pg_locks WHERE NOT granted AND relation = 'gateway_registration'::regclass)`);
        return rows.length > 0;
      });
      const killedAt = performance.now();
      await first.kill();
      expect(await started).toBe('ended');
      await database.query('ROLLBACK');
      const {
        rows: [activation],
      } = await database.query<{ id: string }>('SELECT id FROM activation');
      await page.goto(`/activations/${activation?.id}`);
      await expect(activationScreen(page).image).toBeVisible({ timeout: 60 * SECOND });
      const tookMs = performance.now() - killedAt;
      testInfo.annotations.push({ type: 'took', description: `${Math.round(tookMs)} ms` });
      // The lease itself would last 30 s.
      expect(tookMs).toBeLessThan(15 * SECOND);
      await page.close();
    } finally {
      await database.end();
      await Promise.all([first.dispose(), second.dispose()]);
    }
  });
}
