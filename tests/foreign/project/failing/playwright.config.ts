import { defineConfig } from '@playwright/test';
import whole from '../playwright.config.js';

export default defineConfig({
  ...whole,
  testDir: '.',
  testIgnore: [],
  reporter: [['json', { outputFile: process.env['FAILING_REPORT'] }]],
});
