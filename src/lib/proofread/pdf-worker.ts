/** The parsing half of pdf.js in a worker of its own, for the pages that are shown: it starts by itself. */
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
