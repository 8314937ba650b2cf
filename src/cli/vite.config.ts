import { chmod, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';

/** Node 20 runs no TypeScript: the command and its worker are made into `dist/`, their libraries bundled with them. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist',
    // The demo's generator has a folder of its own there; `ownFiles` clears the rest.
    emptyOutDir: false,
    target: 'node20',
    minify: true,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { nianbao: 'src/cli/main.ts', 'document-worker': 'src/cli/document-worker.ts' },
      // All in one folder: the worker is found beside whatever chunk starts it.
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunk-[name].js' }
    }
  },
  ssr: {
    noExternal: true,
    // Native code, a pool that starts its own worker file, and pdf.js with its character maps, are found as packages.
    external: ['@duckdb/node-api', 'pdfjs-dist', 'piscina']
  },
  plugins: [ownFiles()]
});

/** Clears the last build's files and lets the command be run: npm links no `bin` in the package's own folder. */
function ownFiles(): Plugin {
  let folder = '';
  return {
    name: 'own-files',
    configResolved(config) {
      folder = path.resolve(config.root, config.build.outDir);
    },
    async buildStart() {
      const names = await readdir(folder).catch(() => []);
      await Promise.all(names.filter((name) => name.endsWith('.js')).map((name) => rm(path.join(folder, name))));
    },
    writeBundle: () => chmod(path.join(folder, 'nianbao.js'), 0o755)
  };
}
