import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { repository } from '../../support/repository';

const HOOK = join(repository, '.github', 'hooks', 'commit-msg');
const LONGEST = 72;

let folder = '';
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'tessera-commit-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the hook as Git does. @returns null for an accepted message, and what the hook says of a refused one */
function refusalOf(message: string): string | null {
  const file = join(folder, 'COMMIT_EDITMSG');
  writeFileSync(file, message);
  const { status, stderr } = spawnSync(HOOK, [file], { encoding: 'utf8' });
  return status === 0 ? null : stderr;
}

const subjectOf = (length: number) => 'fix(room): keep '.padEnd(length, 'é');

describe('the hook for commit messages', () => {
  test.each([
    'fix(activation): refuse a second pending activation',
    'feat(api)!: require an Idempotency-Key',
    'refactor(http, jobs): split the server by what starts it',
    'docs: name the hook\n\nIt is not installed by npm ci.\n',
    '\n# What Git asks for.\nperf(image): pass rows, not pictures\n# On branch main\n',
    'fix(accounts): process one address at a time',
    'Merge branch ‘main’',
    'Revert "feat(api): the old way"',
    'fixup! fix(activation): refuse a second pending activation',
    subjectOf(LONGEST),
  ])('a commit is accepted with the message %j', (message) => {
    expect(refusalOf(message)).toBeNull();
  });

  test.each([
    ['Fix the start', 'does not begin with a type'],
    ['build(api): make the types', 'does not begin with a type'],
    ['fix(api) refuse it', 'does not begin with a type'],
    ['fix(api): ', 'does not begin with a type'],
    ['', 'does not begin with a type'],
    ['fix(api): refuse it.', 'ends with a full stop'],
    ['fix(api): Refuse it', 'does not begin with a verb in lower case'],
    ['fix(api): a key is refused', '"a" is no verb'],
    ['test(policy): who takes a second person is carried out', '"who" is no verb'],
    ['fix(api): refuses it', '"refuses" is not in the imperative'],
    ['fix(api): refused it', '"refused" is not in the imperative'],
    ['fix(api): refusing it', '"refusing" is not in the imperative'],
    ['fix(api): webhooks end with their account', '"webhooks" is not in the imperative'],
    [subjectOf(LONGEST + 1), 'has 73 characters, and may have 72'],
  ])('a commit is refused with the message %j: it %s', (message, reason) => {
    expect(refusalOf(message)).toContain(reason);
  });
});
