import { defineConfig } from 'vite';

/** The generator as one file for Node, which cannot run TypeScript by itself. */
export default defineConfig({
  publicDir: false,
  build: { ssr: 'data/generator/main.ts', outDir: 'dist/demo', emptyOutDir: true, target: 'node20' }
});
