/** Below this width, in px, a picture is a sign among the words; a frame in its place would break the line. */
const IN_LINE = 48;

/** Whether a picture stands among the words, as far as its `width` tells. */
export const isInLine = (image: Element): boolean => Number(image.getAttribute('width') ?? Number.NaN) < IN_LINE;
