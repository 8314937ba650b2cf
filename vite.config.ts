import { sveltekit } from '@sveltejs/kit/vite';
import path from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [messagesApart(), sveltekit()],
  // Users' browsers on government desktops are years old; the engine needs about Chrome 95. For scripts the target is
  // 98: below it private members of classes become WeakMaps, slower and larger, for the sake of static fields called
  // `name` or `length`, which those browsers take for read-only. A browser test sees that there are none.
  build: { target: 'chrome98', cssTarget: 'chrome95' },
  // Readers load each format when its first document comes, which only modules can.
  worker: { format: 'es' },
  test: { include: ['tests/unit/**/*.test.ts'], testTimeout: 30_000 }
});

/** The built site has each message in a module of its own, so that a page loads those it uses. */
function messagesApart(): Plugin {
  return {
    name: 'messages-apart',
    apply: 'build',
    enforce: 'pre',
    resolveId(source) {
      const [, file] = /\/paraglide\/((?:keyed\/[\w-]+|\w+)\.js)$/.exec(source) ?? [];
      return file === undefined ? null : path.resolve('.svelte-kit/messages', file);
    }
  };
}
