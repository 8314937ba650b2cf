import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: adapter({ pages: 'build', assets: 'build', strict: true }),
    // Relative paths let one build be served under any path of any static server.
    paths: { relative: true },
    prerender: {
      // Pages ask for the dataset, which is made apart from the site and stands beside it later.
      handleHttpError: ({ path, message }) => {
        if (!path.startsWith('/data/')) throw new Error(message);
      }
    },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['none'],
        'script-src': ['self', 'wasm-unsafe-eval'],
        // Svelte sets widths and positions of charts with style attributes.
        'style-src': ['self', 'unsafe-inline'],
        'img-src': ['self', 'data:', 'blob:'],
        'font-src': ['self'],
        // The engine is unpacked in the page and handed to its worker as blob URLs.
        'connect-src': ['self', 'blob:'],
        'worker-src': ['self', 'blob:'],
        'base-uri': ['none'],
        'form-action': ['none']
      }
    }
  }
};
