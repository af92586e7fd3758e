/**
 * The endpoints whose bodies are not JSON. All need `Authorization: Bearer <token>`.
 *
 * pull:        GET  /api/sync/pull?cursor=…   → NDJSON of `PullLine`, compressed as `Accept-Encoding` allows (zstd, gzip).
 *                   Without a cursor: the whole scope, newest cases first. 409 RESYNC_REQUIRED: start without one.
 * uploadPart:  POST /api/files/:sha256/parts?offset=N&bytes=TOTAL  body: raw bytes (at most PART_BYTES).
 *                   Accepted only at the server's own offset (else 409 with details.received); when complete the hash is
 *                   checked, a mismatch answers FILE_DAMAGED and forgets the parts.
 * download:    GET  /api/files/:sha256/content  supports `Range: bytes=N-`; only for users who see a case that names it.
 */
export const STREAMS = {
  pull: { method: 'GET', path: '/api/sync/pull' },
  uploadPart: { method: 'POST', path: '/api/files/:sha256/parts' },
  download: { method: 'GET', path: '/api/files/:sha256/content' },
} as const;

export const PART_BYTES = 1024 * 1024;
/** Largest evidence file: 200 MiB. */
export const MAX_FILE_BYTES = 200 * 1024 * 1024;
