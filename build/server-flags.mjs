/**
 * Flags of Node that the API server runs with. Under load V8 lets the space of new objects grow to 134 MB and keeps it, of
 * which a request needs a few: with semi-spaces of 8 MB it stays below 30 MB, for a few more short collections.
 * @type {readonly string[]}
 */
export const SERVER_FLAGS = ['--max-semi-space-size=8'];
