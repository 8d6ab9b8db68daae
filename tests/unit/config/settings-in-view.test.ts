import { describe, expect, it } from 'vitest';
import { environmentSchema } from '@/lib/config/environment/environment-schema';
import { settingsInView } from '@/lib/config/environment/settings-in-view';

const KEY = 'ab'.repeat(32);
const SECRETS = {
  TESSERA_SESSION_SECRET: 'the session secret of a site under test',
  TESSERA_DATA_KEYS: `one:${KEY}`,
  TESSERA_METRICS_TOKEN: 'the metrics token of a site under test',
  TESSERA_DEMO_PASSWORD: 'demo password',
  DATABASE_URL: 'postgresql://tessera:database-password@db/tessera',
  SMTP_URL: 'smtp://mailer:mail-password@mail.example.org:587',
  WEBHOOK_URLS: 'https://hooks.example.org/in/hidden-token',
  WEBHOOK_SECRETS: 'the webhook secret of a site under test',
  GATEWAY_FRONT_END_KEY: KEY,
  GATEWAY_BACK_END_KEY: KEY,
  GATEWAY: 'onespan-server',
  ONESPAN_SERVICE_PASSWORD: 'service password',
  TESSERA_CRONTO_RENDERER_URL: 'https://renderer.example.org/?key=renderer-key',
};

function view(environment: Record<string, string>) {
  const sections = settingsInView(environmentSchema.parse(environment), environment);
  return new Map(sections.flatMap(({ settings }) => settings.map((setting) => [setting.name, setting])));
}

describe('settings as administrators see them', () => {
  it('threat: secrets are read off the status page: of a secret it says only that it is set', () => {
    const settings = view({ ...SECRETS, MAIL_FROM: 'Help <help@example.org>' });
    for (const name of Object.keys(SECRETS).filter((one) => one !== 'GATEWAY'))
      expect(settings.get(name)).toMatchObject({ isSet: true, value: null });
    const text = JSON.stringify([...settings.values()]);
    for (const part of ['-password', 'hidden-token', 'renderer-key', KEY, 'under test', 'demo password', 'service p'])
      expect([part, text.includes(part)]).toEqual([part, false]);
  });

  it('the settings in view are configured values, and defaults in plain words', () => {
    const settings = view({ PORT: '4000', MAIL_FROM: 'Help <help@example.org>' });
    expect(settings.get('PORT')).toMatchObject({ isSet: true, value: '4000' });
    expect(settings.get('MAIL_FROM')).toMatchObject({ value: 'Help <help@example.org>' });
    expect(settings.get('TESSERA_SESSION_SECONDS')).toMatchObject({ isSet: false, value: '28800' });
    expect([...settings.keys()].filter((name) => name.startsWith('ONESPAN'))).toEqual([]);
    for (const { meaning, value } of settings.values()) expect(meaning + value).not.toMatch(/[`[\]]\(|`/);
  });

  it('a setting differs from its default by its value, not by being given', () => {
    const settings = view({ PORT: '3000', TESSERA_SESSION_SECONDS: '600', TESSERA_SESSION_SECRET: 'x'.repeat(32) });
    expect(settings.get('PORT')).toMatchObject({ isSet: true, isDefault: true });
    expect(settings.get('TESSERA_SESSION_SECONDS')).toMatchObject({ isDefault: false });
    expect(settings.get('TESSERA_SESSION_SECRET')).toMatchObject({ isDefault: false });
    expect(settings.get('HOST')).toMatchObject({ isSet: false, isDefault: true });
  });

  it('the meaning of a setting begins with a capital, or with a value as it is written', () => {
    const settings = view({});
    expect(settings.get('HOST')?.meaning).toMatch(/^Address/);
    expect(settings.get('TESSERA_LOG_LEVEL')?.meaning).toMatch(/^fatal,/);
  });
});
