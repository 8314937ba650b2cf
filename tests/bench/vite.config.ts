import { defineConfig } from 'vitest/config';

/** Timings and rankings: they report, they never gate. One file at a time, so that none disturbs another. */
export default defineConfig({
  test: {
    include: ['tests/bench/**/*.bench.ts'],
    testTimeout: 1_200_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    reporters: 'verbose'
  }
});
