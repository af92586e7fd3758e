/**
 * The policy of every page of the window. Scripts and style sheets come from the program alone and nothing is evaluated;
 * only style attributes are free, because the component library computes positions. `connect-src` is the one configured
 * server; everything else an officer sees comes through the preload.
 */
export function windowPolicy(serverOrigin: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    // Recordings among the evidence are played from memory.
    "media-src blob:",
    "font-src 'self' data:",
    `connect-src 'self' ${serverOrigin}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/**
 * The thread that reads PDFs has a policy of its own: it may compile the WebAssembly decoders of scanned pages (JPEG 2000,
 * JBIG2), which the window itself may not.
 */
export const PDF_READER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** The sheet that is printed: pictures of pages and one style sheet, nothing that runs or loads from elsewhere. */
export const PRINT_POLICY = "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
