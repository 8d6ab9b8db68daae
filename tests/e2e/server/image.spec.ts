import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { HANG_MS } from '@/lib/kit/poll';
import { ImageBuilder } from '../../support/deployment/build-image';
import { repository } from '../../support/repository';

/** Where secrets of a machine lie about in a checkout. */
const PLANTED = [
  '.env',
  '.data/secrets.json',
  'lib/.env.local',
  'lib/cli/deployment/compose/secrets/session-secret',
  'app/x.key',
];

test.describe('an image that buildah makes of the Containerfile', () => {
  test.skip(!ImageBuilder.isPossible(), 'buildah is not on this machine, or may not build here');

  test(
    'threat: a secret in a layer — what lies in the checkout and the environment is in nothing of the image',
    { tag: '@all' },
    () => {
      // Packages are installed and packed once more, which takes minutes on a busy machine.
      test.setTimeout(20 * HANG_MS);
      const folder = mkdtempSync(join(tmpdir(), 'tessera-image-'));
      try {
        const secret = `planted-${randomBytes(16).toString('hex')}`;
        const context = join(folder, 'context');
        const listed = ['ls-files', '--cached', '--others', '--exclude-standard'];
        const files = execFileSync('git', listed, { cwd: repository, encoding: 'utf8' }).split('\n');
        for (const path of files.filter((file) => file !== '' && existsSync(join(repository, file)))) {
          mkdirSync(dirname(join(context, path)), { recursive: true });
          cpSync(join(repository, path), join(context, path));
        }
        for (const path of PLANTED) {
          mkdirSync(dirname(join(context, path)), { recursive: true });
          writeFileSync(join(context, path), `TESSERA_SESSION_SECRET=${secret}\n`);
        }
        const images = new ImageBuilder(folder, { TESSERA_SESSION_SECRET: secret });
        const revision = randomBytes(20).toString('hex');
        images.build(context, { NODE_IMAGE: images.makeBase(), REVISION: revision, VERSION: '0.1.0' }, [
          '.next',
          'lib/generated',
        ]);
        const { config, history } = images.config();
        console.log(history.map(({ created_by: line }) => line.slice(0, 120)).join('\n'));
        expect(config).toMatchObject({
          User: '65532:65532',
          Entrypoint: ['node', '/opt/tessera/site/lib/cli/tessera.mjs'],
          Cmd: ['start'],
          StopSignal: 'SIGTERM',
          Volumes: { '/var/lib/tessera': {} },
        });
        expect(config.Healthcheck.Test.slice(0, 3)).toEqual(['CMD', 'node', '-e']);
        expect(config.Labels).toMatchObject({
          'org.opencontainers.image.revision': revision,
          'org.opencontainers.image.version': '0.1.0',
          'org.opencontainers.image.licenses': 'MIT',
        });
        const blobs = images.blobs();
        expect(blobs.some((blob) => blob.includes('opt/tessera/site/lib/cli/tessera.mjs'))).toBe(true);
        expect(blobs.some((blob) => blob.includes(secret))).toBe(false);
        expect(images.runInside('node', '/opt/tessera/site/lib/cli/tessera.mjs', '--help')).toContain(
          'tessera <program>',
        );
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});
