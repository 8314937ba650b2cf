import { onMount } from 'svelte';
import { asset } from '$app/paths';
import { locate } from '$lib/proofread/locate.ts';
import type { Located } from '$lib/proofread/locate-protocol.ts';

/** Absolute address of the folder of character maps, with a slash at the end. */
export function characterMaps(): string {
  return new URL(asset('/engine/cmaps/'), location.href).href;
}

/** Looks up the original's cells and pictures once the component stands, and stops when it goes. */
export function locateOnMount(original: Blob | null, tell: (found: Located | Error) => void): void {
  onMount(() => {
    const stop = new AbortController();
    if (original) {
      locate({ file: original, characterMaps: characterMaps() }, stop.signal).then(tell, (error: unknown) =>
        tell(error instanceof Error ? error : new Error(String(error)))
      );
    }
    return () => stop.abort();
  });
}
