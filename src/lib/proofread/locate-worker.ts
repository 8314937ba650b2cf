/** Finds the form's cells in one document once more, to show where they stand. It ends with its one answer. */
import type { DocumentContent } from '../documents/block.ts';
import { characterMapsUnder, configurePdf, watchUnheldInBrowser } from '../documents/pdf/assets.ts';
import { readBlocks } from '../documents/read-blocks.ts';
import { locateCells } from '../recognition/locate-cells.ts';
import { Refusal } from '../report/issue.ts';
import { excerptAt } from './excerpt.ts';
import type { Located, LocateRequest } from './locate-protocol.ts';
import { picturesOf } from '../documents/pictures/pictures.ts';

addEventListener('message', ({ data }: MessageEvent<LocateRequest>) => {
  configurePdf({ loadCharacterMap: characterMapsUnder(data.characterMaps), watchUnheld: watchUnheldInBrowser });
  void locate(data.file).then((located) => postMessage(located));
});

async function locate(file: Blob): Promise<Located> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const pictures = picturesOf(bytes);
  const content = await blocksOf(bytes);
  if (!content) return { reports: [], pictures };
  const reports = locateCells(content).map(
    (sites) =>
      new Map(
        [...sites].map(([id, site]) => [id, { ...site, excerpt: excerptAt(content.blocks, site.place, site.text) }])
      )
  );
  return { reports, pictures };
}

/** A document that was refused has nothing to be found in; its pictures may still be shown. */
async function blocksOf(bytes: Uint8Array): Promise<DocumentContent | null> {
  try {
    return await readBlocks(bytes);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
