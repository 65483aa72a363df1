/**
 * Puts inline styles and handlers of others' HTML into other attributes: the page's policy blocks and reports them even while they
 * are parsed. Only inside tags: style="…" within a sentence is text. The content of a style element is raw text under any name.
 */
export const layStylesAside = (html: string): string =>
  html
    .replaceAll(/<(\/?)style\b/gi, '<$1xmp')
    .replaceAll(/<base\b/gi, '<wbr')
    .replaceAll(/<[a-z][^<>]*>/gi, (tag) => tag.replaceAll(/(["'\s/])(style|on[a-z]+)(\s*=)/gi, '$1data-$2$3'))
