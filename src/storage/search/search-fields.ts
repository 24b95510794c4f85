/** Where each field's positions begin; fields are cut where the next one begins. */
export const FIELD_START = { title: 0, site: 200, notes: 256, body: 4096 } as const;
