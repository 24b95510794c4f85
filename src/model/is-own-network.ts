const OWN_NAME = /^(?:localhost|[^.[]+)$|\.(?:localhost|local|internal|home\.arpa)$/i;
/** Loopback, private, shared and link-local addresses (RFC 6890), as `URL` writes them. */
const OWN_ADDRESS =
  /^(?:0|10|127)\.|^169\.254\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./;
const OWN_ADDRESS_6 = /^\[(?:::|f[cd]|fe[89ab])/i;

/**
 * Whether a host is of the person's own machine or network. A file of links may come from anybody, and what answers there,
 * such as a router, may do things when it is asked: Recto does not ask by itself.
 */
export function isOwnNetwork(hostname: string): boolean {
  return OWN_NAME.test(hostname) || OWN_ADDRESS.test(hostname) || OWN_ADDRESS_6.test(hostname);
}
