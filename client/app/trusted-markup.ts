/**
 * The one door through which text becomes markup, a script's address or code (Trusted Types, sync-server/web/headers.ts).
 * Knows no document: what people write never comes here, because it is drawn as text and by the editor's schema.
 */

/** What our own templates and a cleaned paste (editor/paste-html.ts) are made of; nothing here runs or loads. */
const ELEMENT =
  'a|article|aside|b|bdi|blockquote|br|button|circle|code|dd|details|div|dl|dt|em|fieldset|figcaption|figure|footer|form|g|h[1-6]|' +
  'header|hr|i|input|label|legend|li|line|main|nav|ol|option|p|path|polygon|polyline|pre|rect|section|select|span|strong|summary|' +
  'svg|table|tbody|td|text|tfoot|th|thead|tr|tspan|ul'
const ATTRIBUTE =
  'accept|aria-[a-z]+|auto[a-z]+|checked|class|colspan|c[xy]|d|data-[a-z-]+|dir|disabled|enterkeyhint|for|height|hidden|id|' +
  'inert|inputmode|lang|m(?:ax|in)(?:length)?|novalidate|open|pattern|placeholder|points|r|rel|required|role|rows|scope|selected|' +
  'shape-rendering|spellcheck|start|step|tabindex|target|type|value|viewbox|width|x[12]?|y[12]?|' +
  'href(?==["\']?(?:#|https:|mailto:|tel:))'
const VALUE = `"[^"]*"|'[^']*'|[^\\s"'<>=\`]+(?=[\\s>])`
/** Each part ends where only one part can end: else a hostile text would be tried in every division (and take for ever). */
const ATTRIBUTES = `(?=[\\s>/])(?:\\s*(?:${ATTRIBUTE})(?=[\\s=>/])(?:=(?:${VALUE}))?)*\\s*`
/** Behind a text area all is text until it ends: so it ends at once, or with the markup. */
const TEXT_AREA = `textarea${ATTRIBUTES}>(?:</textarea>|$)`
const TAG = new RegExp(`<(?:!(?:---->|>)|${TEXT_AREA}|/?(?:${ELEMENT})${ATTRIBUTES}/?>)`, 'gi')

/** Every `<` begins a tag of the lists above, whole: a parser then cannot come to any other, however it nests them. */
export const isOurMarkup = (html: string): boolean => !html.replaceAll(TAG, '').includes('<')

const RULES = {
  /** A document that is only read has no window: nothing in it runs or loads. A pasted text is cleaned in one. */
  createHTML: (html: string, _type?: unknown, sink?: string): string | null =>
    sink === 'DOMParser parseFromString' || isOurMarkup(html) ? html : null,
  createScriptURL: (address: string): string | null => (address === '/sw.js' ? address : null),
}

type Factory = { createPolicy(name: string, rules: typeof RULES): unknown }

/** Before anything is drawn. Older browsers have no such door, and the rest of the policy. */
export const trustOwnMarkup = (): void => {
  ;(window as { readonly trustedTypes?: Factory }).trustedTypes?.createPolicy('default', RULES)
}
