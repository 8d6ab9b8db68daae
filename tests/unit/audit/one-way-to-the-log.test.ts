import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { filesContaining } from '../../support/files-containing';
import { repository } from '../../support/repository';

const APPENDER = 'lib/database/side-effects/append-audit-records.ts';

it.each([
  'append_events(',
  'append_events_with_notices(',
  'append_audit_records(',
  'INSERT INTO audit_record',
  'auditRecord.create',
])('no store writes records past the appender, which derives the notices to users (%s)', (writing) => {
  const files = ['lib', 'app', 'components'].flatMap((root) => filesContaining(join(repository, root), writing));
  const own = files.map((file) => relative(repository, file)).filter((file) => !file.startsWith('lib/generated'));
  expect(own.filter((file) => file !== APPENDER)).toEqual([]);
});
