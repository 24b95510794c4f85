/** Elements an article may consist of. Others are removed; their text stays, except for `DROPPED_WITH_TEXT`. */
export const ALLOWED_ELEMENTS = [
  ...[
    'p',
    'div',
    'section',
    'article',
    'aside',
    'header',
    'footer',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'hr',
    'br',
    'wbr',
  ],
  ...['blockquote', 'q', 'cite', 'pre', 'code', 'kbd', 'samp', 'var', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'address'],
  ...[
    'a',
    'em',
    'i',
    'strong',
    'b',
    'u',
    's',
    'del',
    'ins',
    'small',
    'sub',
    'sup',
    'mark',
    'abbr',
    'dfn',
    'time',
    'span',
  ],
  ...['bdi', 'bdo', 'ruby', 'rb', 'rt', 'rtc', 'rp', 'details', 'summary', 'figure', 'figcaption', 'img'],
  ...['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  // MathML Core presentation elements (https://www.w3.org/TR/mathml-core/#mathml-elements-and-attributes).
  ...[
    'math',
    'mrow',
    'mi',
    'mn',
    'mo',
    'ms',
    'mtext',
    'mspace',
    'mfrac',
    'msqrt',
    'mroot',
    'mstyle',
    'merror',
    'mpadded',
  ],
  ...['mphantom', 'msub', 'msup', 'msubsup', 'munder', 'mover', 'munderover', 'mmultiscripts', 'mprescripts', 'none'],
  ...['mtable', 'mtr', 'mtd', 'semantics'],
] as const;

/**
 * Attributes that survive. Never `style`, `name`, foreign classes, or anything that fetches except `src` of a picture.
 */
export const ALLOWED_ATTRIBUTES = [
  ...[
    'href',
    'src',
    'alt',
    'title',
    'lang',
    'dir',
    'id',
    'class',
    'datetime',
    'cite',
    'width',
    'height',
    'colspan',
    'rowspan',
  ],
  ...['scope', 'headers', 'start', 'reversed', 'value', 'type', 'open', 'span', 'data-tex', 'role'],
  ...[
    'display',
    'mathvariant',
    'stretchy',
    'fence',
    'separator',
    'accent',
    'accentunder',
    'columnalign',
    'linethickness',
    'displaystyle',
    'scriptlevel',
    'form',
    'largeop',
    'movablelimits',
    'symmetric',
    'lspace',
    'rspace',
    'minsize',
    'maxsize',
    'depth',
    'voffset',
  ],
] as const;

/** Classes that extraction gives and typesetting knows; every other class is the page's own and is dropped. */
export const ALLOWED_CLASSES: readonly string[] = [
  ...['align-center', 'align-end', 'align-right', 'embed', 'formula', 'footnotes', 'scroll', 'picture'],
  // How Temml sets the cells of aligned equations.
  ...['tml-left', 'tml-right', 'tml-jot', 'tml-tag'],
];

/** The class that names a code block's language for colouring (https://html.spec.whatwg.org/#the-code-element). */
export const LANGUAGE_CLASS = /^language-[\w+#-]{1,30}$/;

export const DROPPED_WITH_TEXT = [
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'title',
  'textarea',
  'select',
  'annotation',
  'annotation-xml',
  'iframe',
  'object',
  'noembed',
  'noframes',
  'audio',
  'video',
  'canvas',
];

/** What an element may be to assistive technology: footnotes and formulas. Any other role could pose as a control. */
export const ALLOWED_ROLES: readonly string[] = ['doc-noteref', 'doc-backlink', 'doc-footnote', 'doc-endnotes', 'math'];

/** Links that may stay: the web, mail, and places in the same article. */
export const LINK_ADDRESS = /^(?:https?:\/\/|mailto:|#)/i;

/** Pictures that may stay: the web, and bytes that were kept. SVG is shown as a picture, where it can run nothing. */
export const PICTURE_ADDRESS = /^(?:https?:\/\/|blob:|data:image\/(?:png|jpe?g|gif|webp|avif|bmp|svg\+xml)[;,])/i;
