import { expect } from '@playwright/test';
import { test } from '../fixtures/test';
import { findPostgresql } from '../../support/databases/find-postgresql';
import { postgresqlEnvironment } from '../../support/databases/postgresql-environment';
import { PASSWORD, Server } from '@/lib/kit/server/server';
import { startThrowAwayPostgresql } from '../../support/databases/throw-away-postgresql';
import { signInScreen } from '../screens/sign-in-screen';

const programs = findPostgresql();

if (programs !== null) {
  test('threat: when the database is away, a right password is not called wrong, and nothing internal is told', async ({
    browser,
  }) => {
    const database = await startThrowAwayPostgresql(programs);
    let isRunning = true;
    const env = await postgresqlEnvironment(database.url);
    const server = await Server.start({ env });
    try {
      const page = await browser.newPage({ baseURL: server.url });
      await page.goto('/sign-in');
      const answers: string[] = [];
      page.on('response', async (response) => {
        if (response.url().includes('/api/auth/')) answers.push(`${response.url()} ${await response.text()}`);
      });
      database.stop();
      isRunning = false;

      const screen = signInScreen(page);
      await screen.userId.fill('jane.doe');
      await screen.password.fill(PASSWORD);
      await screen.signIn.click();
      await expect(screen.refusal).toHaveText('Sign-in is not possible at the moment. Try again in a minute.');

      // The other ways fail in the same way: what opens a session asks the database first.
      for (const provider of ['credentials', 'phone', 'invitation']) {
        const { csrfToken } = (await (await page.request.get('/api/auth/csrf')).json()) as { csrfToken: string };
        const form = { csrfToken, json: 'true', userId: 'jane.doe', password: PASSWORD };
        const answer = await page.request.post(`/api/auth/callback/${provider}`, { form });
        answers.push(`${answer.status()} ${JSON.stringify(answer.headers())} ${await answer.text()}`);
      }
      const told = answers.join('\n');
      expect(told).toContain('error=unavailable');
      expect(told).not.toMatch(/prisma|reach|ECONN|pool|postgres/i);
      expect(told).not.toContain(new URL(database.url).port);
      expect(server.output).toContain('a sign-in could not be carried out');
    } finally {
      await server.dispose();
      if (isRunning) database.stop();
    }
  });
}
