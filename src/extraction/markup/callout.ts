/** Classes of an `aside` that is a note in a technical text: `msg`, `starlight-aside--tip`, docutils' `topic`. */
export const CALLOUT = /\b(?:msg|note|tip|caution|warning|danger|important|admonition|callout)\b|^topic$/i;
