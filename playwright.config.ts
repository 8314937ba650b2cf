import { defineConfig } from '@playwright/test';
import { findChromium } from './tests/e2e/find-chromium.js';

const port = 4179;

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.e2e.ts',
  timeout: 60_000,
  // The engine takes a second or two to start, several times that on a loaded machine.
  expect: { timeout: 20_000 },
  workers: 2,
  forbidOnly: true,
  // A browser on a loaded machine can hang as a whole; a test that only passes anew is listed as flaky.
  retries: 1,
  reporter: 'list',
  use: {
    // A path below the root, as sites on an intranet have it.
    baseURL: `http://127.0.0.1:${port}/nianbao/`,
    viewport: { width: 1280, height: 720 },
    locale: 'zh-CN',
    launchOptions: {
      executablePath: findChromium(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']
    }
  },
  webServer: {
    command: `node tests/e2e/serve.js ${port}`,
    url: `http://127.0.0.1:${port}/nianbao/`,
    reuseExistingServer: false
  }
});
