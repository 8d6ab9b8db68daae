import { test } from '@playwright/test';
import { rmSync } from 'node:fs';
import { templateDirectory } from '../support/databases/template';

test('delete the data directory that servers were started from', () => {
  rmSync(templateDirectory(), { recursive: true, force: true });
});
