/** Marks a message as one of the protocol, so that other listeners of the same page leave it alone. */
export const PROTOCOL_MARK = 'recto/1';
