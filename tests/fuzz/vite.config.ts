import { defineConfig } from 'vite';

/** The fuzz with its worker thread, and the corpus, as files for Node, which cannot run TypeScript by itself. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist/fuzz',
    emptyOutDir: true,
    target: 'node20',
    reportCompressedSize: false,
    rolldownOptions: {
      input: { main: 'tests/fuzz/main.ts', worker: 'tests/fuzz/worker.ts', corpus: 'tests/corpus/main.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunk-[name].js' }
    }
  }
});
