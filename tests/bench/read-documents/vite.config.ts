import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['tests/bench/read-documents/*.bench.ts'], testTimeout: 600_000 }
});
