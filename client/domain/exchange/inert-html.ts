/**
 * Others' HTML, so that parsing it does nothing. Inline styles and handlers stand in other attributes: the page's policy blocks and
 * reports them even while they are parsed. Only inside tags: style="…" within a sentence is text. The content of a style element is
 * raw text under any name. A form would be asked in vain: a field named `nodeName` covers its own property.
 */
export const toInertHtml = (html: string): string =>
  html
    .replaceAll(/<(\/?)style\b/gi, '<$1xmp')
    .replaceAll(/<base\b/gi, '<wbr')
    .replaceAll(/<(\/?)form\b/gi, '<$1div')
    .replaceAll(/<[a-z][^<>]*>/gi, (tag) => tag.replaceAll(/(["'\s/])(style|on[a-z]+)(\s*=)/gi, '$1data-$2$3'))
