// The names of HTML's elements, sorted by what becomes of them in a comment. Used by tidy-html.ts.

/** Stand in a line with the text around them. */
export const inline: ReadonlySet<string> = new Set(
  'a b cite code del dfn em i img kbd q s samp strike strong sub sup tt var'.split(' '),
);

/** Stand on lines of their own. */
export const block: ReadonlySet<string> = new Set(
  'blockquote caption dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table tbody td tfoot th thead tr ul'.split(' '),
);

/** Mean no more than a division: a `div` will do. */
export const division: ReadonlySet<string> = new Set(
  `address article aside body center details dir fieldset figcaption figure footer form header hgroup html legend main
   menu nav section summary`.split(/\s+/),
);

/** Go, and leave what is in them. */
export const ignored: ReadonlySet<string> = new Set(
  `abbr acronym audio bdi bdo big blink button col colgroup data datalist dsq-inline-link embed font frame
   frameset iframe input ins label listing map mark marquee meter nobr object optgroup option output param
   picture plaintext progress rb rp rt ruby small source span spoiler textarea time track u video wbr
   x-turndown xmp`.split(/\s+/),
);

/** Go with all that is in them. */
export const dropped: ReadonlySet<string> = new Set(
  'applet canvas head iframe math noembed noframes noscript script select style svg template title'.split(' '),
);

/** Show something from elsewhere: a link to it takes their place. */
export const media: ReadonlySet<string> = new Set(['audio', 'embed', 'iframe', 'source', 'video']);

/** True for an element of HTML, or one of somebody's own (`o:p`, `my-element`): anything else in brackets is text. */
export function isTag(name: string): boolean {
  return name === 'br' || /[:-]/.test(name) || [inline, block, division, ignored, dropped].some((set) => set.has(name));
}
