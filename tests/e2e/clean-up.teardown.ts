import { test } from '@playwright/test';
import { rmSync } from 'node:fs';
import { templateDirectory } from '../support/databases/template';

test('the data directory that servers were started from is deleted', () => {
  rmSync(templateDirectory(), { recursive: true, force: true });
});
