import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [sveltekit()],
  // Users' browsers on government desktops are years old; the engine needs about Chrome 95.
  build: { target: 'chrome95' },
  // Readers load each format when its first document comes, which only modules can.
  worker: { format: 'es' },
  test: { include: ['tests/unit/**/*.test.ts'], testTimeout: 30_000 }
});
